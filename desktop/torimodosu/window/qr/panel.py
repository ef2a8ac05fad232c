"""The ways to read an account, and what came of the latest one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.file_choice import asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.sight import bring_into_sight
from torimodosu.window.kit.text import Text
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.copied import is_picture_copied
from torimodosu.window.qr.told import Told


class QrPanel(Box):
    """Reads the QR code of a shop, or its set-up key, from wherever it is.

    What is chosen in the end, *capture* tells by `taken`; it also keeps what was typed,
    so that this can be made anew at any time.
    """

    def __init__(self, look: Look, capture: QrCapture) -> None:
        super().__init__(look, "card", gap=16)
        self._look, self._capture = look, capture
        self.add(
            section(look, self.tr("Show us the QR code of the shop")),
            self._ways(),
            self._zone(),
            self._key(),
        )
        self._told = Told(look, capture)
        self.add(self._told)
        self._told.setHidden(self._told.is_empty)
        capture.changed.connect(self._show)

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Read files that were dropped beside the panel."""
        self._capture.from_files(paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show that files hang over the window."""
        self._drop.welcome(is_over=is_over)

    def _ways(self) -> QWidget:
        look, capture = self._look, self._capture
        screen = Button(look, self.tr("Read it from the screen"), "primary")
        screen.clicked.connect(capture.from_screen)
        region = Button(look, self.tr("Draw a frame around it"), icon="window")
        region.clicked.connect(capture.from_region)
        clipboard = Button(look, self.tr("Take what I copied"), icon="copy")
        clipboard.clicked.connect(capture.from_clipboard)
        told = self.tr(
            "Leave the page of the shop open. If our window covers the code, it steps"
            " aside for a moment. No picture is kept, and nothing is sent."
        )
        buttons = Wrapped(look, screen, region, clipboard)
        return Box(look, "plain", pad=0, gap=8).add(
            buttons, Text(look, told, "small", "muted")
        )

    def _zone(self) -> QWidget:
        look = self._look
        choose = Button(look, self.tr("Choose a file"), "secondary")
        choose.clicked.connect(self._choose)
        self._drop = DropZone(
            look,
            self.tr("Or drop a picture here"),
            self.tr(
                "A screenshot, a photo of the screen or of a print-out, or what another"
                " authenticator has exported."
            ),
            choose,
        )
        self._drop.dropped.connect(self._capture.from_files)
        return self._drop

    def _key(self) -> QWidget:
        look = self._look
        self._field = KeyField()
        self._field.setObjectName("set-up-key")
        self._field.setText(self._capture.draft)
        self._field.textEdited.connect(self._note_draft)
        self._field.returnPressed.connect(self._take_key)
        self._field.picture_pasted.connect(self._capture.from_clipboard)
        take = Button(look, self.tr("Take this key"), "secondary")
        take.clicked.connect(self._take_key)
        labelled = Labelled(
            look,
            self.tr("Or the set-up key beside the code"),
            self._field,
            self.tr("Blanks and small letters do no harm."),
        )
        row = Row(look, labelled, take, gap=8, below=460)
        row.line.setStretch(0, 1)
        return row

    def _choose(self) -> None:
        title = self.tr("Which picture or export?")
        paths = asked_files(self, title)
        if paths:
            self._capture.from_files(paths)

    def _note_draft(self, text: str) -> None:
        self._capture.draft = text

    def _take_key(self) -> None:
        self._capture.from_text(self._field.text())

    def _show(self) -> None:
        if self._field.text() != self._capture.draft:
            self._field.setText(self._capture.draft)
        before, self._told = self._told, Told(self._look, self._capture)
        self.body.replaceWidget(before, self._told)
        before.hide()
        before.deleteLater()
        self._told.setHidden(self._told.is_empty)
        if not self._told.is_empty:
            # It stands below all the ways, and may be the answer to the first of them.
            bring_into_sight(self._told)


class KeyField(QLineEdit):
    """A line for a set-up key; `picture_pasted` tells that a picture came instead."""

    picture_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a picture that is pasted, and paste everything else."""
        if event.matches(QKeySequence.StandardKey.Paste) and is_picture_copied():
            self.picture_pasted.emit()
        else:
            super().keyPressEvent(event)
