"""What a person answers to a reminder."""

from enum import Enum, auto


class Reply(Enum):
    """An answer to one reminder."""

    DONE = auto()
    TOMORROW = auto()
    NEXT_WEEK = auto()
    NOT_FOR_ME = auto()
