"""The window itself, which stands on the screen before there is anything in it."""

# Not even the names of `Qt` are imported here: making them takes a sixth of the time
# that a bare window takes to appear.
from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from torimodosu.window.kit.tokens import DARK, LIGHT

USUAL_SIZE = (1280, 800)
_DARKEST_LIGHT = 128


class Shell(QMainWindow):
    """An empty window of the right size, place and colour, to be filled.

    Loading the pages takes longer than Qt itself; a window that is there at once tells
    that the program has heard. `stands` tells, once, that it is on the screen.
    """

    stands = Signal()

    def __init__(self, *, geometry: str, theme: str) -> None:
        """Take what was kept of the last time: *geometry* in base 64, and the theme.

        "" is not known; then it is as the system is.
        """
        super().__init__()
        self._is_painted = False
        self.setWindowTitle("Torimodosu")
        self._colour(theme)
        if not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            # Nothing of it may lie below the edge of a small screen.
            self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize()))

    def fill(self, content: QWidget) -> None:
        """Show *content*, which from now on decides whether the window may close."""
        self.setCentralWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.stands.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what is in the window."""
        content = self.centralWidget()
        if content is not None:
            QApplication.sendEvent(content, event)

    def _colour(self, theme: str) -> None:
        palette = self.palette()
        is_dark = palette.window().color().lightness() < _DARKEST_LIGHT
        if theme in {"light", "dark"}:
            is_dark = theme == "dark"
        canvas = QColor((DARK if is_dark else LIGHT)["canvas"])
        palette.setColor(QPalette.ColorRole.Window, canvas)
        self.setPalette(palette)
