"""What left this computer."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class SentWhat(Enum):
    """What was sent, always after a button that named it.

    Attributes:
        TIME_QUESTION: A question for the time (SNTP), which tells nothing.
        HASH_STARTS: The first five digits of SHA-1 hashes of passwords.
        KEY_NAMES: The names of keys that mails were signed with, such as
            "s1._domainkey.example.com", to a name server.
        STAMP_HASH: The hash of a list of hashes, to an authority that stamps the time.
        MAIL_SIGN_IN: Name and password of a mailbox, and the words to search it for.

    """

    TIME_QUESTION = "time_question"
    HASH_STARTS = "hash_starts"
    KEY_NAMES = "key_names"
    MAIL_SIGN_IN = "mail_sign_in"
    STAMP_HASH = "stamp_hash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Something was sent to `host` at `at`; `count` is how often in one go."""

    at: datetime
    host: str
    what: SentWhat
    count: int = 1

    @property
    def line(self) -> str:
        """Return what a journal says of it."""
        return f"host={self.host} what={self.what.value} count={self.count}"
