"""What is asked about reminders, and what is told of them, between two processes."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

# The name of the job.
REMIND = "remind"


class Deed(Enum):
    """What is asked for; the worker is told by these values."""

    LOOK = "look"
    CONFIRM = "confirm"
    RELEASE = "release"
    TOMORROW = "tomorrow"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that was told: its case, its key, and what telling it is known by."""

    case: int
    key: str
    telling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """What is asked for.

    LOOK tells what is due, and claims it. CONFIRM says that it was shown, RELEASE that
    it could not be. TOMORROW puts *items* off. PAUSE tells nothing for a day.
    """

    deed: Deed
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidings:
    """What is due in all real cases.

    Attributes:
        at: The moment of looking.
        waiting: How many things are due and not yet done, told or not.
        items: What is to be told now, all at once; it is claimed.
        case: The case of what is to be done first, or None.
        step: The step that it leads to; "" for the list of reminders.
        next_at: The moment at which something else is due, or None.
        paused_until: Until when nothing is told, or None.

    """

    at: datetime
    waiting: int = 0
    items: tuple[Item, ...] = ()
    case: int | None = None
    step: str = ""
    next_at: datetime | None = None
    paused_until: datetime | None = None
