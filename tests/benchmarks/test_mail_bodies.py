"""Finding a shop's name anywhere in the decoded texts of an mbox.

The standard library decodes as we do. ripgrep looks for what is wanted as it may be
encoded: it decodes nothing, knows lines but no mails, and misses what is
written in another width or case. It is the aim, not a limit.
"""

import mailbox
import shutil
import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.made_up_mail import write_mbox
from tests.benchmarks.mail_programs import needles, search, search_by_library
from tests.benchmarks.pairs import Outcome, command, measure, say, tell, timed
from torimodosu.adapters.mailboxes import FileMailboxes


def test_mail_bodies(tmp_path: Path, *, long_form: bool) -> None:
    size, rounds = (1_000_000_000, 5) if long_form else (40_000_000, 1)
    if shutil.which("rg") is None:
        pytest.skip("ripgrep is not installed")
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        path = Path(name, "large.mbox")
        truth = write_mbox(path, size=size)
        patterns = Path(name, "needles.txt")
        patterns.write_bytes(needles())
        mailboxes = FileMailboxes(processes=2)
        assert search(mailboxes, path) == set(truth.wanted)
        say(f"ok   recall: all {len(truth.wanted)} of {truth.messages} mails")
        # Once: on a gigabyte it takes most of a minute, and the file is warm by now.
        library = partial(mailbox.mbox, path, create=False)
        by_library = Outcome(
            ours=(timed(partial(search, mailboxes, path)),),
            peer=(timed(partial(search_by_library, library)),),
        )
        by_ripgrep = measure(
            partial(search, mailboxes, path),
            command("rg", "-a", "-c", "--no-unicode", "-f", patterns, path),
            rounds=rounds,
        )
        mailboxes.close()
    kept = tell("bodies / standard library", by_library, limit=0.08)
    tell("bodies / rg -f needles", by_ripgrep, limit=0.6)
    assert kept or not long_form
