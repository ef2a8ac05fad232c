"""Somebody presses Ctrl-C while a large mailbox is searched."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.mails import mail
from tests.cli.running import Done, command, plain_line, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Unix only")

SEPARATOR = b"From shop@amazon.co.jp Sat Mar 14 12:00:00 2026\n"
# Nothing but a hole, which costs no room, and half a minute to search.
GIGABYTES = 64


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.mbox"
    path.write_bytes(SEPARATOR + mail())
    os.truncate(path, GIGABYTES * 2**30)
    return path


def interrupted(words: Sequence[str]) -> Done:
    """Run a command on a terminal, and press Ctrl-C as soon as progress is shown."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = os.read(ours, 100)
    # It goes to the child processes, too, as from a terminal.
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate()
    # Linux has no other word for a terminal that nobody uses any longer.
    try:
        while more := os.read(ours, 1000):
            shown += more
    except OSError:
        pass
    os.close(ours)
    assert b"%" in shown
    last = shown.decode().rpartition("\r      \r")[2].replace("\r\n", "\n")
    return Done(status=process.returncode, out=out.decode(), err=last)


@pytest.mark.parametrize("words", [["mail", "scan"], ["orders"]])
def test_a_search_ends_with_one_plain_line(large: Path, words: list[str]) -> None:
    done = interrupted(command(*words, large, "--json"))
    assert done.status == 130
    assert plain_line(done).startswith("torimodosu: stopped before the end")
    assert "summary" not in done.out


def test_what_was_packed_is_sealed(large: Path, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    done = interrupted(command("evidence", "pack", large, "--out", bag, "--json"))
    assert done.status == 130
    assert "what was kept is safe" in plain_line(done)
    assert done.summary["ending"] == "cancelled"
    assert start("evidence", "verify", bag).status == 0
