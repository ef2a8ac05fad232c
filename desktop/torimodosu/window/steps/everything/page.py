"""The page about all that is kept: where it lies, taking it out, deleting it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from torimodosu.frames import JobTrouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import TakenOut
from torimodosu.window.activities.departure import Departure, Leaving
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import Use, asked_folder
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.states import Failure
from torimodosu.window.kit.text import Text
from torimodosu.window.page import Page
from torimodosu.window.what_remains import remaining_words

_DELETE, _TAKE_OUT = 1, 2


class EverythingPage(Page):
    """Shows the folder of the program, and empties it when asked to."""

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        house: HousePorts,
        departure: Departure,
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__(look, snapshot)
        self._house, self.departure, self._is_busy = house, departure, is_busy
        self._card: JobCard | None = None
        self._is_held = False
        departure.changed.connect(self.rebuild)
        departure.progressed.connect(self._show_progress)

    def heading(self) -> Heading:
        """Return the words of the header."""
        return Heading(
            phase=self.tr("Everything that is kept"),
            title=self.tr("Take it with you, or delete it"),
            why=self.tr(
                "All that this program keeps lies on this computer. You can read it"
                " without the program, and it is gone when you say so."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Return where it lies, what is under way or has ended, and both ways out."""
        return [*self._news(), self._place(), self._taking_out(), self._deleting()]

    def _news(self) -> Sequence[QWidget]:
        self._card = None
        departure = self.departure
        if departure.leaving is not Leaving.NOTHING:
            self._card = self._job(departure.leaving)
            return [self._card]
        if self._is_held:
            title = self.tr("Something is still being worked on")
            words = self.tr("Delete everything when it has finished.")
            return [Callout(self.look, "attention", title, words)]
        if departure.taken is not None:
            return [self._taken(departure.taken)]
        if departure.trouble is not None:
            return [self._trouble(departure.trouble)]
        return []

    def _job(self, leaving: Leaving) -> JobCard:
        if leaving is Leaving.FORGETTING:
            # It cannot be stopped in the middle.
            card = JobCard(self.look, self.tr("Deleting everything"))
            card.stop.hide()
            return card
        card = JobCard(self.look, self.tr("Writing everything into a folder"))
        card.cancelled.connect(self.departure.cancel)
        return card

    def _taken(self, taken: TakenOut) -> QWidget:
        button = Button(self.look, self.tr("Open the folder"), "secondary", "folder")
        button.clicked.connect(self._open_taken)
        if taken.damaged:
            title = self.tr("Everything is written, but an archive is damaged")
            words = self.tr("It lies in {folder}. Check the evidence of your case.")
            words = words.format(folder=taken.folder)
            return Callout(self.look, "attention", title, words, button)
        title = self.tr("Everything is written into a folder")
        words = self.tr("It lies in {folder}. Begin with index.html.")
        words = words.format(folder=taken.folder)
        return Callout(self.look, "ok", title, words, button)

    def _trouble(self, trouble: JobTrouble) -> QWidget:
        title = self.tr("It could not be written")
        words = self.tr("See that the folder is there and can be written to.")
        if trouble is JobTrouble.DISK_FULL:
            words = self.tr("There is no room left on it. Choose another place.")
        safe = self.tr("What is kept in the program is safe.")
        return Failure(self.look, title, f"{words} {safe}")

    def _place(self) -> QWidget:
        look = self.look
        path = Text(look, str(self._house.folder), "small", "muted")
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        path.setObjectName("place")
        button = Button(look, self.tr("Open the folder"), "link", "folder")
        button.setAccessibleName(self.tr("Open the folder of the program"))
        button.clicked.connect(self._open_place)
        head = section(look, self.tr("Where it lies"), button)
        keychain = self.tr(
            "Keys that make codes, and recovery codes, lie in the keychain of this"
            " computer instead."
        )
        return Box(look, gap=8).add(
            head, path, IconLine(look, "key", "muted", keychain)
        )

    def _taking_out(self) -> QWidget:
        look = self.look
        box = Box(look, gap=10)
        box.add(section(look, self.tr("Write everything into a folder")))
        for words in (
            self.tr("Orders, mails, charges and the journal, as tables"),
            self.tr("The mails as they were received, with their proofs"),
            self.tr("A page to begin with, which any browser opens"),
        ):
            box.add(IconLine(look, "proven", "ok", words))
        words = self.tr(
            "Passwords and the keys that make codes are not in it. Back up the keys on"
            " the page of the two-step check."
        )
        box.add(IconLine(look, "shield", "muted", words))
        button = Button(look, self.tr("Choose a folder"), "secondary", "folder")
        button.clicked.connect(self._choose_folder)
        return box.add(Wrapped(look, button))

    def _deleting(self) -> QWidget:
        look = self.look
        box = Box(look, gap=10).add(section(look, self.tr("Delete everything")))
        words = self.tr(
            "Every case with its mails, the practice incident, your settings, the log,"
            " and all keys and codes in the keychain."
        )
        box.add(IconLine(look, "bin", "attention", words), divider())
        box.add(Text(look, self.tr("What remains then"), "strong"))
        box.add(*(IconLine(look, "info", "muted", each) for each in remaining_words()))
        button = Button(look, self.tr("Delete everything"), "secondary", "bin")
        button.clicked.connect(self._ask)
        return box.add(Wrapped(look, button))

    def _ask(self) -> None:
        self._is_held = self._is_busy()
        if self._is_held:
            self.rebuild()
            return
        question = Question(
            self.look,
            self,
            self.tr("Delete everything that this program keeps?"),
            self.tr(
                "Every case with its mails is erased from this computer for good. With"
                " the keys you also lose the codes: make sure that you can sign in"
                " without them. Then the program ends."
            ),
            self.tr("Keep it"),
            self.tr("Delete everything"),
            self.tr("Write it into a folder first"),
        )
        question.answered.connect(self._take_answer)
        question.open()

    def _take_answer(self, number: int) -> None:
        if number == _DELETE:
            self.departure.forget_all()
        elif number == _TAKE_OUT:
            self._choose_folder()

    def _choose_folder(self) -> None:
        title = self.tr("Where shall the folder go?")
        folder = asked_folder(self, title, Use.WRITE)
        if folder:
            self.departure.take_out(Path(folder))

    def _open_place(self) -> None:
        self._house.open_folder(self._house.folder)

    def _open_taken(self) -> None:
        if self.departure.taken is not None:
            self._house.open_folder(Path(self.departure.taken.folder))

    def _show_progress(self, done: int, total: int) -> None:
        if self._card is not None:
            self._card.show_progress(done, total, detail="", left="")
