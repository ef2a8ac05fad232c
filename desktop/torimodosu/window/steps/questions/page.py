"""The page of the five questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.beginning import problem_with
from torimodosu.recovery.case.case import MailPlace, PaymentCard, SignIn
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.kit.blocks import StepLine
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, DateEdit
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.mail_places import mail_place_name
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.questions.card import Company
from torimodosu.window.steps.questions.cards import CardList
from torimodosu.window.steps.questions.draft import Draft
from torimodosu.window.steps.questions.words import problem_words, sign_in_words
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.dates import from_qt, to_qt
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name

_SIGN_INS, _MAIL_PLACES = tuple(SignIn), tuple(MailPlace)
_INSET = 38


class QuestionsPage(Page):
    """Asks, and tells `answered` with the Answers; they can be changed later."""

    answered = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, catalogue: Catalogue) -> None:
        super().__init__(look, snapshot)
        self._catalogue = catalogue
        self._services = tuple(catalogue.services)
        self.draft = self._kept()
        self._day: DateEdit | None = None

    def heading(self) -> Heading:
        """Return the words of the header."""
        return Heading(
            phase=phase_name(Phase.BEGIN),
            title=self.tr("Five short questions"),
            why=self.tr(
                "There are no wrong answers, and you can change them at any time."
            ),
            minutes=minutes_words(MINUTES[Step.QUESTIONS]),
            hand=at_hand_list(AT_HAND[Step.QUESTIONS]),
        )

    def help_words(self) -> str:
        """Say what the answers are for."""
        return self.tr(
            "The answers decide which step comes first. They stay on this computer. Of"
            " a card, only the last four digits are kept."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the kept answers of another case; else leave what is being typed."""
        is_same = snapshot.case == self.snapshot.case
        self.snapshot = snapshot
        if not is_same:
            self.draft = self._kept()
        if not is_same or self.header is None:
            self.rebuild()

    def parts(self) -> Sequence[QWidget]:
        """Return a card for each question."""
        sign_in = self.tr("Can you sign in at the moment?")
        mail_place = self.tr("Where do you read the mails of the shop?")
        cards = self.tr("Which cards do you have?")
        return (
            self._question(1, self.tr("Which service is it?"), self._service()),
            self._question(2, self.tr("When did you notice?"), self._days()),
            self._question(3, sign_in, self._sign_in(sign_in)),
            self._question(4, mail_place, self._mail_place(mail_place)),
            self._question(5, cards, self._cards()),
        )

    def buttons(self) -> Buttons:
        """Lead on once every question has its answer."""
        is_new = self.snapshot.case is None
        words = self.tr("Go on with this") if is_new else self.tr("Keep the answers")
        action = Action(
            words=words, run=self._submit, icon="arrow", held_back=self._obstacle()
        )
        return Buttons(primary=action)

    def _kept(self) -> Draft:
        if self.snapshot.case is not None:
            return Draft.of(self.snapshot.case.answers)
        return Draft(noticed=self.snapshot.at.date())

    def _obstacle(self) -> str:
        """Return why the answers cannot be kept yet, or ""."""
        answers = self.draft.answers()
        if answers is None:
            missing = self.draft.missing
            return self.tr("%n question(s) still need an answer", "", missing)
        problem = problem_with(answers, today=self.snapshot.at.date())
        return "" if problem is None else problem_words(problem)

    def _question(self, number: int, words: str, answer: QWidget) -> QWidget:
        inset = Box(self.look, "plain", pad=0, gap=8).add(answer)
        inset.body.setContentsMargins(self.look.px(_INSET), 0, 0, self.look.px(4))
        card = Box(self.look, pad=16, gap=8)
        return card.add(StepLine(self.look, number, words), inset)

    def _service(self) -> QWidget:
        services = self._catalogue.services.values()
        names = [name_words(service.name) for service in services]
        choice = Choice(self.look, self.tr("Which service is it?"), names)
        if self.draft.service in self._services:
            choice.choose(self._services.index(self.draft.service))
        choice.chosen.connect(self._set_service)
        missing = self.tr(
            "Your shop is not here? Its mails cannot be read yet. Call your card"
            " company and the shop, and keep every mail."
        )
        note = Text(self.look, missing, "small", "muted")
        return Box(self.look, "plain", pad=0, gap=8).add(choice, note)

    def _days(self) -> QWidget:
        self._day = DateEdit(self.look)
        self._day.setMaximumDate(to_qt(self.snapshot.at.date()))
        self._day.setDate(to_qt(self.draft.noticed))
        self._day.setAccessibleName(self.tr("When did you notice?"))
        self._day.dateChanged.connect(self._set_day)
        today = Button(self.look, self.tr("Today"), "link")
        today.clicked.connect(self._choose_today)
        yesterday = Button(self.look, self.tr("Yesterday"), "link")
        yesterday.clicked.connect(self._choose_yesterday)
        return Wrapped(self.look, self._day, today, yesterday)

    def _sign_in(self, name: str) -> QWidget:
        choice = Choice(self.look, name, list(map(sign_in_words, _SIGN_INS)))
        if self.draft.sign_in is not None:
            choice.choose(_SIGN_INS.index(self.draft.sign_in))
        choice.chosen.connect(self._set_sign_in)
        return choice

    def _mail_place(self, name: str) -> QWidget:
        choice = Choice(self.look, name, list(map(mail_place_name, _MAIL_PLACES)))
        if self.draft.mail_place is not None:
            choice.choose(_MAIL_PLACES.index(self.draft.mail_place))
        choice.chosen.connect(self._set_mail_place)
        return choice

    def _cards(self) -> QWidget:
        companies = {
            key: Company(
                name=name_words(issuer.name),
                cycles=() if issuer.billing is None else issuer.billing.cycles,
            )
            for key, issuer in self._catalogue.issuers.items()
        }
        cards = CardList(self.look, companies, self.draft.cards)
        cards.changed.connect(self._set_cards)
        return cards

    def _set_service(self, number: int) -> None:
        self._answer(replace(self.draft, service=self._services[number]))

    def _set_day(self, day: QDate) -> None:
        self._answer(replace(self.draft, noticed=from_qt(day)))

    def _set_sign_in(self, number: int) -> None:
        self._answer(replace(self.draft, sign_in=_SIGN_INS[number]))

    def _set_mail_place(self, number: int) -> None:
        self._answer(replace(self.draft, mail_place=_MAIL_PLACES[number]))

    def _set_cards(self, cards: tuple[PaymentCard, ...]) -> None:
        self._answer(replace(self.draft, cards=cards))

    def _choose_today(self) -> None:
        if self._day is not None:
            self._day.setDate(to_qt(self.snapshot.at.date()))

    def _choose_yesterday(self) -> None:
        if self._day is not None:
            self._day.setDate(to_qt(self.snapshot.at.date() - timedelta(days=1)))

    def _answer(self, draft: Draft) -> None:
        self.draft = draft
        self.buttons_changed.emit()

    def _submit(self) -> None:
        answers = self.draft.answers()
        if answers is not None and not self._obstacle():
            self.answered.emit(answers)
