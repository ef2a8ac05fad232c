"""Bringing a mail: as a file, or by its source."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.judge.source_words import where_the_source_is

_HEIGHT = 160
# More than that does not fit into a message to the worker.
_LONGEST = 2_000_000


class Bringing(Box):
    """A place to drop a mail on, and a field to paste its source into.

    `files_brought` tells paths, `source_brought` the source; `pasting_changed` that the
    field was asked for, or is no longer, and `typed` what stands in it. *note* stands
    right below the button of the field, where nobody can miss it.
    """

    files_brought = Signal(tuple)
    source_brought = Signal(str)
    typed = Signal(str)
    pasting_changed = Signal(bool)

    def __init__(
        self, look: Look, *, is_pasting: bool, draft: str, note: Sequence[QWidget]
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=16)
        self._look = look
        self._draft = draft
        self.zone = self._drop_zone(is_pasting=is_pasting)
        self.add(self.zone)
        if is_pasting:
            self.add(self._paste_card(note))

    def _drop_zone(self, *, is_pasting: bool) -> DropZone:
        choose = Button(self._look, self.tr("Choose a mail file"), "secondary", "mail")
        choose.clicked.connect(self._choose)
        buttons = [choose]
        if not is_pasting:
            words = self.tr("Paste its source")
            paste = Button(self._look, words, "secondary", "copy")
            paste.setObjectName("paste")
            paste.clicked.connect(self._open_field)
            buttons.append(paste)
        zone = DropZone(
            self._look,
            self.tr("Drop the mail here"),
            self.tr(
                "Drag it out of your mail program, or save it as a file first. A"
                " mail that was forwarded to you lost what matters."
            ),
            *buttons,
        )
        zone.dropped.connect(self.files_brought)
        return zone

    def _paste_card(self, note: Sequence[QWidget]) -> QWidget:
        look = self._look
        card = Box(look, "card", gap=10)
        close = Button(look, self.tr("Close the field"), "link", "close")
        close.clicked.connect(self._close_field)
        card.add(section(look, self.tr("Paste the whole source of the mail"), close))
        card.add(
            Text(
                look,
                self.tr(
                    "The source has many lines of header above the words of the mail."
                    " Copy all of it and paste it here."
                ),
                "body",
                "muted",
            )
        )
        self._field = QPlainTextEdit(self._draft)
        self._field.setAccessibleName(self.tr("Source of the mail"))
        self._field.setPlaceholderText("Received: from …\nFrom: …\nSubject: …")
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(look.px(_HEIGHT))
        self._field.textChanged.connect(self._keep_draft)
        self._judge = Button(look, self.tr("Check this mail"), "primary", "arrow")
        self._judge.clicked.connect(self._bring_source)
        self._hold_back()
        card.add(self._field, Wrapped(look, self._judge), *note, divider())
        card.add(Text(look, self.tr("So you find the source"), "smallstrong", "muted"))
        for program, way in where_the_source_is():
            card.add(IconLine(look, "search", "muted", program, way))
        return card

    def _keep_draft(self) -> None:
        self._draft = self._field.toPlainText()
        self._hold_back()
        self.typed.emit(self._draft)

    def _hold_back(self) -> None:
        why = "" if self._draft.strip() else self.tr("Paste the source first")
        if len(self._draft) > _LONGEST:
            why = self.tr("This is too long. Save the mail as a file instead.")
        self._judge.hold_back(why)

    def _bring_source(self) -> None:
        self.source_brought.emit(self._draft)

    def _choose(self) -> None:
        self._bring(asked_files(self, self.tr("Which mail?")))

    def _bring(self, paths: Sequence[str]) -> None:
        if paths:
            self.files_brought.emit(tuple(paths))

    def _open_field(self) -> None:
        self.pasting_changed.emit(True)  # noqa: FBT003 -- signals take no keywords

    def _close_field(self) -> None:
        self.pasting_changed.emit(False)  # noqa: FBT003 -- signals take no keywords
