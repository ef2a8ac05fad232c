"""The journal: what was known or done, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Kind(Enum):
    """What a journal entry is about."""

    OPENED = "opened"
    ANSWERED = "answered"
    SOURCE_CHOSEN = "source_chosen"
    MAILS_KEPT = "mails_kept"
    MAIL_UNREADABLE = "mail_unreadable"
    ORDER_JUDGED = "order_judged"
    STEP_DONE = "step_done"
    STEP_REOPENED = "step_reopened"
    BAG_VERIFIED = "bag_verified"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal; `text` never holds a secret or a mail's words."""

    at: datetime
    kind: Kind
    text: str = ""
