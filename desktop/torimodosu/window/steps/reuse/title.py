"""What the page says first."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.proof import is_proven, is_said
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.words.dates import near_words
from torimodosu.window.words.password_counts import PasswordCounts


def title_of(snapshot: Snapshot, *, is_reading: bool) -> str:
    """Return how many passwords are to be changed."""
    queue = snapshot.password_queue
    if is_reading:
        return QCoreApplication.translate("Reuse", "Your passwords are looked through")
    if queue is None and is_said(Step.REUSE, snapshot):
        return QCoreApplication.translate("Reuse", "All are changed, as you say")
    if queue is None:
        return QCoreApplication.translate("Reuse", "Where else is the same password?")
    count = len(queue.open_on(snapshot.at.date()))
    if count:
        return PasswordCounts().to_change(count)
    if not is_proven(Step.REUSE, snapshot):
        return QCoreApplication.translate("Reuse", "All are changed, as you say")
    return QCoreApplication.translate("Reuse", "Nothing is left to change")


def why_of(snapshot: Snapshot) -> str:
    """Return why, or what was looked at and when."""
    queue = snapshot.password_queue
    if queue is None:
        return QCoreApplication.translate(
            "Reuse",
            "Whoever has one password tries it everywhere. We find the places and put"
            " them in order.",
        )
    form = QCoreApplication.translate("Reuse", "{looked}. {moment}")
    looked = PasswordCounts().looked_at(queue.logins)
    return form.format(looked=looked, moment=near_words(queue.at, now=snapshot.at))
