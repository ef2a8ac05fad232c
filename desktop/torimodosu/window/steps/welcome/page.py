"""The first page: what this program does, and the way in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.evidence_check import EvidenceCheck
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.hero import Hero
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.library import Library
from torimodosu.window.page import Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.welcome.deletion import Deletion
from torimodosu.window.steps.welcome.kept_case import KeptCase
from torimodosu.window.steps.welcome.strange_mail import StrangeMail
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.way import minutes_words

# Each language is named in itself, for whoever cannot read the other.
LANGUAGES = {"ja": "日本語", "en": "English"}


class WelcomePage(Page):
    """Leads to the five questions, to practice, or to a case that was kept.

    `case_chosen` tells a Case, or None for a new one; `deletion_confirmed` the Case to
    delete; `language_chosen` "ja" or "en".
    """

    practice_chosen = Signal()
    case_chosen = Signal(object)
    deletion_confirmed = Signal(object)
    language_chosen = Signal(str)

    def __init__(  # noqa: PLR0913 -- what deleting a case has to ask
        self,
        look: Look,
        snapshot: Snapshot,
        kept: Callable[[], Sequence[Case]],
        *,
        library: Library,
        check: EvidenceCheck,
        is_reading: Callable[[], bool],
        folder_of: Callable[[Case], Path],
    ) -> None:
        super().__init__(look, snapshot)
        self._kept, self._library = kept, library
        self._deletion = Deletion(
            look, self, check=check, is_reading=is_reading, folder_of=folder_of
        )
        self._deletion.confirmed.connect(self.deletion_confirmed)
        self._deletion.changed.connect(self.rebuild)
        library.read.connect(self._name_shops)

    def heading(self) -> Heading:
        """Return the words of the header."""
        return Heading(
            phase=self.tr("Welcome"),
            title=self.tr("We take your account back, one step at a time"),
            why=self.tr(
                "Somebody got into your shopping account. You did nothing wrong, and"
                " there is an order in which it gets better."
            ),
        )

    def buttons(self) -> Buttons:
        """Return no bar: the one action stands in the hero."""
        return Buttons(has_bar=False)

    def parts(self) -> Sequence[QWidget]:
        """Return the way in, and what the program does and does not.

        Who is here for the first time chooses the language before anything else.
        """
        promises = Row(self.look, self._does(), self._does_not(), below=640)
        promises.share(1, 1)
        told = self._first_call(), self._strange_mail(), promises
        if not self._kept():
            return self._languages(), self._hero(), *told
        others = *self._deletion.parts(), self._cases()
        return self._hero(), *others, *told, self._languages()

    def _first_call(self) -> QWidget:
        words = self.tr(
            "Is money leaving your card right now? Call the number on the back of the"
            " card first. The rest can wait ten minutes."
        )
        return IconLine(self.look, "tell", "accent", words)

    def _strange_mail(self) -> QWidget:
        card = StrangeMail(self.look)
        card.asked.connect(self._check_mail)
        return card

    def _hero(self) -> QWidget:
        practise = Button(self.look, self.tr("Practise first"), "secondary")
        practise.clicked.connect(self._practise)
        actions: tuple[Button, ...]
        if self.snapshot.case is not None:
            start = Button(self.look, self.tr("Back to my case"), "primary", "arrow")
            start.clicked.connect(self._return)
            new = Button(self.look, self.tr("Start a new case"), "quiet")
            new.clicked.connect(self._start_new)
            actions = (start, practise, new)
        else:
            start = Button(self.look, self.tr("Begin"), "primary", "arrow")
            start.clicked.connect(self._begin)
            actions = (start, practise)
        return Hero(self.look, "flag", self._first_step(), *actions)

    def _practise(self) -> None:
        """Begin the practice, and begin it anew only after a question."""
        if not any(case.is_practice for case in self._kept()):
            self.practice_chosen.emit()
            return
        question = Question(
            self.look,
            self.window(),
            self.tr("Begin the practice anew?"),
            self.tr("What you did in it is forgotten. Real cases stay as they are."),
            self.tr("Leave it as it is"),
            self.tr("Begin anew"),
        )
        question.answered.connect(lambda _number: self.practice_chosen.emit())
        question.open()

    def _first_step(self) -> Heading:
        if self.snapshot.case is not None:
            return Heading(
                phase=self.tr("Your case"),
                title=self.tr("It goes on where you were"),
                why=self.tr("Everything that you answered and did is kept."),
            )
        return Heading(
            phase=self.tr("First step"),
            title=self.tr("Five short questions"),
            why=self.tr(
                "You can change every answer later. After that there is always exactly"
                " one next step."
            ),
            minutes=minutes_words(3),
        )

    def _cases(self) -> QWidget:
        box = Box(self.look, gap=4).add(section(self.look, self.tr("Go on with")))
        for number, case in enumerate(reversed(self._kept())):
            if number:
                box.add(divider())
            line = KeptCase(self.look, case, self._name_of(case.answers.service))
            line.case_chosen.connect(self.case_chosen)
            line.deletion_asked.connect(self._deletion.ask)
            box.add(line)
        return box

    def _name_of(self, service_id: str) -> str:
        """Return what a shop is called; its id where the packs do not tell."""
        service = self._library.service(service_id)
        return service_id if service is None else name_words(service.name)

    def _name_shops(self) -> None:
        """Call the shops by their names, which the first paint did not wait for."""
        if self._kept():
            self.rebuild()

    def _does(self) -> QWidget:
        words = (
            self.tr("Keeps the shop's mails, unchanged, as evidence"),
            self.tr("Counts the orders that are not yours, and the loss"),
            self.tr("Says what to do next, and what can wait"),
            self.tr("Can be closed at any moment and goes on where you were"),
        )
        box = Box(self.look, gap=10)
        box.add(section(self.look, self.tr("What this program does")))
        box.add(*(IconLine(self.look, "proven", "ok", w) for w in words))
        # Beside a taller box the lines stay together.
        box.body.addStretch()
        return box

    def _does_not(self) -> QWidget:
        words = (
            self.tr(
                "It sends nothing by itself. Before anything is sent, a button says"
                " what and where"
            ),
            self.tr("It never asks for the password you use or a whole card number"),
            self.tr("It changes nothing in your mailbox or at the shop"),
            self.tr("It does not sign in for you"),
        )
        box = Box(self.look, gap=10)
        box.add(section(self.look, self.tr("What it does not do")))
        box.add(*(IconLine(self.look, "shield", "muted", w) for w in words))
        box.body.addStretch()
        return box

    def _languages(self) -> QWidget:
        choice = Choice(self.look, self.tr("Language"), tuple(LANGUAGES.values()))
        spoken = QLocale().name().partition("_")[0]
        # Without a catalogue of its own a language sees the English texts.
        shown = spoken if spoken in LANGUAGES else "en"
        choice.choose(list(LANGUAGES).index(shown))
        choice.chosen.connect(self._choose_language)
        return choice

    def _begin(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)

    def _check_mail(self) -> None:
        self.place_chosen.emit(View.JUDGE)

    def _return(self) -> None:
        self.place_chosen.emit(View.OVERVIEW)

    def _start_new(self) -> None:
        self.case_chosen.emit(None)

    def _choose_language(self, number: int) -> None:
        self.language_chosen.emit(list(LANGUAGES)[number])
