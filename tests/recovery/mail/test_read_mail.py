import pytest

from tests.recovery.mail.judging.letters import (
    NOW,
    catalogue,
    letter,
    signed_by,
)
from tests.recovery.mail.signatures.signing import rsa_record
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kept import Quoting
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.read_mail import read_mail

SIGNED = signed_by(
    "amazon.co.jp", letter("From now on\n"), names=("from", "subject", "date", "to")
)
QUOTED = SIGNED.replace(b"\r\nFrom now", b"\r\n>From now")


class Keys:
    """Knows the key of the letters, and counts the questions."""

    def __init__(self) -> None:
        self.asked = 0

    def look_up(self, name: str) -> bytes | None:
        del name
        self.asked += 1
        return rsa_record()


@pytest.mark.parametrize(
    ("raw", "quoting", "verdict"),
    [
        (SIGNED, Quoting.NONE, Verdict.GENUINE),
        (QUOTED, Quoting.MBOXRD, Verdict.GENUINE),
        (QUOTED, Quoting.NONE, Verdict.CANNOT_TELL),
    ],
)
def test_a_mail_is_judged_without_what_its_mbox_added(
    raw: bytes, quoting: Quoting, verdict: Verdict
) -> None:
    keys = Keys()
    outside = Outside(keys=keys.look_up, trusted=frozenset(), at=NOW)
    mail = read_mail(raw, quoting, catalogue(), outside)
    assert mail.claims.kind is MailKind.ORDER_CONFIRMATION
    assert mail.verdict() is verdict


def test_a_mail_is_judged_once_and_only_when_that_is_asked() -> None:
    keys = Keys()
    outside = Outside(keys=keys.look_up, trusted=frozenset(), at=NOW)
    mail = read_mail(SIGNED, Quoting.NONE, catalogue(), outside)
    assert keys.asked == 0
    mail.verdict()
    first = keys.asked
    mail.verdict()
    assert first == keys.asked == 1
