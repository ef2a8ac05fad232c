"""How sure the program is of a fact."""

from enum import Enum


class Certainty(Enum):
    """The four degrees, from proven to merely said by the user."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    UNKNOWN = "unknown"
    SAID = "said"
