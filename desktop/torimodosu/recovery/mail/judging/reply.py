"""To whom an answer to a mail goes."""

from dataclasses import dataclass
from enum import Enum


class Goes(Enum):
    """To whom an answer goes.

    Attributes:
        NOWHERE: There is no address to answer to.
        UNREAD: To a mailbox of the firm that nobody reads.
        FIRM: To the firm, even if somebody else has written the mail.
        STRANGER: To somebody else than the firm.
        UNKNOWN: To whom it is from; it claims to be from no firm that is known here.

    """

    NOWHERE = "nowhere"
    UNREAD = "unread"
    FIRM = "firm"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer goes to `address`, and so to whom."""

    address: str
    goes: Goes
