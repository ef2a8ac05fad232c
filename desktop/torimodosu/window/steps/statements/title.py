"""What the page of the statements finds."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.cards import missing_months, open_charges
from torimodosu.recovery.plan.proof import is_proven, is_said
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.words.counts import Counts


def title_of(snapshot: Snapshot, *, is_reading: bool) -> str:
    """Return what is most worth knowing about the statements."""
    looks, missing = len(open_charges(snapshot)), len(missing_months(snapshot))
    if is_reading:
        return QCoreApplication.translate("Log", "Reading your statements")
    if snapshot.statements and looks:
        return Counts().charges_need_a_look(looks)
    if snapshot.statements and missing:
        return Counts().statements_not_read(missing)
    if is_proven(Step.STATEMENTS, snapshot):
        return QCoreApplication.translate(
            "Log", "Every statement of the cards that the shop has is read"
        )
    if is_said(Step.STATEMENTS, snapshot):
        return QCoreApplication.translate(
            "Log", "Every statement is read, or clean as you say"
        )
    if snapshot.statements:
        return Counts().statements_read(len(snapshot.statements))
    return QCoreApplication.translate("Log", "Bring the card statements")


def why_of(snapshot: Snapshot, *, is_reading: bool) -> str:
    """Return what to do about it."""
    if snapshot.statements and open_charges(snapshot) and not is_reading:
        return QCoreApplication.translate(
            "Log", "No order of yours explains them. You may know them."
        )
    return QCoreApplication.translate(
        "Log", "Bring them as you saved them. The format does not matter."
    )
