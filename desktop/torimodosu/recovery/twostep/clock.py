"""By how much the clock of this computer is off, with a network and without.

Codes by the time fit only while both clocks agree. Nothing here reads a clock.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Protocol

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.codes import matching_offsets

# A shop takes the code of the present time step and, as a rule, those right before and
# after it: RFC 6238, section 5.2, recommends one step at most for the delay.
TOLERATED_STEPS = 1
# A clock that is off by more than an hour is seen to be wrong by anybody.
FARTHEST = timedelta(minutes=70)
# Nobody presses a button in the very moment.
BY_HAND = timedelta(seconds=2)


class TimeTrouble(Enum):
    """Why a server did not tell the time.

    Attributes:
        NO_SUCH_HOST: There is none of that name, or no network to look it up.
        NO_ANSWER: It did not answer in time.
        SENT_AWAY: It asks not to be asked again.
        NOT_BELIEVABLE: What it said cannot be believed.

    """

    NO_SUCH_HOST = "no_such_host"
    NO_ANSWER = "no_answer"
    SENT_AWAY = "sent_away"
    NOT_BELIEVABLE = "not_believable"


class NoTimeError(Exception):
    """A server did not tell the time."""

    def __init__(self, trouble: TimeTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """By how much this computer is off, by the word of a server.

    Attributes:
        host: The server.
        at: When it was asked, by this computer.
        ahead: By how much this computer is ahead; negative where it is behind.
        within: By how much `ahead` may be wrong, to either side.

    """

    host: str
    at: datetime
    ahead: timedelta
    within: timedelta


class TimeServer(Protocol):
    """Somebody who knows the time."""

    def ask(self, host: str) -> ClockReading:
        """Ask *host* for the time.

        Raises:
            NoTimeError: If it does not tell.

        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockError:
    """By how much the clock of this computer is ahead, at least and at most.

    Both are negative where it is behind.
    """

    least: timedelta
    most: timedelta

    @property
    def middle(self) -> timedelta:
        """Return the likeliest of all, where nothing tells them apart."""
        return (self.least + self.most) / 2


class ClockStand(Enum):
    """What the clock does to the codes.

    Attributes:
        FITS: Codes of this computer are taken; their refusal has another cause.
        AHEAD: It is so far ahead that its codes are refused.
        BEHIND: It is so far behind that its codes are refused.
        EDGE: It is off by so much that its codes are refused at times.

    """

    FITS = "fits"
    AHEAD = "ahead"
    BEHIND = "behind"
    EDGE = "edge"


def stand_of(error: ClockError, period: timedelta) -> ClockStand:
    """Tell what a clock that is off by *error* does to codes of *period*.

    A code is made up to a whole period before it is typed, so that a clock within one
    period always fits and one off by two never does.
    """
    farthest = max(abs(error.least), abs(error.most))
    if farthest < period * TOLERATED_STEPS:
        return ClockStand.FITS
    if error.least >= period:
        return ClockStand.AHEAD
    if error.most <= -period:
        return ClockStand.BEHIND
    return ClockStand.EDGE


def error_by(reading: ClockReading) -> ClockError:
    """Return what a server told as bounds."""
    return ClockError(
        least=reading.ahead - reading.within, most=reading.ahead + reading.within
    )


def error_by_code(
    account: OtpAccount, shown: str, *, at: datetime
) -> ClockError | None:
    """Return by how much this computer is off from a device that shows *shown*.

    The device holds the same secret, and its clock is believed. None where no code
    within `FARTHEST` is the same: then it holds another secret.

    Raises:
        ValueError: If *at* lies before 1970.

    """
    offsets = matching_offsets(account, shown, at=at, within=FARTHEST)
    if not offsets:
        return None
    period = timedelta(seconds=account.period)
    begin = step_at(at, period) * account.period
    theirs = datetime.fromtimestamp(begin, UTC) + offsets[0]
    return ClockError(least=at - (theirs + period), most=at - theirs)


def error_by_clock(shown: datetime, *, at: datetime) -> ClockError:
    """Return by how much this computer is off from a clock that shows *shown*.

    Somebody pressed a button at *at*, when that clock turned to *shown*.
    """
    ahead = at - shown
    return ClockError(least=ahead - BY_HAND, most=ahead + BY_HAND)


def step_at(moment: datetime, period: timedelta) -> int:
    """Return the number of the time step at *moment* (RFC 6238, section 4.2)."""
    return int(moment.timestamp() // period.total_seconds())
