"""Looking at sender, subject and date of every mail of a Maildir, as a search does.

`rg -l` opens and reads every file, and decodes nothing.
"""

import mailbox
import shutil
import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.made_up_mail import SHOP_HOST, write_maildir
from tests.benchmarks.mail_programs import index_by_library, read_headers, search
from tests.benchmarks.pairs import command, measure, tell
from torimodosu.adapters.mailboxes import FileMailboxes


def test_maildir_index(tmp_path: Path, *, long_form: bool) -> None:
    messages, rounds = (50_000, 7) if long_form else (300, 1)
    if shutil.which("rg") is None:
        pytest.skip("ripgrep is not installed")
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        folder, small = Path(name, "Maildir"), Path(name, "small")
        write_maildir(folder, messages=messages)
        truth = write_maildir(small, messages=messages // 10)
        mailboxes = FileMailboxes(processes=2)
        assert read_headers(mailboxes, folder) == messages
        assert search(mailboxes, small) == set(truth.wanted)
        by_ripgrep = measure(
            partial(read_headers, mailboxes, folder),
            command("rg", "-l", "-a", "-F", SHOP_HOST, folder / "cur"),
            rounds=rounds,
        )
        library = partial(mailbox.Maildir, small, create=False)
        by_library = measure(
            partial(read_headers, mailboxes, small),
            partial(index_by_library, library),
            rounds=1,
        )
        mailboxes.close()
    kept = tell("Maildir index / rg -l", by_ripgrep, limit=3.0)
    kept &= tell("Maildir index / mailbox.Maildir", by_library, limit=0.03)
    assert kept or not long_form
