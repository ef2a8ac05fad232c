"""What is said on the page of a step that nobody has to take, or not yet."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.needs import Later, Unneeded, waits_for, why_unneeded
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.words.dates import day_words


def unneeded_words(step: Step, snapshot: Snapshot) -> tuple[str, str] | None:
    """Return a title and the reason, or None where *step* can be taken now.

    None, too, where the page says itself what it waits for.
    """
    match state_of(step, snapshot):
        case StepState.NOT_NEEDED:
            why = why_unneeded(step, snapshot)
            return None if why is None else (_why_title(why), _why_words(why))
        case StepState.LATER:
            later = waits_for(step, snapshot)
            words = "" if later is None else _later_words(later, snapshot)
            title = QCoreApplication.translate("Unneeded", "Nothing to do here yet")
            return (title, words) if words else None
        case _:
            return None


def _why_title(why: Unneeded) -> str:
    if why is Unneeded.NO_MAILS:
        return QCoreApplication.translate(
            "Unneeded", "Without mails there is nothing to do here"
        )
    return QCoreApplication.translate("Unneeded", "You do not need this step")


def _why_words(why: Unneeded) -> str:
    match why:
        case Unneeded.NO_MAILS:
            return QCoreApplication.translate(
                "Unneeded",
                "You said that there are none. What they would tell is not known: only"
                " the shop can say it.",
            )
        case Unneeded.NO_LOSS:
            return QCoreApplication.translate(
                "Unneeded",
                "No order in the mails that were read is somebody else's. If one turns"
                " up, this step opens.",
            )
        case Unneeded.NO_CARD:
            return QCoreApplication.translate(
                "Unneeded",
                "You named no card, and no order is known that a card paid. If the shop"
                " has a card of yours, add it to the five answers.",
            )
        case Unneeded.NOTHING_TO_WATCH:
            return QCoreApplication.translate(
                "Unneeded",
                "In the statements that were read, nothing is left to look at.",
            )
        case Unneeded.NO_DATES:
            return QCoreApplication.translate(
                "Unneeded",
                "No day is known that you would have to keep. Statements would tell"
                " such days.",
            )


def _later_words(later: Later, snapshot: Snapshot) -> str:
    match later:
        case Later.STATEMENT_THAT_TELLS:
            return ""  # the title of that page names the day
        case Later.NEXT_STATEMENT:
            return QCoreApplication.translate(
                "Unneeded", "What is out is read. The next statement is still to come."
            )
        case Later.END_OF_WATCH:
            work = snapshot.card_work
            form = QCoreApplication.translate(
                "Unneeded", "The cards are watched until {day}. After that you close."
            )
            day = "" if work is None else day_words(work.watch.ends_on)
            return form.format(day=day)
