"""Marks for what is known of cards, their months, and money that must come back."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import Verdict
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.tokens import Tone

CardState = Verdict | MonthState | ReturnState


def card_sign(state: CardState) -> tuple[IconName, Tone]:
    """Return the shape of *state* and its colour."""
    match state:
        case Verdict():
            return _verdict_sign(state)
        case MonthState.CLEAN:
            return ("proven", "ok")
        case MonthState.FINDINGS:
            return ("finding", "attention")
        case MonthState.NOT_OUT:
            return ("clock", "unknown")
        case MonthState.MISSING:
            return ("waiting", "unknown")
        case ReturnState():
            return _return_sign(state)


def card_state_words(state: CardState) -> str:
    """Return what *state* is called in the language of the window."""
    match state:
        case Verdict():
            return _verdict_words(state)
        case MonthState.CLEAN:
            return QCoreApplication.translate("CardMarks", "Clean")
        case MonthState.FINDINGS:
            return QCoreApplication.translate("CardMarks", "Look at it")
        case MonthState.NOT_OUT:
            return QCoreApplication.translate("CardMarks", "Not out yet")
        case MonthState.MISSING:
            return QCoreApplication.translate("CardMarks", "Not read")
        case ReturnState():
            return _return_words(state)


def _verdict_sign(verdict: Verdict) -> tuple[IconName, Tone]:
    match verdict:
        case Verdict.CERTAIN:
            return ("charged", "attention")
        case Verdict.POSSIBLE:
            return ("possible", "attention")
        case Verdict.EXCLUDED:
            return ("proven", "ok")
        case Verdict.NOT_YET_BILLED:
            return ("clock", "unknown")
        case Verdict.NOT_COVERED:
            return ("waiting", "unknown")


def _verdict_words(verdict: Verdict) -> str:
    match verdict:
        case Verdict.CERTAIN:
            return QCoreApplication.translate("CardMarks", "Was charged")
        case Verdict.POSSIBLE:
            return QCoreApplication.translate("CardMarks", "Possible")
        case Verdict.EXCLUDED:
            return QCoreApplication.translate("CardMarks", "Not charged")
        case Verdict.NOT_YET_BILLED:
            return QCoreApplication.translate("CardMarks", "Statement awaited")
        case Verdict.NOT_COVERED:
            return QCoreApplication.translate("CardMarks", "Not checked")


def _return_sign(state: ReturnState) -> tuple[IconName, Tone]:
    match state:
        case ReturnState.EXPECTED:
            return ("waiting", "unknown")
        case ReturnState.PROMISED | ReturnState.CREDITED_PART:
            return ("half", "accent")
        case ReturnState.VANISHED | ReturnState.CREDITED | ReturnState.RESTORED:
            return ("proven", "ok")
        case ReturnState.SAID | ReturnState.WRITTEN_OFF:
            return ("said", "unknown")


def _return_words(state: ReturnState) -> str:
    match state:
        case ReturnState.EXPECTED:
            return QCoreApplication.translate("CardMarks", "Still to come")
        case ReturnState.PROMISED:
            return QCoreApplication.translate("CardMarks", "Promised")
        case ReturnState.VANISHED:
            return QCoreApplication.translate("CardMarks", "Off the bill")
        case ReturnState.CREDITED_PART:
            return QCoreApplication.translate("CardMarks", "Partly back")
        case ReturnState.CREDITED:
            return QCoreApplication.translate("CardMarks", "Back")
        case ReturnState.RESTORED:
            return QCoreApplication.translate("CardMarks", "Back, as seen")
        case ReturnState.SAID:
            return QCoreApplication.translate("CardMarks", "Back, you say")
        case ReturnState.WRITTEN_OFF:
            return QCoreApplication.translate("CardMarks", "Given up")
