"""An archive whose program is killed at any moment."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import kept, raw_mail
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind

# Keeps a mail, tells of it, and seals after each one.
PROGRAM = """
import sys
from pathlib import Path
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept, raw_mail
from torimodosu.adapters.archive import BagArchive
from torimodosu.recovery.case.journal import Entry, Kind

archive, mails = BagArchive(Path(sys.argv[1])), []
for number in range(1_000_000):
    raw = raw_mail(number) + b"x" * 50_000
    archive.keep(found(raw))
    print(number, flush=True)
    mails.append(kept(raw))
    archive.seal(mails, [Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED)])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("moment", range(12))
def test_no_kept_mail_is_lost_and_the_next_sealing_makes_the_bag_valid(
    tmp_path: Path, moment: int
) -> None:
    folder = tmp_path / "bag"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder)],
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as program:
        assert program.stdout is not None
        told = [int(program.stdout.readline()) for _ in range(moment + 1)]
        # Where in its work this meets the program is left to chance, as in life.
        program.send_signal(signal.SIGKILL)
        told += [int(line) for line in program.stdout]
    archive = BagArchive(folder)
    raws = [raw_mail(number) + b"x" * 50_000 for number in told]
    mails = [kept(raw) for raw in raws]
    for mail, raw in zip(mails, raws, strict=True):
        assert archive.read(mail.sha256) == raw
    archive.seal(mails, [Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED)])
    assert verify_bag(folder).valid
    assert not (folder / "incoming").exists()
