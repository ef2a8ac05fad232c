"""What is wrong with the archive of a case, by what its person can do about it.

Apart from how it is found: the window knows these names from its start.
"""

from dataclasses import dataclass
from enum import Enum


class Harm(Enum):
    """What happened to an archive, the gravest first.

    Attributes:
        GONE: Nothing of it is where it was, or its folder cannot be opened.
        OF_ANOTHER_CASE: It holds mails, and none that this case has kept.
        MAIL_CHANGED: The bytes of a mail are no longer those that were kept.
        MAIL_MISSING: A kept mail is no longer there.
        UNREADABLE: The disk does not give a file.
        ADDED: There is what nobody has sealed.
        ADDED_BY_SYSTEM: There is what systems put into folders that are looked at.
        NOT_SEALED: A kept mail is in no list yet, as after an intake that was killed.
        LIST_CHANGED: A list or a page is not as it was written; the mails are.
        SEALED_OTHERWISE: All fits together, but it is not the seal of this program.
        JOURNAL_CHANGED: The journal in the archive is not as it was written.
        STORED_JOURNAL_CHANGED: That in the store is not.
        STAMP_INVALID: A time stamp does not hold.

    """

    GONE = "gone"
    OF_ANOTHER_CASE = "of_another_case"
    MAIL_CHANGED = "mail_changed"
    MAIL_MISSING = "mail_missing"
    UNREADABLE = "unreadable"
    ADDED = "added"
    ADDED_BY_SYSTEM = "added_by_system"
    NOT_SEALED = "not_sealed"
    LIST_CHANGED = "list_changed"
    SEALED_OTHERWISE = "sealed_otherwise"
    JOURNAL_CHANGED = "journal_changed"
    STORED_JOURNAL_CHANGED = "stored_journal_changed"
    STAMP_INVALID = "stamp_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmFound:
    """A harm, and how many files have it; `examples` are paths of the first of them."""

    harm: Harm
    number: int = 1
    examples: tuple[str, ...] = ()
