"""Now and when it is fixed: the old entries, their moments, and what proves the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.diagnosis import Diagnosis, JudgedLogin
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.proof import Moment, Moments, ProofLine, ProofPanel, Side
from torimodosu.window.steps.sign_in.browser_words import browser_name
from torimodosu.window.steps.sign_in.finding_words import (
    age_words,
    holder_words,
    is_sent_since,
    last_sent,
    place_of,
    sent_words,
)
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import clock_words, near_words

_MOST_ENTRIES = 3
_REFUSALS = {
    *(Outcome.REFUSED, Outcome.NO_SUCH_ACCOUNT),
    *(Outcome.CODE_REFUSED, Outcome.ASKED_TO_WAIT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the panels are made from: the newest look, and what was tried."""

    diagnosis: Diagnosis
    tried: Mapping[Trial, Tried]
    now: datetime


def moments_card(
    look: Look, catalogue: Catalogue, judged: JudgedLogin, seen: Seen
) -> Box:
    """Return the moments of an old entry: saved, reset, and sent after that."""
    login, reset = judged.login, seen.diagnosis.reset_at
    browser = browser_name(catalogue, judged.profile.browser, judged.profile.channel)
    now = seen.now
    moments = []
    changed = login.dated
    if changed is not None:
        words = QCoreApplication.translate("SignIn", "{browser} saved this one").format(
            browser=browser
        )
        when = near_words(changed, now=now)
        moments.append(Moment(icon="open", tint="muted", when=when, words=words))
    if reset is not None:
        words = QCoreApplication.translate("SignIn", "You set a new one")
        when = near_words(reset, now=now)
        moments.append(Moment(icon="proven", tint="ok", when=when, words=words))
    words, at = (
        QCoreApplication.translate("SignIn", "{browser} still has the old one"),
        seen.diagnosis.at,
    )
    sent = last_sent(login)
    if sent is not None and is_sent_since(login, reset):
        words, at = (
            QCoreApplication.translate("SignIn", "{browser} used the old one"),
            sent,
        )
    words, when = words.format(browser=browser), near_words(at, now=now)
    moments.append(Moment(icon="finding", tint="attention", when=when, words=words))
    return Box(look).add(Moments(look, moments))


def conflict_panel(look: Look, catalogue: Catalogue, seen: Seen) -> ProofPanel:
    """Return what is so now, and what will be so once it is fixed."""
    stale = seen.diagnosis.stale
    now = Side(
        title=QCoreApplication.translate("SignIn", "Now"),
        said=QCoreApplication.translate("SignIn", "Conflict"),
        sign=Sign("finding", "attention"),
        lines=(
            *(_entry(catalogue, judged) for judged in stale[:_MOST_ENTRIES]),
            *_more(len(stale) - _MOST_ENTRIES),
            *_age(stale[0], seen),
        ),
    )
    gone = ProofLine(
        icon="open",
        tint="muted",
        words=Counts().old_entries_gone(len(stale)),
        small=QCoreApplication.translate(
            "SignIn", "We are watching. It changes within seconds"
        ),
    )
    then = Side(
        title=QCoreApplication.translate("SignIn", "When it is fixed"),
        said=QCoreApplication.translate("SignIn", "Not yet"),
        sign=Sign("waiting", "unknown"),
        lines=(gone, _typed(seen)),
        is_settled=False,
    )
    return ProofPanel(look, now, then)


def fixed_panel(look: Look, seen: Seen, *, since: datetime | None) -> ProofPanel:
    """Return what was so before, first seen at *since*, and what is proven now."""
    diagnosis = seen.diagnosis
    when = QCoreApplication.translate("SignIn", "Earlier")
    if since is not None:
        when = near_words(since, now=seen.now)
    was = ProofLine(
        icon="key",
        tint="muted",
        words=diagnosis.site.service,
        small=QCoreApplication.translate("SignIn", "An old saved password was there"),
    )
    at = clock_words(diagnosis.at)
    gone = ProofLine(
        icon="proven",
        tint="ok",
        words=QCoreApplication.translate("SignIn", "No old password is left"),
        small=QCoreApplication.translate(
            "SignIn", "Seen in your browsers at {time}"
        ).format(time=at),
    )
    before = Side(
        title=QCoreApplication.translate("SignIn", "Before"),
        said=when,
        sign=Sign("clock", "unknown"),
        lines=(was,),
    )
    after = Side(
        title=QCoreApplication.translate("SignIn", "Now"),
        said=QCoreApplication.translate("SignIn", "Confirmed {time}").format(time=at),
        sign=Sign("proven", "ok"),
        lines=(gone, _typed(seen)),
    )
    return ProofPanel(look, before, after)


def is_refused_since(seen: Seen) -> bool:
    """Tell whether the person was refused after the newest look."""
    return any(
        tried.at >= seen.diagnosis.at and tried.outcome in _REFUSALS
        for tried in seen.tried.values()
    )


def has_typed(tried: Mapping[Trial, Tried]) -> bool:
    """Tell whether the person got in by typing the new password."""
    typed = tried.get(Trial.TYPED_BY_HAND)
    return typed is not None and typed.outcome is Outcome.GOT_IN


def _entry(catalogue: Catalogue, judged: JudgedLogin) -> ProofLine:
    return ProofLine(
        icon="key",
        tint="attention",
        words=place_of(judged.login),
        small=holder_words(catalogue, judged),
    )


def _more(count: int) -> tuple[ProofLine, ...]:
    if count <= 0:
        return ()
    small = QCoreApplication.translate("SignIn", "All of them are listed below")
    words = Counts().more(count)
    return (ProofLine(icon="key", tint="muted", words=words, small=small),)


def _age(judged: JudgedLogin, seen: Seen) -> tuple[ProofLine, ...]:
    reset = seen.diagnosis.reset_at
    if reset is None:
        return ()
    words = age_words(judged.login, reset)
    small = sent_words(judged.login, now=seen.now)
    return (ProofLine(icon="clock", tint="muted", words=words, small=small),)


def _typed(seen: Seen) -> ProofLine:
    words = QCoreApplication.translate("SignIn", "Typing it by hand works")
    if has_typed(seen.tried):
        at = near_words(seen.tried[Trial.TYPED_BY_HAND].at, now=seen.now)
        small = QCoreApplication.translate("SignIn", "You noted this: {moment}").format(
            moment=at
        )
        return ProofLine(icon="said", tint="unknown", words=words, small=small)
    small = QCoreApplication.translate("SignIn", "You note this yourself")
    return ProofLine(icon="open", tint="muted", words=words, small=small)
