"""What the entries of the queue and the exports are about, in words."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.passwords.exports.outcome import ExportTrouble
from torimodosu.recovery.passwords.queue import AtRisk, Flaw, LeakList, Standing
from torimodosu.recovery.plan.advice import StepState
from torimodosu.window.kit.marks import Mark, State

_OtherFile = Literal[
    ExportTrouble.NOT_A_FILE,
    ExportTrouble.TOO_LARGE,
    ExportTrouble.NOT_AN_EXPORT,
    ExportTrouble.EMPTY,
    ExportTrouble.PICTURE,
]


def risk_words(risk: AtRisk) -> str:
    """Return why a password is to be changed, for a column."""
    match risk:
        case AtRisk.MAILBOX:
            return QCoreApplication.translate("Reuse", "Other resets arrive there")
        case AtRisk.ATTACKED:
            return QCoreApplication.translate("Reuse", "The attacked account")
        case AtRisk.SAME_PASSWORD:
            return QCoreApplication.translate("Reuse", "Shares its password")
        case AtRisk.MONEY:
            return QCoreApplication.translate("Reuse", "Money can be moved there")
        case AtRisk.REST:
            return QCoreApplication.translate("Reuse", "Calmly, after the others")


def why_words(risk: AtRisk) -> str:
    """Return the same as a sentence."""
    match risk:
        case AtRisk.MAILBOX:
            return QCoreApplication.translate(
                "Reuse", "Whoever reads this mailbox can reset all the others."
            )
        case AtRisk.ATTACKED:
            return QCoreApplication.translate(
                "Reuse", "Somebody was inside, so they may know this password."
            )
        case AtRisk.SAME_PASSWORD:
            return QCoreApplication.translate(
                "Reuse", "Its password opens other places too, or nearly does."
            )
        case AtRisk.MONEY:
            return QCoreApplication.translate(
                "Reuse", "Money can be moved from there, and the password is not good."
            )
        case AtRisk.REST:
            return QCoreApplication.translate(
                "Reuse", "There is no hurry. Take it when you sign in there anyway."
            )


def flaw_words(flaw: Flaw) -> str:
    """Return what is wrong with a password."""
    match flaw:
        case Flaw.REUSED:
            return QCoreApplication.translate("Reuse", "used elsewhere too")
        case Flaw.VARIANT:
            return QCoreApplication.translate("Reuse", "much like another")
        case Flaw.WEAK:
            return QCoreApplication.translate("Reuse", "easily guessed")
        case Flaw.BREACHED:
            return QCoreApplication.translate("Reuse", "known from leaks")
        case Flaw.OLD:
            return QCoreApplication.translate("Reuse", "old")
        case Flaw.SHORT:
            return QCoreApplication.translate("Reuse", "short")


def standing_words(standing: Standing, *, is_next: bool) -> str:
    """Return how far an entry is."""
    match standing:
        case Standing.OPEN if is_next:
            return QCoreApplication.translate("Reuse", "Next")
        case Standing.OPEN:
            return QCoreApplication.translate("Reuse", "After that")
        case Standing.SAID:
            return QCoreApplication.translate("Reuse", "Changed (noted)")
        case Standing.PROVEN:
            return QCoreApplication.translate("Reuse", "Changed")
        case Standing.EXCLUDED:
            return QCoreApplication.translate("Reuse", "Left out")


def standing_mark(standing: Standing, *, is_next: bool) -> State | Mark:
    """Return the shape that goes with the words."""
    match standing:
        case Standing.OPEN:
            return StepState.HERE if is_next else StepState.OPEN
        case Standing.SAID:
            return StepState.SAID
        case Standing.PROVEN:
            return StepState.PROVEN
        case Standing.EXCLUDED:
            return Mark.AHEAD


def trouble_words(trouble: ExportTrouble) -> str:
    """Return why an export was not read, and what to bring instead."""
    match trouble:
        case ExportTrouble.UNREADABLE:
            return QCoreApplication.translate(
                "Reuse", "It cannot be opened. Save it once more, then bring that."
            )
        case ExportTrouble.NO_LOGINS:
            return QCoreApplication.translate(
                "Reuse", "There is no password in it. Choose “all passwords” there."
            )
        case ExportTrouble.NEEDS_KEY:
            return QCoreApplication.translate(
                "Reuse", "It is encrypted. Type its password, and it can be read."
            )
        case ExportTrouble.WRONG_KEY:
            return QCoreApplication.translate(
                "Reuse", "The password does not open it. Try once more."
            )
        case ExportTrouble.ENCRYPTED:
            return QCoreApplication.translate(
                "Reuse", "It is encrypted. Export it once more as a plain CSV or JSON."
            )
        case ExportTrouble.DAMAGED:
            return QCoreApplication.translate(
                "Reuse", "It was cut off. Export it once more, then bring that."
            )
        case _:
            return _other_file_words(trouble)


def _other_file_words(trouble: _OtherFile) -> str:
    """Return what was brought in place of an export, and what to bring instead."""
    match trouble:
        case ExportTrouble.NOT_A_FILE:
            return QCoreApplication.translate(
                "Reuse", "This is not a file. Choose the export itself."
            )
        case ExportTrouble.TOO_LARGE:
            return QCoreApplication.translate(
                "Reuse", "It is larger than any export. Choose the export itself."
            )
        case ExportTrouble.NOT_AN_EXPORT:
            return QCoreApplication.translate(
                "Reuse", "This is no export of passwords that we know. Bring a CSV."
            )
        case ExportTrouble.EMPTY:
            return QCoreApplication.translate(
                "Reuse", "This file is empty. Export it once more, then bring that."
            )
        case ExportTrouble.PICTURE:
            return QCoreApplication.translate(
                "Reuse", "This is a picture. Bring the export of the passwords as CSV."
            )


def list_words(leaks: LeakList) -> str:
    """Return a list of leaked passwords that all were compared with."""
    match leaks:
        case LeakList.SHIPPED:
            return QCoreApplication.translate(
                "Reuse", "The 100,000 most common leaked ones"
            )
        case LeakList.FILE:
            return QCoreApplication.translate("Reuse", "Your own list of leaks")
        case LeakList.ONLINE:
            return QCoreApplication.translate(
                "Reuse", "All known leaks, by the first digits of hashes"
            )
