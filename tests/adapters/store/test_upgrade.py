"""A store of the former version, as that program wrote it, opened by this one.

`store_v2.sql` is a dump of a file that the program with schema 2 has made: a case with
mails, an order, a verdict, a mark, a seal and a verification, and a deleted case.
"""

import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.adapters.store import writer
from tests.contracts.cases import KEPT_SHOP, OTHER
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import order
from tests.recovery.signin.looks import OLD, looked
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.migrate import shipped_scripts
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step

ROOT = Path(__file__).parents[3]
LATER = FRIDAY_NIGHT + timedelta(minutes=1)
KEY = "250-1234567-1234567"
FORMER = 2
LOOKS = range(0, 2000, 250)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file of the former version."""
    return former(tmp_path / "cases.sqlite")


def former(path: Path) -> Path:
    dump = (ROOT / "tests" / "data" / "store_v2.sql").read_text("utf-8")
    with closing(connect(path)) as connection:
        connection.executescript(dump)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA user_version = {FORMER}")
    return path


def what_is_known(store: Store) -> Snapshot:
    (case,) = store.all()
    return store.snapshot(case, at=LATER)


def test_nothing_of_the_former_version_is_lost(path: Path) -> None:
    store = Store.at(path)
    (case,) = store.all()
    assert case.answers == KEPT_SHOP
    source = "/mail/\udcff"
    snapshot = what_is_known(store)
    assert snapshot == Snapshot(
        at=LATER,
        case=case,
        kept={MailKind.ORDER_CONFIRMATION: 2, MailKind.OTHER: 1},
        orders={KEY: order(card=1)},
        ownership={KEY: Ownership.NOT_MINE},
        covered=(
            Covered(source=source, messages=10, size=1 << 40, newest=FRIDAY_NIGHT),
        ),
        not_covered=(NotCovered(source=source, offset=7, trouble=Trouble.TRUNCATED),),
        read_at=FRIDAY_NIGHT,
        orders_at=FRIDAY_NIGHT,
        orders_packs="2026.11.1",
        seal=Seal(at=FRIDAY_NIGHT, sha256="0" * 64),
        verification=Verification(at=LATER, faults=0),
        said={Step.SHOP: LATER},
        saved_at=LATER,
        # Nobody has worked on its card yet.
        is_card_work_stale=True,
    )
    assert store.journal_is_whole(case)
    assert store.settings == {"language": "ja"}


def test_the_former_file_is_copied_before_it_is_changed(path: Path) -> None:
    store = Store.at(path)
    (case,) = store.all()
    store.replace(case, {}, packs="", at=LATER)
    copy = path.with_name(f"{path.name}.v{FORMER}.bak")
    with closing(connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMER,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute('SELECT key FROM "order"').fetchall() == [(KEY,)]


def test_an_upgraded_store_keeps_what_is_new(path: Path) -> None:
    store = Store.at(path)
    (case,) = store.all()
    store.keep_scan(case, looked(OLD))
    assert what_is_known(Store.at(path)).scan == looked(OLD)
    assert store.journal_is_whole(case)
    # The number of the case that was deleted is not given again.
    assert store.open(OTHER, at=LATER, is_practice=False).number == case.number + 2


def test_a_program_killed_while_it_upgrades_loses_nothing(tmp_path: Path) -> None:
    for looks in LOOKS:
        folder = tmp_path / str(looks)
        folder.mkdir()
        path = former(folder / "cases.sqlite")
        kill_while_upgrading(path, looks)
        store = Store.at(path)
        (case,) = store.all()
        assert KEY in what_is_known(store).orders
        assert store.journal_is_whole(case)
        with closing(connect(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        assert version == shipped_scripts()[-1].version
        assert path.with_name(f"{path.name}.v{FORMER}.bak").exists()
        assert not list(folder.glob("*.part"))


def kill_while_upgrading(path: Path, looks: int) -> None:
    """Kill a program so many looks after it has begun to copy the file."""
    command = [sys.executable, "-m", writer.__name__, str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        while process.poll() is None and not list(path.parent.glob("*.bak*")):
            pass
        for _ in range(looks):
            path.stat()
        process.kill()
