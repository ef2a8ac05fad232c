"""What each observation says about the causes of a failing sign-in.

The discriminators are those that victims reported: what works in another browser is no
fault of the shop; what fails everywhere is none of the browser.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from torimodosu.recovery.signin.cause import Cause, Clue, Reason, Weight
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.mail_clues import HOLD
from torimodosu.recovery.signin.profile import StorePart
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

_ON_THE_SIDE_OF_THE_SHOP = (
    Cause.SHOP_HOLD,
    Cause.ADDRESS_CHANGED,
    Cause.WRONG_MARKETPLACE,
    Cause.WRONG_CODE,
)
_IN_THE_BROWSER = (Cause.STALE_LOGIN, Cause.EXTENSION_FILLS, Cause.COOKIES)
_FILLED_IN = (Cause.STALE_LOGIN, Cause.EXTENSION_FILLS)
_ANOTHER = {Trial.OTHER_BROWSER, Trial.OTHER_DEVICE}
_SAID_BY_SHOP = {
    Outcome.NO_SUCH_ACCOUNT,
    Outcome.CODE_REFUSED,
    Outcome.ASKED_TO_WAIT,
}


def clues_of_scan(diagnosis: Diagnosis | None) -> Iterator[Clue]:
    """Yield what the look at the browsers says."""
    if diagnosis is None:
        for cause in _IN_THE_BROWSER:
            yield Clue(
                cause=cause, weight=Weight.POSSIBLE, reason=Reason.NOT_LOOKED_YET
            )
        return
    yield _of_saved_logins(diagnosis)
    missed = {missed.part for missed in diagnosis.not_covered}
    is_seen = bool(diagnosis.profiles) and StorePart.PROFILES not in missed
    yield _of_extensions(
        diagnosis, is_all_seen=is_seen and StorePart.EXTENSIONS not in missed
    )
    yield _of_cookies(
        diagnosis, is_all_seen=is_seen and StorePart.SITE_DATA not in missed
    )


def clues_of_trials(tried: Mapping[Trial, Tried], at: datetime) -> Iterator[Clue]:
    """Yield what the things that were tried say at the moment *at*.

    What the shop said before somebody got in is past.
    """
    got_in = [t.at for t in tried.values() if t.outcome is Outcome.GOT_IN]
    for result in tried.values():
        if result.outcome not in _SAID_BY_SHOP:
            yield from _of_password(result)
        elif all(moment <= result.at for moment in got_in):
            yield from _of_answer(result, at)
    if _is_refused_everywhere(tried):
        yield from _clues((Cause.SHOP_HOLD,), Weight.LIKELY, Reason.REFUSED_EVERYWHERE)


def _of_password(result: Tried) -> Iterator[Clue]:
    match result.outcome:
        case Outcome.GOT_IN:
            yield from _got_in(result.trial)
        case Outcome.REFUSED:
            yield from _refused(result.trial)
        case Outcome.DOTS_DIFFER:
            yield from _clues(_FILLED_IN, Weight.LIKELY, Reason.DOTS_DIFFER)


def _of_answer(result: Tried, at: datetime) -> Iterator[Clue]:
    match result.outcome:
        case Outcome.NO_SUCH_ACCOUNT:
            yield from _no_such_account()
        case Outcome.CODE_REFUSED:
            yield from _code_refused()
        case Outcome.ASKED_TO_WAIT:
            weight = Weight.POSSIBLE if at >= result.at + HOLD else Weight.FOUND
            yield from _clues((Cause.SHOP_HOLD,), weight, Reason.ASKED_TO_WAIT)


def _of_saved_logins(diagnosis: Diagnosis) -> Clue:
    weight, reason = {
        True: (Weight.FOUND, Reason.STALE_ENTRY_FOUND),
        False: (Weight.UNLIKELY, Reason.NO_STALE_ENTRY),
        None: (Weight.POSSIBLE, Reason.NOT_ALL_LOOKED_AT),
    }[diagnosis.conflict]
    return Clue(cause=Cause.STALE_LOGIN, weight=weight, reason=reason)


def _of_extensions(diagnosis: Diagnosis, *, is_all_seen: bool) -> Clue:
    cause = Cause.EXTENSION_FILLS
    if any(read.extensions for read in diagnosis.profiles):
        return Clue(
            cause=cause, weight=Weight.POSSIBLE, reason=Reason.EXTENSION_INSTALLED
        )
    if is_all_seen:
        return Clue(
            cause=cause, weight=Weight.UNLIKELY, reason=Reason.NO_EXTENSION_SEEN
        )
    return Clue(cause=cause, weight=Weight.POSSIBLE, reason=Reason.NOT_ALL_LOOKED_AT)


def _of_cookies(diagnosis: Diagnosis, *, is_all_seen: bool) -> Clue:
    cause = Cause.COOKIES
    if any(data.cookies for read in diagnosis.profiles for data in read.site_data):
        return Clue(cause=cause, weight=Weight.POSSIBLE, reason=Reason.COOKIES_THERE)
    if is_all_seen:
        return Clue(cause=cause, weight=Weight.UNLIKELY, reason=Reason.NO_COOKIES)
    return Clue(cause=cause, weight=Weight.POSSIBLE, reason=Reason.NOT_ALL_LOOKED_AT)


def _got_in(trial: Trial) -> Iterator[Clue]:
    typed = trial is Trial.TYPED_BY_HAND
    reason = Reason.TYPED_GOT_IN if typed else Reason.GOT_IN_ELSEWHERE
    yield from _clues(_ON_THE_SIDE_OF_THE_SHOP, Weight.RULED_OUT, reason)
    yield from _clues(_FILLED_IN, Weight.LIKELY, reason)
    # The same cookies were sent when it was typed by hand.
    weight = Weight.RULED_OUT if typed else Weight.LIKELY
    yield from _clues((Cause.COOKIES,), weight, reason)


def _refused(trial: Trial) -> Iterator[Clue]:
    match trial:
        case Trial.TYPED_BY_HAND:
            # With the eye icon on and the dots counted.
            reason = Reason.TYPED_REFUSED
            yield from _clues(
                (Cause.STALE_LOGIN, Cause.TYPING), Weight.UNLIKELY, reason
            )
        case Trial.PRIVATE_WINDOW:
            # Extensions are off there, and nothing stored is sent.
            yield from _clues(
                (Cause.EXTENSION_FILLS, Cause.COOKIES),
                Weight.UNLIKELY,
                Reason.REFUSED_IN_PRIVATE,
            )
        case Trial.OTHER_BROWSER | Trial.OTHER_DEVICE:
            yield from _clues(
                _IN_THE_BROWSER, Weight.UNLIKELY, Reason.REFUSED_ELSEWHERE
            )


def _no_such_account() -> Iterator[Clue]:
    reason = Reason.NO_SUCH_ACCOUNT
    yield from _clues(
        (Cause.ADDRESS_CHANGED, Cause.WRONG_MARKETPLACE), Weight.LIKELY, reason
    )
    others = (*_IN_THE_BROWSER, Cause.SHOP_HOLD, Cause.WRONG_CODE)
    yield from _clues(others, Weight.UNLIKELY, reason)


def _code_refused() -> Iterator[Clue]:
    """Yield what a refused code says: the password before it was accepted."""
    reason = Reason.CODE_REFUSED
    yield from _clues((Cause.WRONG_CODE,), Weight.FOUND, reason)
    yield from _clues(
        (Cause.ADDRESS_CHANGED, Cause.WRONG_MARKETPLACE), Weight.UNLIKELY, reason
    )
    yield from _clues(
        (Cause.SHOP_HOLD, Cause.TYPING, *_FILLED_IN), Weight.UNLIKELY, reason
    )


def _is_refused_everywhere(tried: Mapping[Trial, Tried]) -> bool:
    refused = {t for t, result in tried.items() if result.outcome is Outcome.REFUSED}
    got_in = any(result.outcome is Outcome.GOT_IN for result in tried.values())
    return Trial.TYPED_BY_HAND in refused and bool(refused & _ANOTHER) and not got_in


def _clues(causes: Iterable[Cause], weight: Weight, reason: Reason) -> Iterator[Clue]:
    for cause in causes:
        yield Clue(cause=cause, weight=weight, reason=reason)
