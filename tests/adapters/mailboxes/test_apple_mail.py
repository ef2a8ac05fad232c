from pathlib import Path

import pytest

from tests.adapters.mailboxes.writing import FROM_SHOP, found, search, troubles
from torimodosu.recovery.mail.search import Trouble


def apple(mail: bytes, *, said: int | None = None) -> bytes:
    """Return what Apple Mail makes of *mail*: its length before, a list behind it."""
    length = len(mail) if said is None else said
    return b"%-10d\n" % length + mail + b'<?xml version="1.0"?>\n<plist></plist>\n'


@pytest.mark.parametrize("chosen", ["file", "folder"])
def test_a_mail_of_apple_mail_is_taken_out_of_its_file(
    chosen: str, tmp_path: Path
) -> None:
    path = tmp_path / "4711.emlx"
    path.write_bytes(apple(FROM_SHOP))
    findings = search(path if chosen == "file" else tmp_path)
    assert [one.raw for one in found(findings)] == [FROM_SHOP]
    assert troubles(findings) == []


def test_a_mail_of_apple_mail_that_was_cut_short_is_told(tmp_path: Path) -> None:
    path = tmp_path / "4711.emlx"
    path.write_bytes(apple(FROM_SHOP, said=99_999))
    findings = search(path)
    assert [one.trouble for one in troubles(findings)] == [Trouble.TRUNCATED]
    assert [one.raw.startswith(FROM_SHOP) for one in found(findings)] == [True]
