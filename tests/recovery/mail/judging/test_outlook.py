"""Mails that Outlook saved: no signature of theirs can be checked."""

from tests.recovery.mail.judging.letters import codes, judged, letter, signed_by
from tests.recovery.mail.outlook import writing
from tests.recovery.mail.outlook.writing import Msg, msg
from torimodosu.recovery.mail.judging.judgement import Code, Settles, Verdict

NAMES = ("from", "to", "subject", "date")


def saved(raw: bytes) -> bytes:
    """Return the file in which Outlook keeps a mail."""
    header, _, body = raw.decode().partition("\r\n\r\n")
    return msg(Msg(properties={writing.HEADERS: header, writing.BODY: body}))


def test_a_signature_that_cannot_be_checked_is_neither_right_nor_wrong() -> None:
    judgement = judged(saved(signed_by("amazon.co.jp", letter(), names=NAMES)))
    assert judgement.claims == "amazon.co.jp"
    assert judgement.verdict is Verdict.CANNOT_TELL
    assert codes(judgement) == {Code.SAVED_BY_OUTLOOK}
    assert Settles.WHOLE_MAIL in judgement.would_settle


def test_the_users_own_server_may_vouch_for_it() -> None:
    results = b"Authentication-Results: mx.home.example; dmarc=pass"
    raw = results + b" header.from=amazon.co.jp\r\n" + letter()
    assert judged(saved(raw), trusted=("mx.home.example",)).verdict is Verdict.GENUINE


def test_what_speaks_against_it_does_so_all_the_same() -> None:
    letters = letter().replace(b"amazon.co.jp", b"amazon.co.jp.bjvsm.example")
    judgement = judged(saved(letters))
    assert judgement.verdict is Verdict.NOT_GENUINE
