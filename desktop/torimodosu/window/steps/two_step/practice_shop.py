"""The shop of the practice incident, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.practice.two_step import ACCOUNT, accepted_step
from torimodosu.recovery.twostep.backup.sheet import qr_code, sheet_entry
from torimodosu.recovery.twostep.otpauth import uri_of
from torimodosu.window.backup.qr_picture import QrPicture
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_WIDTH = 420


class PracticeShop(QDialog):
    """Shows a QR code as a shop does, and says whether it takes a code.

    It takes each only once, and only those of about now; that is all it knows.
    """

    def __init__(self, look: Look, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock, self._used = clock, set[int]()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Practice shop"))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(12))
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
        for part in (
            Text(look, self.tr("Two-step verification"), "heading"),
            Text(look, self.tr("This is no real shop. Try it as you like.")),
            picture,
            Text(look, key, "small", "muted"),
            Row(look, field, gap=8),
            Row(look, check, gap=8),
            self.answer,
        ):
            if part is not picture:
                part.setFixedWidth(look.px(_WIDTH))
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def _check(self) -> None:
        """Say whether the code is accepted; a used one is not."""
        step = accepted_step(self._field.text(), at=self._clock.now(), used=self._used)
        self._field.clear()
        if step is None:
            self.answer.say(self.tr("The code is not right. Try the next one."))
        else:
            self._used.add(step)
            self.answer.say(self.tr("The code was accepted."))
