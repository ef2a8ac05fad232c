"""What came of verifying a signature."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

Keys = Callable[[str], bytes | None]
"""Returns the TXT record at a name such as "s1._domainkey.example.com".

None is not known: nobody asked, or nobody answered; b"" is known not to exist.
"""


class Outcome(Enum):
    """Whether a mail is as its signer sent it.

    Attributes:
        PASS: It is: what was signed is unchanged.
        BODY_CHANGED: The text was changed on the way, or is another's.
        FAIL: A signed field was changed, or the signature is of another key.
        FROM_ADDED: The mail has a From field that is not signed.
        NO_KEY: The key is not known here.
        KEY_GONE: The domain has no such key, or took it back.
        KEY_UNUSABLE: The record is damaged, or the key is not for such signatures.
        REBUILT: The mail was saved without the bytes that were signed.
        MALFORMED: The signature itself is damaged or of a kind that does not exist.

    """

    PASS = "pass"  # noqa: S105 -- an outcome
    BODY_CHANGED = "body_changed"
    FAIL = "fail"
    FROM_ADDED = "from_added"
    NO_KEY = "no_key"
    KEY_GONE = "key_gone"
    KEY_UNUSABLE = "key_unusable"
    REBUILT = "rebuilt"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A signature of a mail, and what came of verifying it.

    Attributes:
        outcome: Whether the mail is as it was signed.
        domain: Who signed it, or "" where the signature does not say.
        selector: The name of the key there.
        fields: The lower-case names of the signed fields.
        signed_at: When it was signed, or None.
        has_expired: Whether its time was over at the moment of asking.
        is_partial: Whether only the beginning of the text is signed, so that something
            may have been added behind it.

    """

    outcome: Outcome
    domain: str = ""
    selector: str = ""
    fields: frozenset[str] = frozenset()
    signed_at: datetime | None = None
    has_expired: bool = False
    is_partial: bool = False
    is_weak: bool = False
