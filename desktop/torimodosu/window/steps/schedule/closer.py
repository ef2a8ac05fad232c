"""What the person looks into: a group of sums, a letter, or the mails of an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.mail_sheet import mail_sheet
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.steps.schedule.letter import (
    DeskCard,
    LetterCard,
    card_of,
    letter_of,
)
from torimodosu.window.steps.schedule.one_return import OneReturn
from torimodosu.window.steps.schedule.returns import Group, group_name, same_group
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.way import phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with."""

    catalogue: Catalogue
    notes: CardNotes
    mails: MailReader


class CloserLook(QObject):
    """The one thing that is looked into; `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__()
        self._look, self._snapshot, self._tools = look, snapshot, tools
        self._group: Group | None = None
        self._letter: int | None = None
        self._shown: ShownMails | None = None
        self._failed = False
        tools.mails.shown.connect(self._show_mails)
        tools.mails.failed.connect(self._show_failure)

    @property
    def is_open(self) -> bool:
        """Tell whether the person looks into something."""
        is_inside = self._group is not None or self._letter is not None
        return is_inside or self._shows_mails

    @property
    def _shows_mails(self) -> bool:
        return self._failed or self._shown is not None

    def open_group(self, group: Group) -> None:
        """Look into a group of sums."""
        self._group = group
        self.changed.emit()

    def open_letter(self, card: int) -> None:
        """Look at what to tell the issuer of *card*."""
        self._letter = card
        self.changed.emit()

    def step_back(self) -> None:
        """Go back to what was looked into before."""
        if self._shows_mails:
            self._shown, self._failed = None, False
        else:
            self._group = self._letter = None
        self.changed.emit()

    def follow(self, snapshot: Snapshot) -> None:
        """Look at the same as it is now; close what is of another case."""
        before, self._snapshot = self._snapshot, snapshot
        if snapshot.case != before.case:
            self._group = self._letter = self._shown = None
            self._failed = False
        self._group = same_group(self._group, snapshot)

    def heading(self) -> Heading:
        """Say what is looked into."""
        names = CardNames(self._snapshot, self._tools.catalogue)
        title, why = self.tr("The mail could not be shown"), ""
        if self._shown is not None:
            title = self.tr("%n mail(s) of this order", "", len(self._shown.mails))
            why = self.tr("As they came. Nothing in them is loaded or opened.")
        elif self._letter is not None and not self._failed:
            title = self.tr("What to tell: {card}").format(card=names.of(self._letter))
            why = self.tr("The days and amounts exactly as the statements print them.")
        elif self._group is not None and not self._failed:
            name = group_name(self._group, names)
            form = self.tr("{amount}: {means}")
            title = form.format(amount=self._group.amount, means=name)
            why = self.tr("“Cancelled” is not yet “back”. It ends when you have it.")
        return Heading(phase=phase_name(Phase.WATCH), title=title, why=why)

    def parts(self) -> Sequence[QWidget]:
        """Show what is looked into."""
        if self._shows_mails:
            return self._mails()
        if self._letter is not None:
            return [self._letter_row(self._letter)]
        if self._group is None:
            return []
        one = OneReturn(self._look, self._group, self._snapshot)
        one.said.connect(self._say_of_returns)
        one.opened.connect(self._open_mails)
        return [one]

    def _letter_row(self, number: int) -> QWidget:
        case, work = self._snapshot.case, self._snapshot.card_work
        card = card_of(() if case is None else case.answers.cards, number)
        issuers = self._tools.catalogue.issuers
        issuer = None if card is None else issuers.get(card.issuer)
        names = CardNames(self._snapshot, self._tools.catalogue)
        known = self._snapshot.card_words.reported.get(number)
        today = self._snapshot.at.date()
        desk = DeskCard(self._look, issuer, today=today, known=known)
        desk.reported.connect(self._say_reported)
        letter = letter_of(work, number)
        told = LetterCard(self._look, letter, names.of(number), issuer)
        return Row(self._look, told, desk, below=720).share(3, 2)

    def _mails(self) -> list[QWidget]:
        if self._shown is None or not self._shown.mails:
            what = self.tr("The mail could not be shown")
            safe = self.tr("It is kept in the archive all the same. Try once more.")
            return [Failure(self._look, what, safe)]
        return [mail_sheet(self._look, shown) for shown in self._shown.mails]

    def _open_mails(self, mails: tuple[str, ...]) -> None:
        if self._snapshot.case is not None:
            self._tools.mails.fetch(self._snapshot.case, mails)

    def _show_mails(self, mails: ShownMails) -> None:
        self._shown, self._failed = mails, False
        self.changed.emit()

    def _show_failure(self, _error: Exception) -> None:
        self._shown, self._failed = None, True
        self.changed.emit()

    def _say_of_returns(
        self, keys: tuple[str, ...], state: ReturnState | None, note: str
    ) -> None:
        for key in keys:
            self._tools.notes.say_of_return(key, state, note)

    def _say_reported(self, day: date | None) -> None:
        if self._letter is not None:
            self._tools.notes.say_reported(self._letter, day)
