"""The code of one account, big enough to be typed from."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.codes import Code, code_at
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.digits import Digits
from torimodosu.window.codes.ring import Ring
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.button import Button, ButtonKind
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_SECOND = 1000  # milliseconds
_PRECISE = Qt.TimerType.PreciseTimer


class CodeView(QWidget):
    """The code to type now, how long it is good, the next one, and a button to copy.

    It looks at the clock once a second, and only while it can be seen. `renewed` tells
    that another code is shown. `next_asked` tells that the code of a counter was used:
    whoever keeps the account counts up, and shows it again.
    """

    renewed = Signal()
    next_asked = Signal()

    def __init__(
        self,
        look: Look,
        clock: Clock,
        clipboard: SecretClipboard,
        *,
        copy_kind: ButtonKind = "secondary",
    ) -> None:
        super().__init__()
        self._look, self._clock, self._clipboard = look, clock, clipboard
        self._account: OtpAccount | None = None
        self._is_copied = False
        self.code: Code | None = None
        self.ring = Ring(look)
        self.digits = Digits("display")
        self.following = Digits("small", "muted")
        self.note = Text(look, "", "small", "muted")
        self.copy_button = Button(look, self.tr("Copy"), copy_kind, "copy")
        self.next_button = Button(look, self.tr("Next code"), "secondary", "renew")
        self.copy_button.clicked.connect(self.copy)
        self.next_button.clicked.connect(self.next_asked)
        clipboard.copied.connect(self._forget_copy)
        clipboard.remaining.connect(self._tell_of_copy)
        # A coarse timer may come before the second, and would have to wait again.
        self._timer = QTimer(self, singleShot=True, timerType=_PRECISE)
        self._timer.timeout.connect(self.look_at_clock)
        self._arrange()
        self.forget()

    @property
    def is_counting(self) -> bool:
        """Tell whether it will look at the clock again."""
        return self._timer.isActive()

    def show_account(self, account: OtpAccount) -> None:
        """Show the codes of *account* from now on."""
        self._account, self.code = account, None
        has_time = bool(account.period)
        self.ring.setVisible(has_time)
        self.next_button.setVisible(not has_time)
        self.copy_button.setEnabled(True)
        self._forget_copy()
        self._tell_of_copy()
        self.look_at_clock()

    def forget(self) -> None:
        """Show no code any more, and keep none."""
        self._timer.stop()
        self._account = self.code = None
        self.digits.clear()
        self.following.clear()
        for part in (self.ring, self.next_button):
            part.hide()
        self.copy_button.setEnabled(False)

    def copy(self) -> None:
        """Copy the code that is shown."""
        if self.code is not None:
            self._clipboard.copy(self.code.code)
            self._is_copied = True
            self._tell_of_copy()

    def look_at_clock(self) -> None:
        """Show the code that is good now."""
        if self._account is None:
            return
        now = self._clock.now()
        before, self.code = self.code, code_at(self._account, now)
        if self.code.valid_for is not None:
            self.ring.show_seconds(self.code.valid_for, self._account.period)
            if self.isVisible():
                self._timer.start(_SECOND - now.microsecond // 1000)
        if before is None or before.code != self.code.code:
            self.digits.show_code(self.code.code)
            self.following.show_code(self.code.following, self.tr("Then {code}"))
            self._buttons.updateGeometry()
            self._row.fit()
            self.renewed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look at the clock."""
        super().showEvent(event)
        self.look_at_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at no clock that nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def _forget_copy(self) -> None:
        self._is_copied = False

    def _tell_of_copy(self) -> None:
        left = self._clipboard.seconds_left
        if self._is_copied and left:
            words = self.tr(
                "Copied. It leaves the clipboard in %n second(s).", "", left
            )
        elif self._is_copied:
            words = self.tr("The copy has left the clipboard.")
        else:
            words = self.tr("A copy leaves the clipboard after half a minute.")
        self.note.say(words)

    def _arrange(self) -> None:
        look = self._look
        code = QVBoxLayout()
        code.setSpacing(0)
        code.addWidget(self.digits)
        code.addWidget(self.following)
        timed = QWidget()
        line = QHBoxLayout(timed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addWidget(self.ring)
        line.addLayout(code)
        line.addStretch()
        # Where there is no room for both, the buttons stand below the code.
        self._buttons = Row(look, self.next_button, self.copy_button, gap=8)
        self._buttons.line.insertStretch(0)
        self._row = Row(look, timed, self._buttons, gap=12, below=1).share(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self._row)
        column.addWidget(self.note)
        for button in (self.next_button, self.copy_button):
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width())
