"""A line for a password: of one width for each sign, and small enough to show all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import TYPES

_LARGEST, _SMALLEST = TYPES["mono"].size, TYPES["small"].size
_HEIGHT, _EDGES = 38, 32


class PasswordEntry(QLineEdit):
    """Shows a password as large as it fits, so that it can be written down."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._size = look, 0
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._family = fixed.family()
        self.setAccessibleName(name)
        # Nothing that the system might learn from, such as its list of words.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhPreferLatin
        )
        self.textChanged.connect(self._fit)
        self._fit()

    def show_password(self, password: str) -> None:
        """Show *password* from its beginning."""
        if self.text() != password:
            self.setText(password)
            self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look, room = self._look, self.width() - self._look.px(_EDGES)
        size = next(
            (one for one in range(_LARGEST, _SMALLEST, -1) if self._wide(one) <= room),
            _SMALLEST,
        )
        if size != self._size:
            self._size = size
            self.setStyleSheet(
                f"font-size: {look.px(size)}px; font-family: '{self._family}';"
                f" min-height: {look.px(_HEIGHT)}px;"
            )

    def _wide(self, size: int) -> int:
        font = QFont(self._family)
        font.setPixelSize(self._look.px(size))
        return QFontMetrics(font).horizontalAdvance(self.text())
