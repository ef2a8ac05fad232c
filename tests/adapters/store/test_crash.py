"""The program may be killed at any moment: whatever was confirmed is there."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.adapters.store import writer
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.signin.checklist import Place

ROOT = Path(__file__).parents[3]
KILLS = 12


def start(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", writer.__name__, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def confirmed_before_death(path: Path, after: int) -> int:
    """Kill a writer once it has confirmed *after* things; return the last number."""
    with start(path) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.kill()
        return int([*lines, *process.stdout.read().split()][-1])


def newest_look(snapshot: Snapshot) -> int:
    """Return the number of the newest look at the browsers."""
    assert snapshot.scan is not None
    return int(snapshot.scan.profiles[0].logins[0].entry)


def newest_note(snapshot: Snapshot) -> int:
    """Return the number that is noted of the newest place looked at."""
    return int(snapshot.looked[Place.GIFT_BALANCE].note)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_program_loses_nothing_confirmed(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "crash.sqlite"
    last = confirmed_before_death(path, after=1 + seed * 3)
    store = Store.at(path)
    (case,) = store.all()
    kept = len(store.mails(case).all())
    snapshot = store.snapshot(case, at=FRIDAY_NIGHT)
    assert kept in {last + 1, last + 2}
    assert len(snapshot.ownership) in {kept, kept + 1}
    look, note = newest_look(snapshot), newest_note(snapshot)
    assert kept - 1 >= look >= note >= last
    assert store.journal_is_whole(case)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_program_killed_while_it_starts_leaves_a_store_that_opens(
    tmp_path: Path,
) -> None:
    for looks in range(0, 400, 50):
        path = tmp_path / f"{looks}.sqlite"
        with start(path) as process:
            while not path.exists() and process.poll() is None:
                pass
            for _ in range(looks):
                path.stat()
            process.kill()
        assert len(Store.at(path).all()) <= 1


def test_two_programs_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    store = Store.at(path)
    with ThreadPoolExecutor(2) as pool:
        last = list(pool.map(lambda _: confirmed_before_death(path, 30), range(2)))
    assert min(last) > 0
    assert all(store.journal_is_whole(case) for case in store.all())
