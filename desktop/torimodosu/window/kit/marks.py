"""Marks: a shape and a word for every state, so that colour is never alone."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import Verdict
from torimodosu.window.kit.card_marks import CardState, card_sign, card_state_words
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.tokens import Tone

State = Certainty | Ownership | StepState | MailVerdict | CardState


class Sign(NamedTuple):
    """How a state is drawn."""

    icon: IconName
    tone: Tone


class Mark(Enum):
    """States that no rule names, for a chip or a table."""

    NOT_JUDGED = "not_judged"
    AHEAD = "ahead"
    DUE = "due"


def sign_of(state: State | Mark) -> Sign:
    """Return the shape of *state* and its colour."""
    match state:
        case Certainty.CONFIRMED | Ownership.MINE:
            return Sign("proven", "ok")
        case Certainty.PROBABLE:
            return Sign("half", "accent")
        case Certainty.UNKNOWN | Ownership.UNSURE:
            return Sign("unknown", "unknown")
        case Certainty.SAID:
            return Sign("said", "unknown")
        case Ownership.NOT_MINE:
            return Sign("finding", "attention")
        case StepState():
            return _sign_of_step(state)
        case Mark() | MailVerdict():
            return _sign_of_mark(state)
        case Verdict() | MonthState() | ReturnState():
            return Sign(*card_sign(state))


def _sign_of_step(state: StepState) -> Sign:
    match state:
        case StepState.PROVEN:
            return Sign("proven", "ok")
        case StepState.SAID:
            return Sign("said", "unknown")
        case StepState.HERE:
            return Sign("here", "accent")
        case StepState.OPEN:
            return Sign("open", "muted")
        case StepState.LATER:
            return Sign("clock", "unknown")
        case StepState.NOT_NEEDED:
            return Sign("skipped", "unknown")


def _sign_of_mark(mark: Mark | MailVerdict) -> Sign:
    match mark:
        case MailVerdict.GENUINE:
            return Sign("proven", "ok")
        case MailVerdict.CANNOT_TELL:
            return Sign("unknown", "unknown")
        case Mark.NOT_JUDGED:
            return Sign("waiting", "unknown")
        case Mark.AHEAD:
            return Sign("clock", "unknown")
        case Mark.DUE | MailVerdict.NOT_GENUINE:
            return Sign("finding", "attention")


def words_of(state: State | Mark) -> str:
    """Return what *state* is called in the language of the window."""
    match state:
        case Certainty() | Ownership():
            return _words_of_a_fact(state)
        case StepState():
            return _words_of_a_step(state)
        case Mark() | MailVerdict():
            return _words_of_a_mark(state)
        case Verdict() | MonthState() | ReturnState():
            return card_state_words(state)


def _words_of_a_step(state: StepState) -> str:
    match state:
        case StepState.PROVEN:
            return QCoreApplication.translate("Marks", "Done")
        case StepState.SAID:
            return QCoreApplication.translate("Marks", "Said by you")
        case StepState.HERE:
            return QCoreApplication.translate("Marks", "Next step")
        case StepState.OPEN:
            return QCoreApplication.translate("Marks", "Open")
        case StepState.LATER:
            return QCoreApplication.translate("Marks", "Later")
        case StepState.NOT_NEEDED:
            return QCoreApplication.translate("Marks", "Not needed")


def _words_of_a_fact(state: Certainty | Ownership) -> str:
    match state:
        case Certainty.CONFIRMED:
            return QCoreApplication.translate("Marks", "Confirmed")
        case Certainty.PROBABLE:
            return QCoreApplication.translate("Marks", "Probable")
        case Certainty.UNKNOWN:
            return QCoreApplication.translate("Marks", "Not known yet")
        case Certainty.SAID:
            return QCoreApplication.translate("Marks", "Said by you")
        case Ownership.MINE:
            return QCoreApplication.translate("Marks", "Mine")
        case Ownership.NOT_MINE:
            return QCoreApplication.translate("Marks", "Not mine")
        case Ownership.UNSURE:
            return QCoreApplication.translate("Marks", "Unsure")


def _words_of_a_mark(mark: Mark | MailVerdict) -> str:
    match mark:
        case Mark.NOT_JUDGED:
            return QCoreApplication.translate("Marks", "Not judged yet")
        case Mark.AHEAD:
            return QCoreApplication.translate("Marks", "To come")
        case Mark.DUE:
            return QCoreApplication.translate("Marks", "Now")
        case MailVerdict.GENUINE:
            return QCoreApplication.translate("Marks", "Genuine")
        case MailVerdict.NOT_GENUINE:
            return QCoreApplication.translate("Marks", "Not genuine")
        case MailVerdict.CANNOT_TELL:
            return QCoreApplication.translate("Marks", "Cannot be told")
