"""The page of what is ahead on a store, and how to get about on it."""

from collections.abc import Callable
from datetime import datetime

from tests.window.card_scene import AT, CASE
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.words import CardWords
from torimodosu.resources import resource
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.table import Table
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.steps.schedule.closer import Tools
from torimodosu.window.steps.schedule.page import SchedulePage

Build = Callable[[Snapshot], SchedulePage]


class Desk:
    """A page on a store, in which the case of the snapshot is kept."""

    def __init__(self, store: Store, jobs: JobRunner) -> None:
        self.records = store.card_records
        self.case = store.open(CASE.answers, at=AT, is_practice=False)
        self.tools = Tools(
            catalogue=load_catalogue(resource("catalogue")),
            notes=CardNotes(self.records, self.records, self._keep),
            mails=MailReader(jobs),
        )

    def words(self) -> CardWords:
        return self.records.card_words(self.case)

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, AT)


def press(page: SchedulePage, words: str) -> None:
    (button, *_) = (
        one
        for one in page.findChildren(Button)
        if one.accessibleName() == words and one.isVisibleTo(page)
    )
    button.click()


def tables(page: SchedulePage) -> list[Table]:
    return [one for one in page.findChildren(Table) if one.isVisibleTo(page)]


def run_primary(page: SchedulePage) -> None:
    primary = page.buttons().primary
    assert primary is not None
    primary.run()
