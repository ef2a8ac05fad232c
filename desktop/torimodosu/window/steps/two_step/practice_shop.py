"""The shop of the practice incident, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.practice.two_step import ACCOUNT, accepted_step
from torimodosu.recovery.twostep.backup.sheet import qr_code, sheet_entry
from torimodosu.recovery.twostep.otpauth import uri_of
from torimodosu.window.backup.qr_picture import QrPicture
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_WIDTH, _NARROW = 420, 260


class PracticeShop(QDialog):
    """Shows a QR code as a shop does, and says whether it takes a code.

    It takes each only once, and only those of about now; that is all it knows.
    """

    def __init__(self, look: Look, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock, self._used = clock, set[int]()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Practice shop"))
        self._field = QLineEdit(maxLength=12)
        self._field.setObjectName("practice-code")
        self.answer = Text(look, "", "strong")
        check = Button(look, self.tr("Check the code"), "primary")
        check.setDefault(True)  # also for Enter in the field
        check.clicked.connect(self._check)
        name = self.tr("QR code of the practice shop")
        picture = QrPicture(look, qr_code(uri_of(ACCOUNT)), name)
        key = self.tr("Set-up key: {key}").format(key=sheet_entry(ACCOUNT).key)
        field = Labelled(look, self.tr("Code of your authenticator"), self._field)
        head = Box(look, "plain", pad=0, gap=12).add(
            Text(look, self.tr("Two-step verification"), "heading"),
            Text(look, self.tr("This is no real shop. Try it as you like.")),
        )
        form = Box(look, "plain", pad=0, gap=12).add(
            Text(look, key, "small", "muted"),
            Row(look, field, gap=8),
            Row(look, check, gap=8),
            self.answer,
        )
        self._arrange(look, head, picture, form)

    def _arrange(
        self, look: Look, head: QWidget, picture: QWidget, form: QWidget
    ) -> None:
        """Let the picture stand between the others, or beside them if that is tall."""
        edge, room = look.px(24), self.screen().availableGeometry().height()
        grid = QGridLayout(self)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetFixedSize)
        grid.setContentsMargins(*[edge] * 4)
        grid.setSpacing(look.px(12))
        width = look.px(_WIDTH)
        texts = sum(part.heightForWidth(width) for part in (head, form))
        is_beside = texts + picture.height() + 4 * edge > room
        for part in (head, form):
            part.setFixedWidth(look.px(_NARROW) if is_beside else width)
        if is_beside:
            grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(head, 0, 1)
            grid.addWidget(form, 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.setRowStretch(1, 1)
        else:
            grid.addWidget(head, 0, 0)
            grid.addWidget(picture, 1, 0, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(form, 2, 0)

    def _check(self) -> None:
        """Say whether the code is accepted; a used one is not."""
        step = accepted_step(self._field.text(), at=self._clock.now(), used=self._used)
        self._field.clear()
        if step is None:
            self.answer.say(self.tr("The code is not right. Try the next one."))
        else:
            self._used.add(step)
            self.answer.say(self.tr("The code was accepted."))
