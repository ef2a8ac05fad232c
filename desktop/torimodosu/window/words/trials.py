"""The four things to try, and what may come of each, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.signin.trial import Outcome, Trial

_EVERYWHERE = (
    *(Outcome.GOT_IN, Outcome.REFUSED, Outcome.NO_SUCH_ACCOUNT),
    *(Outcome.CODE_REFUSED, Outcome.ASKED_TO_WAIT),
)
# What may come of each, in the order in which it is offered.
OUTCOMES: Mapping[Trial, tuple[Outcome, ...]] = {
    Trial.TYPED_BY_HAND: (
        *(Outcome.GOT_IN, Outcome.REFUSED, Outcome.DOTS_DIFFER),
        *_EVERYWHERE[2:],
    ),
    Trial.PRIVATE_WINDOW: (*_EVERYWHERE, Outcome.NOT_POSSIBLE),
    Trial.OTHER_BROWSER: (*_EVERYWHERE, Outcome.NOT_POSSIBLE),
    Trial.OTHER_DEVICE: (*_EVERYWHERE, Outcome.NOT_POSSIBLE),
}


def trial_name(trial: Trial) -> str:
    """Return what to try, in a few words."""
    match trial:
        case Trial.TYPED_BY_HAND:
            return QCoreApplication.translate("Trials", "Type it by hand")
        case Trial.PRIVATE_WINDOW:
            return QCoreApplication.translate("Trials", "Use a private window")
        case Trial.OTHER_BROWSER:
            return QCoreApplication.translate("Trials", "Use another browser")
        case Trial.OTHER_DEVICE:
            return QCoreApplication.translate("Trials", "Use another device")


def trial_task(trial: Trial) -> str:
    """Return how to try it, in one or two sentences."""
    match trial:
        case Trial.TYPED_BY_HAND:
            return QCoreApplication.translate(
                "Trials",
                "First count the dots that the browser fills in. Then clear the field,"
                " press the eye icon and type the new password.",
            )
        case Trial.PRIVATE_WINDOW:
            return QCoreApplication.translate(
                "Trials",
                "Ctrl+Shift+N in Chrome and Edge, Ctrl+Shift+P in Firefox; on a Mac ⌘"
                " instead of Ctrl. Type the shop's address yourself.",
            )
        case Trial.OTHER_BROWSER:
            return QCoreApplication.translate(
                "Trials", "On this computer, for instance Firefox instead of Chrome."
            )
        case Trial.OTHER_DEVICE:
            return QCoreApplication.translate(
                "Trials", "Your phone, best in its browser and not in the shop's app."
            )


def outcome_words(outcome: Outcome) -> str:
    """Return what came of a trial, as an answer and as a result."""
    match outcome:
        case Outcome.GOT_IN:
            return QCoreApplication.translate("Trials", "I got in")
        case Outcome.REFUSED:
            return QCoreApplication.translate("Trials", "Password refused")
        case Outcome.DOTS_DIFFER:
            return QCoreApplication.translate("Trials", "Wrong number of dots")
        case Outcome.NO_SUCH_ACCOUNT:
            return QCoreApplication.translate("Trials", "No such account")
        case Outcome.CODE_REFUSED:
            return QCoreApplication.translate("Trials", "The code was refused")
        case Outcome.ASKED_TO_WAIT:
            return QCoreApplication.translate("Trials", "Told to wait")
        case Outcome.NOT_POSSIBLE:
            return QCoreApplication.translate("Trials", "Cannot try this")
