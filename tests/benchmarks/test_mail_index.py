"""Looking at sender, subject and date of every mail of an mbox, as a search does.

`cat` is the limit of the machine; the `mailbox` module of the standard library is what
another program in Python would use.
"""

import mailbox
import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.made_up_mail import Truth, write_mbox
from tests.benchmarks.mail_programs import (
    index_by_library,
    read_headers,
    without_accelerator,
)
from tests.benchmarks.pairs import command, measure, tell
from torimodosu.adapters.mailboxes import FileMailboxes


def test_mail_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, long_form: bool
) -> None:
    size, rounds = (2_000_000_000, 7) if long_form else (40_000_000, 1)
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        path, small = Path(name, "large.mbox"), Path(name, "small.mbox")
        truth = write_mbox(path, size=size)
        write_mbox(small, size=size // 10)
        kept = against_cat("accelerated", path, truth, rounds=rounds, limit=4.5)
        kept &= against_library(small)
        without_accelerator(monkeypatch, Path(name, "stub"))
        # For who has no accelerator for their system: told, not held to the limit.
        against_cat("plain", path, truth, rounds=rounds, limit=4.5)
    assert kept or not long_form


def against_cat(
    name: str, path: Path, truth: Truth, *, rounds: int, limit: float
) -> bool:
    """Compare with the limit of the machine, and look whether every mail is there."""
    mailboxes = FileMailboxes(processes=2)
    outcome = measure(
        partial(read_headers, mailboxes, path), command("cat", path), rounds=rounds
    )
    assert read_headers(mailboxes, path) == truth.messages
    mailboxes.close()
    return tell(f"header index ({name}) / cat", outcome, limit=limit)


def against_library(path: Path) -> bool:
    """Compare with the standard library, which splits some mails in two."""
    mailboxes = FileMailboxes(processes=2)
    library = partial(index_by_library, partial(mailbox.mbox, path, create=False))
    outcome = measure(partial(read_headers, mailboxes, path), library, rounds=1)
    mailboxes.close()
    return tell("header index / mailbox", outcome, limit=0.03)
