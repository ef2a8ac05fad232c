"""What the mails of the shop say about the account, as dated events."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.mail.judging.judgement import Judged, Verdict


class AccountEventKind(Enum):
    """What happened to the account according to a mail."""

    RESET_ASKED = "reset_asked"
    TEMPORARY_PASSWORD_SENT = "temporary_password_sent"  # noqa: S105 -- an event
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 -- an event
    ADDRESS_CHANGED = "address_changed"
    PHONE_CHANGED = "phone_changed"
    TWO_STEP_CHANGED = "two_step_changed"
    CHANGED = "changed"
    CODE_SENT = "code_sent"
    SIGN_IN_SEEN = "sign_in_seen"
    ACCOUNT_LOCKED = "account_locked"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEvent(Judged):
    """One event, and the mail that tells it.

    `CHANGED` is a revision whose field the mail does not name. That a mail tells it
    proves that the shop says so only where the mail is genuine.

    Attributes:
        mail: The SHA-256 of the mail.
        kind: What happened.
        at: When the mail was sent.
        old_address: Where an e-mail address was changed: the former one, or "".
        new_address: The new one, or "".
        verdict: Whether the mail is genuine, so far as it was judged.

    """

    mail: str
    kind: AccountEventKind
    at: datetime
    old_address: str = ""
    new_address: str = ""
    verdict: Verdict = Verdict.CANNOT_TELL
