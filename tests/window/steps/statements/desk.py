"""The page of the statements on a log in memory, and how to get about on it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.window.card_scene import AT, CASE, STATEMENTS, charge
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.statement_columns import Columns
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.log import ImportedStatement, LoggedCharge
from torimodosu.recovery.statements.words import CardWords
from torimodosu.resources import resource
from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.table import Table
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.steps.statements.closer import Tools
from torimodosu.window.steps.statements.page import StatementsPage

CHARGES = (
    charge("small", 100, row=2),
    charge("a", 27960),
    charge("open", None, row=5, card=2),
    charge("x", 1980, statement=2, row=9),
)
UNKNOWN = b"""Tag;Was;Wieviel
03.11.2026;Buchladen;12,50
17.11.2026;Cafe am Markt;4,20
25.11.2026;Bahn;31,00
"""


class Log:
    """A log in memory; it keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[int | None, date | None, date | None]] = []
        self.assigned: list[tuple[int, int]] = []

    def import_statements(
        self, case: Case, files: object, *, at: datetime
    ) -> Sequence[ImportedStatement | None]:
        raise NotImplementedError

    def number_of(self, case: Case, sha256: str) -> int:
        raise NotImplementedError

    def assign(self, case: Case, statement: int, card: int, *, at: datetime) -> None:
        del case, at
        self.assigned.append((statement, card))

    def statements(self, case: Case) -> Sequence[ImportedStatement]:
        del case
        return STATEMENTS

    def charges(
        self,
        case: Case,
        *,
        card: int | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Sequence[LoggedCharge]:
        del case
        self.asked.append((card, first, last))
        return [one for one in CHARGES if card in {None, one.card}]


class Clock:
    def now(self) -> datetime:
        return AT


class Desk:
    """What the page works with, and what came of it."""

    def __init__(self, store: Store, jobs: JobRunner) -> None:
        self.records = store.card_records
        self.case = store.open(CASE.answers, at=AT, is_practice=False)
        self.log = Log()
        self.saved: list[Path] = []
        catalogue = load_catalogue(resource("catalogue"))
        self.intake = StatementIntake(jobs)
        self.tools = Tools(
            catalogue=catalogue,
            notes=CardNotes(self.records, self.log, self._keep),
            intake=self.intake,
            jobs=jobs,
            log=self.log,
            save_charges=self._save,
            columns=Columns(
                records=self.records,
                load_catalogue=lambda: catalogue,
                clock=Clock(),
            ),
        )

    def words(self) -> CardWords:
        return self.records.card_words(self.case)

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, AT)

    def _save(
        self, case: Case, path: Path, cards: Mapping[int, str], progress: Progress
    ) -> int:
        del case, progress
        assert cards[3] == "買い物 7712"
        if path.name == "full.csv":
            raise OSError
        self.saved.append(path)
        return len(CHARGES)


def press(page: StatementsPage, words: str) -> None:
    (button, *_) = (
        one
        for one in page.findChildren(Button)
        if one.accessibleName() == words and one.isVisibleTo(page)
    )
    button.click()


def table(page: StatementsPage, name: str) -> Table:
    (found,) = (
        one
        for one in page.findChildren(Table)
        if one.accessibleName() == name and one.isVisibleTo(page)
    )
    return found


def go_back(page: StatementsPage) -> None:
    primary = page.buttons().primary
    assert primary is not None
    primary.run()


def said(page: StatementsPage) -> str:
    parts = page.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return "\n".join(words_in(part) for part in parts if part.isVisibleTo(page))
