"""What left this computer."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class SentWhat(Enum):
    """What was sent, always after a button that named it.

    Attributes:
        TIME_QUESTION: A question for the time (SNTP), which tells nothing.
        HASH_STARTS: The first five digits of SHA-1 hashes of passwords.

    """

    TIME_QUESTION = "time_question"
    HASH_STARTS = "hash_starts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Something was sent to `host` at `at`; `count` is how often in one go."""

    at: datetime
    host: str
    what: SentWhat
    count: int = 1
