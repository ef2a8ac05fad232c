"""The page of a step whose tool is the person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.cards import unreported_cards
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.report import report_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.deeds import done_words
from torimodosu.window.guide_document import Guide, read_guide
from torimodosu.window.guide_sheet import guide_sheet
from torimodosu.window.kit.blocks import Beside, Fact, IconLine, pair
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.guide.contacts import (
    IssuerCard,
    OfficesCard,
    PagesCard,
    ShopCard,
    pages_of,
)
from torimodosu.window.steps.guide.report import WHOM_OF, ReportCard
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.contacts import channel_words
from torimodosu.window.words.dates import moment_words, near_words
from torimodosu.window.words.way import (
    at_hand_list,
    minutes_words,
    phase_name,
    step_name,
)


class GuidePage(Page):
    """Shows what to do, whom to reach, and takes the word that it is done.

    `said` and `taken_back` tell the Step.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        step: Step,
        *,
        catalogue: Catalogue,
        read: Callable[[Step], str],
    ) -> None:
        super().__init__(look, snapshot)
        self._step, self._catalogue, self._read = step, catalogue, read

    def heading(self) -> Heading:
        """Return the words of the header."""
        guide = self._guide()
        return Heading(
            phase=phase_name(self._step.phase),
            title=guide.title or step_name(self._step),
            why=guide.why,
            minutes=minutes_words(MINUTES[self._step]),
            hand=at_hand_list(AT_HAND[self._step]),
        )

    def help_words(self) -> str:
        """Say how a step counts as done that nothing can prove."""
        return self.tr(
            "Do what the page says, in your own time. Then press “I have done this”. It"
            " is noted with the date as said by you, and you can take it back."
        )

    def parts(self) -> Sequence[QWidget]:
        """Return the guide, and what the catalogue tells."""
        told = [guide_sheet(self.look, part) for part in self._guide().parts]
        noted = [self._note()] if self._step in self.snapshot.said else []
        facts = *self._contacts(), *self._report()
        return (*noted, *told[:1], *facts, *told[1:], *self._log())

    def buttons(self) -> Buttons:
        """Take the word that it is done, or lead on once it was given."""
        if self.snapshot.case is None:
            return Buttons()
        if self._step in self.snapshot.said:
            following = Action(
                words=self.tr("What is next?"), run=self._go_on, icon="arrow"
            )
            undo = Action(words=self.tr("Not done after all"), run=self._take_back)
            return Buttons(primary=following, secondary=undo)
        return Buttons(primary=Action(words=self.tr("I have done this"), run=self._say))

    def _guide(self) -> Guide:
        return read_guide(self._read(self._step))

    def _note(self) -> QWidget:
        at = self.snapshot.said[self._step]
        noted = self.tr("Noted on {moment}").format(moment=moment_words(at))
        words = done_words(self._step, self.snapshot)
        box = Box(self.look, pad=16, gap=8)
        box.add(Fact(self.look, words, noted, Certainty.SAID))
        if self._step is Step.CARD_COMPANY:
            box.add(*self._unreported())
        return box

    def _unreported(self) -> list[QWidget]:
        """Return the cards whose report is not noted, on the page of their issuers."""
        names = CardNames(self.snapshot, self._catalogue)
        form = self.tr("{card}: no report is noted")
        return [
            IconLine(self.look, "open", "attention", form.format(card=names.of(number)))
            for number in unreported_cards(self.snapshot)
        ]

    def _report(self) -> list[QWidget]:
        """Return the case in words, on the pages of whom to tell."""
        whom = WHOM_OF.get(self._step)
        report = None if whom is None else report_of(self.snapshot, whom)
        if whom is None or report is None:
            return []
        service = self._catalogue.services.get(report.service)
        shop = report.service if service is None else name_words(service.name)
        return [ReportCard(self.look, report, shop, whom)]

    def _contacts(self) -> list[QWidget]:
        case = self.snapshot.case
        if case is None:
            return []
        service = self._catalogue.services.get(case.answers.service)
        match self._step:
            case Step.SHOP if service is not None:
                return [ShopCard(self.look, service)]
            case Step.CARD_COMPANY:
                return self._issuers(case.answers.cards)
            case Step.POLICE:
                return [OfficesCard(self.look, self._catalogue.offices)]
            case _ if service is not None and (pages := pages_of(service, self._step)):
                return [PagesCard(self.look, pages)]
            case _:
                return []

    def _log(self) -> list[QWidget]:
        """Return the way to the log of contacts, on the pages of whom to tell."""
        if self.snapshot.case is None or self._step.phase is not Phase.TELL:
            return []
        go = Button(self.look, self.tr("Note a contact"), "secondary")
        go.clicked.connect(self._note_contact)
        told = pair(self.look, *self._noted_contact(), small=True)
        row = Row(self.look, told, go, gap=12, below=520)
        row.line.setStretch(0, 1)
        line = Beside(self.look, Icon(self.look, "said", "accent", 22), row)
        return [Box(self.look, pad=16).add(line)]

    def _noted_contact(self) -> tuple[str, str]:
        """Return what is noted of the newest contact, and what follows from it."""
        whom = WHOM_OF.get(self._step)
        noted = [one for one in self.snapshot.contacts if one.whom is whom]
        if not noted:
            return (
                self.tr("Note whom you reached, and what was said"),
                self.tr("Then you are reminded to ask again when no answer comes."),
            )
        form = self.tr("You noted: {channel}, {moment}")
        newest = max(noted, key=lambda one: one.at)
        moment = near_words(newest.at, now=self.snapshot.at)
        title = form.format(channel=channel_words(newest.channel), moment=moment)
        if self._step in self.snapshot.said:
            return title, self.tr("You are reminded to ask again when no answer comes.")
        return title, self.tr("If that was all, press “I have done this” below.")

    def _issuers(self, cards: Sequence[PaymentCard]) -> list[QWidget]:
        known = self._catalogue.issuers
        by_issuer: dict[str, list[PaymentCard]] = {}
        for card in cards:
            by_issuer.setdefault(card.issuer, []).append(card)
        return [
            IssuerCard(self.look, known.get(key), theirs)
            for key, theirs in (by_issuer or {"": []}).items()
        ]

    def _say(self) -> None:
        self.said.emit(self._step)

    def _take_back(self) -> None:
        self.taken_back.emit(self._step)

    def _note_contact(self) -> None:
        self.place_chosen.emit(View.CONTACTS)

    def _go_on(self) -> None:
        self.place_chosen.emit(View.OVERVIEW)
