"""Where a person can be in the window."""

from enum import Enum

from torimodosu.recovery.plan.steps import Step


class View(Enum):
    """Pages that are no step of the way."""

    WELCOME = "welcome"
    OVERVIEW = "overview"
    JUDGE = "judge"
    REMINDERS = "reminders"
    CONTACTS = "contacts"
    SENT = "sent"
    EVERYTHING = "everything"
    LOG = "log"
    ABOUT = "about"


Place = Step | View
