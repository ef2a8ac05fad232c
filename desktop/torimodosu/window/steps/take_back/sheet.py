"""The place that is open: what to look for, where it is, and three results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.case.card_number import without_long_numbers
from torimodosu.recovery.catalogue.service import Page
from torimodosu.recovery.catalogue.source import Grade
from torimodosu.recovery.signin.checklist import Place, Seen
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.take_back.balance import Balance, amount_in
from torimodosu.window.steps.take_back.places import address_of
from torimodosu.window.steps.take_back.words import place_name, place_task, seen_words
from torimodosu.window.words.catalogue import source_words

_NEXT = " › "
_LONGEST_NOTE = 200
_NOT_SURE = (Grade.C, Grade.S)
_RESULTS = tuple(Seen)


class PlaceSheet(Box):
    """Takes what the person sees at a place.

    `chosen` tells the Seen, `taken_back` that the result before is to be forgotten,
    `typed` the note so far, and `noted` that its typing ended.
    """

    chosen = Signal(object)
    taken_back = Signal()
    typed = Signal(str)
    noted = Signal()

    def __init__(
        self, look: Look, place: Place, page: Page | None, *, year: int, note: str
    ) -> None:
        super().__init__(look, "sunken", pad=16, gap=8)
        self._look, self._place, self._page = look, place, page
        self._address = "" if page is None else address_of(page, year=year)
        self._fields: tuple[QLineEdit, ...] = ()
        name = place_name(place)
        self.setAccessibleName(name)
        self.add(Text(look, name, "strong"), Text(look, place_task(place)))
        if page is not None:
            self.add(self._where(page))
        if self._is_balance:
            self.add(self._balance(note))
        self.answers = Choice(look, name, [seen_words(seen) for seen in _RESULTS])
        self.answers.chosen.connect(self._choose)
        self.add(self.answers)
        if not self._is_balance:
            self.add(self._note(note))

    def show_result(self, seen: Seen) -> None:
        """Show what was noted before."""
        self.answers.choose(_RESULTS.index(seen))
        undo = Button(self._look, self.tr("Take the result back"), "link")
        undo.clicked.connect(self.taken_back)
        self.add(Wrapped(self._look, undo))

    @property
    def _is_balance(self) -> bool:
        return self._place is Place.GIFT_BALANCE

    def _where(self, page: Page) -> QWidget:
        told = Box(self._look, "plain", pad=0, gap=2)
        for words in (_NEXT.join(page.path), self._address):
            if words:
                told.add(Text(self._look, words, "small"))
        sure = source_words(page.source)
        if page.source.grade in _NOT_SURE:
            sure = self.tr("See whether it is there. {source}").format(source=sure)
        told.add(Text(self._look, sure, "small", "muted"))
        row = Row(self._look, told, gap=8, below=420).share(1)
        if self._address:
            copy = Button(self._look, self.tr("Copy"), "link", "copy")
            words = self.tr("Copy {address}").format(address=self._address)
            copy.setAccessibleName(words)
            copy.clicked.connect(self._copy)
            row.line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _note(self, note: str) -> QWidget:
        """Return the field for a note; while it is empty, only what brings it."""
        hint = self.tr("Never a password or a whole card number")
        field = self._field("note", note)
        part = Labelled(self._look, self.tr("Your note"), field, hint)
        write = Button(self._look, self.tr("Write a note"), "link", "plus")
        (write if note else part).hide()
        write.clicked.connect(write.hide)
        write.clicked.connect(part.show)
        write.clicked.connect(field.setFocus)
        return Box(self._look, "plain", pad=0, gap=0).add(part, write)

    def _balance(self, note: str) -> QWidget:
        known = Balance.of(note)
        before, now = self.tr("Before it happened"), self.tr("Now")
        amounts = ("" if a is None else f"{a:,}" for a in (known.before, known.now))
        fields = zip((before, now), ("before", "now"), amounts, strict=True)
        parts = [
            Labelled(self._look, label, self._field(name, amount))
            for label, name, amount in fields
        ]
        return Row(self._look, *parts, gap=12, below=360).share(1, 1)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(name)
        field.setMaxLength(_LONGEST_NOTE)
        field.textEdited.connect(self._tell)
        field.editingFinished.connect(self.noted)
        self._fields = (*self._fields, field)
        return field

    def _tell(self) -> None:
        self.typed.emit(self._written())

    def _written(self) -> str:
        if self._is_balance:
            before, now = (amount_in(field.text()) for field in self._fields)
            return Balance(before=before, now=now).note()
        return without_long_numbers(self._fields[0].text().strip())

    def _choose(self, number: int) -> None:
        self.chosen.emit(_RESULTS[number])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
