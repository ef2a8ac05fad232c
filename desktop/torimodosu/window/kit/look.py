"""What every widget is given: the tokens in force, and icons tinted with them."""

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from torimodosu.window.kit.icons import IconName, svg
from torimodosu.window.kit.tokens import Colour, Tokens


class Look(QObject):
    """The theme and the text scale of the window, which change while it runs."""

    recoloured = Signal()
    rescaled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._pixmaps: dict[tuple[IconName, Colour, int, float], QPixmap] = {}

    @property
    def tokens(self) -> Tokens:
        """Return the tokens in force."""
        return self._tokens

    def use(self, tokens: Tokens) -> None:
        """Change to *tokens* and tell who painted with the ones before."""
        before, self._tokens = self._tokens, tokens
        self._pixmaps.clear()
        if tokens.scale != before.scale:
            self.rescaled.emit()
        elif tokens != before:
            self.recoloured.emit()

    def px(self, size: float) -> int:
        """Return a length in px, scaled together with the text."""
        return self._tokens.px(size)

    def colour(self, role: Colour) -> QColor:
        """Return the colour of *role* in the theme in force."""
        return QColor(self._tokens.colours[role])

    def pixmap(self, name: IconName, role: Colour, size: float = 20) -> QPixmap:
        """Return an icon in the colour of *role*, sharp on every screen."""
        screens = QGuiApplication.screens()
        dots = max((screen.devicePixelRatio() for screen in screens), default=1.0)
        key = (name, role, self.px(size), dots)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._paint(*key)
        return self._pixmaps[key]

    def icon(self, name: IconName, role: Colour, size: float = 20) -> QIcon:
        """Return the tinted icon for a button."""
        icon = QIcon(self.pixmap(name, role, size))
        icon.addPixmap(self.pixmap(name, "muted", size), QIcon.Mode.Disabled)
        return icon

    def draw(
        self, painter: QPainter, name: IconName, role: Colour, area: QRectF
    ) -> None:
        """Paint an icon into *area*."""
        colours = self._tokens.colours
        source = svg(name, tint=colours[role], knock=colours["surface"])
        QSvgRenderer(QByteArray(source.encode())).render(painter, area)

    def _paint(self, name: IconName, role: Colour, side: int, dots: float) -> QPixmap:
        picture = QPixmap(round(side * dots), round(side * dots))
        picture.setDevicePixelRatio(dots)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.draw(painter, name, role, QRectF(0, 0, side, side))
        painter.end()
        return picture
