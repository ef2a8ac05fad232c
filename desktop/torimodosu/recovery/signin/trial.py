"""The short differential: what the person tries, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Trial(Enum):
    """One thing to try, in the order of how cheaply it tells causes apart."""

    TYPED_BY_HAND = "typed_by_hand"
    PRIVATE_WINDOW = "private_window"
    OTHER_BROWSER = "other_browser"
    OTHER_DEVICE = "other_device"


class Outcome(Enum):
    """What came of a trial."""

    GOT_IN = "got_in"
    REFUSED = "refused"
    DOTS_DIFFER = "dots_differ"
    NO_SUCH_ACCOUNT = "no_such_account"
    CODE_REFUSED = "code_refused"
    ASKED_TO_WAIT = "asked_to_wait"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The recorded result of a trial."""

    trial: Trial
    outcome: Outcome
    at: datetime
