"""A notice on the desktop, which says nothing of the case."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Answer(Enum):
    """What became of a notice; the first is SHOWN or UNSHOWN."""

    SHOWN = "shown"
    UNSHOWN = "unshown"
    OPEN = "open"
    TOMORROW = "tomorrow"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """The words of a notice, in the language of the user.

    `open` and `tomorrow` name its two buttons.
    """

    title: str
    body: str
    open: str
    tomorrow: str


Answered = Callable[[Answer, str], None]


class Notices(Protocol):
    """What shows notices, one at a time, and hears what the user does with them."""

    def show(self, words: NoticeWords, answered: Answered) -> None:
        """Show a notice in the place of the one before.

        *answered* is called on any thread: with SHOWN and then once with OPEN, TOMORROW
        or GONE, or with UNSHOWN where the desktop shows none. It is given the token by
        which the desktop lets a window come to the front, or "".
        """
        ...

    def close(self) -> None:
        """Take away what is shown, and call back no more."""
        ...
