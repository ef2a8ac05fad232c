"""What the person will be reminded of, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.plan.reminding import reminders_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.reminders.agenda import due_now
from torimodosu.recovery.reminders.reminder import About, Reminder
from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.place import View
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words

# Every case has these, from its first minute; alone they are no news.
_ALWAYS = {About.QUARTERLY_LOOK, About.YEARLY_LOOK}


class ReminderLine(Box):
    """`place_chosen` tells View.REMINDERS or View.CONTACTS."""

    place_chosen = Signal(object)

    def __init__(
        self, look: Look, snapshot: Snapshot, coming: Sequence[Reminder]
    ) -> None:
        super().__init__(look, "card", pad=16)
        due = due_now(coming, snapshot.at)
        title = Counts().items_to_check(len(due))
        if not due:
            day = day_words(coming[0].due.astimezone().date())
            title = self.tr("Next reminder: {day}").format(day=day)
        waiting = sum(one.answered_at is None for one in snapshot.contacts)
        why = self.tr("You need not keep the days in mind.")
        if waiting:
            why = self.tr("%n answer(s) still to come", "", waiting)
        see = Button(look, self.tr("Reminders"), "link")
        see.clicked.connect(self._see_reminders)
        log = Button(look, self.tr("Whom you turned to"), "link")
        log.clicked.connect(self._see_contacts)
        told = pair(look, title, why, small=True)
        row = Row(look, told, Wrapped(look, log, see), gap=12, below=520)
        row.line.setStretch(0, 1)
        icon = Icon(look, "bell", "attention" if due else "accent", 22)
        self.add(Beside(look, icon, row))

    def _see_reminders(self) -> None:
        self.place_chosen.emit(View.REMINDERS)

    def _see_contacts(self) -> None:
        self.place_chosen.emit(View.CONTACTS)


def news_of(snapshot: Snapshot) -> Sequence[Reminder]:
    """Return what is to come, if there is anything that not every case has."""
    coming = reminders_of(snapshot)
    has_news = any(one.about not in _ALWAYS or one.due <= snapshot.at for one in coming)
    return coming if has_news else ()
