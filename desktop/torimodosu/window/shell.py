"""The window itself, which stands on the screen before there is anything in it."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from torimodosu.window.kit.tokens import DARK, LIGHT

USUAL_SIZE = (1280, 800)


class Shell(QMainWindow):
    """An empty window of the right size, place and colour, to be filled.

    Loading the pages takes longer than Qt itself; a window that is there at once tells
    that the program has heard.
    """

    def __init__(self, *, geometry: str, theme: str) -> None:
        """Take what was kept of the last time: *geometry* in base 64, and the theme.

        "" is not known; then it is as the system is.
        """
        super().__init__()
        self.setWindowTitle("Torimodosu")
        self._paint(theme)
        if not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.resize(*USUAL_SIZE)

    def fill(self, content: QWidget) -> None:
        """Show *content*, which from now on decides whether the window may close."""
        self.setCentralWidget(content)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what is in the window."""
        content = self.centralWidget()
        if content is not None:
            QApplication.sendEvent(content, event)

    def _paint(self, theme: str) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        follows = theme not in {"light", "dark"}
        is_dark = scheme is Qt.ColorScheme.Dark if follows else theme == "dark"
        palette = self.palette()
        canvas = QColor((DARK if is_dark else LIGHT)["canvas"])
        palette.setColor(QPalette.ColorRole.Window, canvas)
        self.setPalette(palette)
