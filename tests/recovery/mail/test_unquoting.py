import pytest

from torimodosu.recovery.mail.kept import Quoting
from torimodosu.recovery.mail.reader import read_message, unquote_from

HEADER = b"From: a@b.example\nContent-Type: text/plain\n\n"


@pytest.mark.parametrize("quoting", [Quoting.MBOXO, Quoting.MBOXRD])
def test_very_many_quoted_lines_are_undone_up_to_a_limit(quoting: Quoting) -> None:
    raw = HEADER + b">From me\n" * 150_000
    done = unquote_from(raw, quoting)
    assert done.count(b"\n>From ") == 50_000
    assert done.replace(b">", b"") == raw.replace(b">", b"")


def test_a_mail_too_large_to_copy_is_read_as_it_lies_there() -> None:
    raw = HEADER + b">From me\n" + bytes(64 << 20)
    assert unquote_from(raw, Quoting.MBOXO) is raw
    message = read_message(raw, Quoting.MBOXO)
    assert message.sender.address == "a@b.example"
    assert message.text.startswith(">From me")
