"""Taking recovery codes in, as they were copied from a page or a file."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from torimodosu.recovery.twostep.code_text import CodesRead
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.sight import bring_into_sight
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.two_step.spare_desk import SpareDesk

_HEIGHT = 130


class AddingPart(Box):
    """A field for the service, one for its codes, and what was read of them."""

    def __init__(self, look: Look, desk: SpareDesk) -> None:
        super().__init__(look, "plain", pad=0, gap=10)
        self._desk = desk
        issuer = QLineEdit(desk.issuer)
        issuer.setObjectName("spare-issuer")
        issuer.textEdited.connect(self._name)
        self._issuer = issuer
        desk.begun.connect(self._begin)
        self._field = QPlainTextEdit(desk.text)
        self._field.setObjectName("spare-codes")
        self._field.setFixedHeight(look.px(_HEIGHT))
        self._field.setTabChangesFocus(True)
        self._field.textChanged.connect(self._write)
        self._told = Text(look, "", "small", "muted")
        self._keep = Button(look, self.tr("Keep them"), "secondary")
        self._keep.clicked.connect(desk.keep)
        leave = Button(look, self.tr("Leave it"), "link")
        leave.clicked.connect(desk.fold)
        self.add(
            Labelled(look, self.tr("Whose codes they are"), issuer),
            Labelled(look, self.tr("Paste or type the codes"), self._field),
            self._told,
            Wrapped(look, self._keep, leave),
        )
        self._tell()

    def _begin(self) -> None:
        self._issuer.setFocus()
        bring_into_sight(self)
        bring_into_sight(self._issuer)  # where not all of it finds room

    def _name(self, text: str) -> None:
        self._desk.issuer = text
        self._tell()

    def _write(self) -> None:
        self._desk.text = self._field.toPlainText()
        self._tell()

    def _tell(self) -> None:
        """Say how many codes were read, and what was not taken for one."""
        read = self._desk.read
        self._told.say(self._words(read))
        why = ""
        if self._desk.is_keeping:
            why = self.tr("It is being kept")
        elif read is None or not read.codes:
            why = self.tr("There is no code yet")
        elif not self._desk.issuer.strip():
            why = self.tr("Whose codes are they?")
        self._keep.hold_back(why)

    def _words(self, read: CodesRead | None) -> str:
        if not self._desk.text.strip():
            return ""
        if read is None:
            return self.tr("This is too long to be codes. Paste only these.")
        words = self.tr("%n code(s) read", "", len(read.codes))
        if not read.left_out:
            return words
        left = self.tr("Not taken for codes: {words}").format(
            words=" / ".join(read.left_out)
        )
        return f"{words}\n{left}"
