"""Finding every stale login in twelve browsers of three profiles, against copying them.

The peer reads and writes the same files once, which is what a look has to do in any
case: a running browser locks its stores.
"""

import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from tests.adapters.browsers.looking import catalogue
from tests.benchmarks.browser_home import PROFILES, RESET, generate
from tests.benchmarks.pairs import measure, say, tell
from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.recovery.signin.diagnosis import Diagnosis, Finding
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.looking import look_at_browsers
from torimodosu.recovery.signin.site import site_of

BROWSERS = 12
# The whole look, in seconds, and against copying the same files; opening a database and
# checking it costs more than moving its bytes, of which there are few.
LONGEST = 1.0
RATIO = 20.0
# Asked for twice a second while a conflict is open.
LONGEST_STAMP = 0.05


def scan(home: Path) -> Diagnosis:
    """Look at the browsers in *home* and judge what is found."""
    shop = catalogue().services["amazon.co.jp"]
    look = look_at_browsers(
        HomeBrowsers(home, catalogue()),
        site_of(shop),
        at=RESET + timedelta(days=2),
        progress=Steps(),
    )
    return judge(look, reset_at=RESET)


def copy(files: Sequence[Path]) -> None:
    """Copy *files* to a folder that is deleted again."""
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            shutil.copyfile(file, Path(folder) / str(number))


def found(diagnosis: Diagnosis, *kinds: Finding) -> list[tuple[str, str]]:
    """Return browser and profile of each entry that was judged one of *kinds*."""
    return sorted(
        (judged.profile.browser, judged.profile.name)
        for judged in diagnosis.logins
        if judged.finding in kinds
    )


def test_signin_scan(tmp_path: Path, *, long_form: bool) -> None:
    logins, cookies, rounds = (150, 2_000, 9) if long_form else (5, 20, 1)
    truth = generate(tmp_path, logins=logins, cookies=cookies)
    diagnosis = scan(tmp_path)
    assert len(diagnosis.profiles) == BROWSERS * PROFILES
    assert found(diagnosis, Finding.STALE) == truth.stale
    assert found(diagnosis, Finding.FRESH, Finding.DUPLICATE) == truth.fresh
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    say(f"{len(files)} files, {size / 1e6:.1f} MB; {len(truth.stale)} stale, all found")
    browsers = HomeBrowsers(tmp_path, catalogue())
    whole = measure(lambda: scan(tmp_path), lambda: copy(files), rounds=rounds)
    kept = tell("sign-in scan / copying", whole, limit=RATIO)
    stamp = measure(browsers.stamp, lambda: copy(files), rounds=rounds)
    kept &= tell("stamp / copying", stamp, limit=1.0)
    kept &= max(timing.wall for timing in whole.ours) < LONGEST
    kept &= max(timing.wall for timing in stamp.ours) < LONGEST_STAMP
    assert kept or not long_form
