"""Why a shop refuses a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.clock import ClockStand
from torimodosu.recovery.twostep.proof import CodeTry


class RefusalCause(Enum):
    """Why a code may be refused.

    Attributes:
        CLOCK: The clock of this computer is off.
        OLD_SET_UP: The account was made from another set-up code than the shop's
            newest, or belongs to another account.
        USED_TWICE: The shop takes a code only once.
        TOO_LATE: It was no longer good when it was sent.
        MISTYPED: A wrong digit, or a space in between.
        COUNTER: The counters of the two sides no longer agree.

    """

    CLOCK = "clock"
    OLD_SET_UP = "old_set_up"
    USED_TWICE = "used_twice"
    TOO_LATE = "too_late"
    MISTYPED = "mistyped"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfClock:
    """What was found out about the clock and the secret.

    Attributes:
        stand: What the clock does to the codes, None where it was not looked at.
        is_other_secret: Whether another device, set up for the same account, shows
            codes that this account never does.

    """

    stand: ClockStand | None = None
    is_other_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why the newest code was refused: what is settled, and what else it may be.

    Attributes:
        settled: The one cause that was found, or None.
        likely: Every other cause that is still possible, the likeliest first.

    """

    settled: RefusalCause | None
    likely: tuple[RefusalCause, ...]


def explain_refusal(
    tries: Sequence[CodeTry], kind: OtpType, known: KnownOfClock
) -> Refusal | None:
    """Explain why the last of *tries* was refused; None where it was not.

    They are all of one account, whose codes follow each other as *kind* says.
    """
    if not tries or tries[-1].is_accepted:
        return None
    settled = _settled(tries, known)
    likely = [cause for cause in _possible(tries, kind, known) if cause is not settled]
    return Refusal(settled=settled, likely=tuple(likely))


def _settled(tries: Sequence[CodeTry], known: KnownOfClock) -> RefusalCause | None:
    if known.is_other_secret:
        return RefusalCause.OLD_SET_UP
    if known.stand in {ClockStand.AHEAD, ClockStand.BEHIND}:
        return RefusalCause.CLOCK
    accepted = {one.step for one in tries if one.is_accepted}
    return RefusalCause.USED_TWICE if tries[-1].step in accepted else None


def _possible(
    tries: Sequence[CodeTry], kind: OtpType, known: KnownOfClock
) -> Sequence[RefusalCause]:
    """Return what can be the cause; a code that was accepted speaks for the set-up."""
    slips = [RefusalCause.TOO_LATE, RefusalCause.USED_TWICE, RefusalCause.MISTYPED]
    if kind is OtpType.HOTP:
        slips = [RefusalCause.COUNTER, RefusalCause.MISTYPED]
    causes = []
    if kind is not OtpType.HOTP and known.stand is not ClockStand.FITS:
        causes.append(RefusalCause.CLOCK)
    causes.append(RefusalCause.OLD_SET_UP)
    if any(one.is_accepted for one in tries):
        return [*slips, *causes]
    return [*causes, *(slip for slip in slips if slip is not RefusalCause.USED_TWICE)]
