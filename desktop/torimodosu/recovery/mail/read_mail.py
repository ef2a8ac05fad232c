"""A mail for readers that may not need the verdict on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.kept import Quoting
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message, unquote_from

AskVerdict = Callable[[], Verdict]
"""Returns the verdict on one mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMail:
    """What a mail says, what it claims to be, and what tells whether it is that.

    The mail is judged when `verdict` is first asked, and only once, however many ask:
    most mails tell nothing that a verdict would change.
    """

    message: Message
    claims: Classified
    verdict: AskVerdict


def read_mail(
    raw: bytes, quoting: Quoting, catalogue: Catalogue, outside: Outside
) -> ReadMail:
    """Read the mail with the bytes *raw*, quoted as an mbox has it; never raises."""
    whole = unquote_from(raw, quoting)
    message = read_message(whole)
    claims = classify(message, catalogue)

    @cache
    def verdict() -> Verdict:
        return judge(whole, message, catalogue, outside, claimed=claims).verdict

    return ReadMail(message=message, claims=claims, verdict=verdict)
