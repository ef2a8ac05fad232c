"""What came of the statement files that were read last."""

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from torimodosu.recovery.plan.statement_task import FileRead, StatementsRead
from torimodosu.recovery.statements.statement import Refusal
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.statements import refusal_words

_SHOWN = 12


class StatementResults(Box):
    """A line for each file, those that were not read first.

    `columns_asked` tells the path of a file whose columns the person wants to name,
    `opened` the number of an imported statement that they want to see.
    """

    columns_asked = Signal(str)
    opened = Signal(int)

    def __init__(self, look: Look, read: StatementsRead, names: CardNames) -> None:
        super().__init__(look, "card", gap=8)
        self._look, self._names = look, names
        self._files = tuple(sorted(read.files, key=_is_read))
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._open)
        self.add(section(look, self._title()))
        lines = [partial(self._line, *pair) for pair in enumerate(self._files)]
        self.add(Unfolding(look, lines, first=_SHOWN))

    def _title(self) -> str:
        """Return what is new; where no file was read, nothing can be."""
        if not any(map(_is_read, self._files)):
            return self.tr("%n file(s) could not be read", "", len(self._files))
        count = sum(file.new_charges for file in self._files)
        return self.tr("Read just now: %n new charge(s)", "", count)

    def _line(self, number: int, file: FileRead) -> QWidget:
        name = PurePath(file.path).name
        if file.refused is not None:
            words = refusal_words(file.refused, self._names.issuer(file.issuer))
            line = IconLine(self._look, "finding", "attention", name, words)
        elif file.is_open:
            words = self._open_words(file)
            line = IconLine(self._look, "clock", "unknown", name, words)
        elif file.was_known:
            words = self.tr("Was read before. Nothing is added twice.")
            line = IconLine(self._look, "proven", "ok", name, words)
        else:
            words = self.tr("%n new charge(s)", "", file.new_charges)
            line = IconLine(self._look, "proven", "ok", name, words)
        button = self._button(name, file)
        if button is None:
            return line
        self._buttons.addButton(button, number)
        row = Row(self._look, line, button, gap=12, below=480)
        row.line.setStretch(0, 1)
        return row

    def _open_words(self, file: FileRead) -> str:
        """Return what a file tells whose month is still open, and what to do then."""
        if file.was_known:
            return self.tr(
                "The same file as before, from when its month was not final. Once it"
                " is, save it on the company's page again."
            )
        count = self.tr("%n new charge(s)", "", file.new_charges)
        words = self.tr("The month is not final yet. Save it again once it is")
        return f"{count}  ·  {words}"

    def _button(self, name: str, file: FileRead) -> Button | None:
        form = self.tr("{what}: {file}")
        if file.refused is Refusal.UNKNOWN_LAYOUT:
            words = self.tr("Name its columns")
        elif file.refused is None and file.statement:
            words = self.tr("See it")
        else:
            return None
        button = Button(self._look, words, "link")
        button.setAccessibleName(form.format(what=words, file=name))
        return button

    def _open(self, number: int) -> None:
        file = self._files[number]
        if file.statement:
            self.opened.emit(file.statement)
        else:
            self.columns_asked.emit(file.path)


def stopped_note(look: Look) -> Callout:
    """Return what is kept of a reading that the person stopped."""
    title = QCoreApplication.translate("StatementResults", "You stopped the reading")
    words = QCoreApplication.translate(
        "StatementResults",
        "What was read until then is kept. Drop the files once more to read the rest;"
        " nothing is counted twice.",
    )
    return Callout(look, "info", title, words)


def _is_read(file: FileRead) -> bool:
    return file.refused is None
