"""Draw Japanese once before it is needed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import TYPES

# Loading the faces takes longer than a frame, which the first rows would wait for.
_WORDS = "取り戻すこと、注文のメール（19:42）"


def warm_glyphs(look: Look) -> None:
    """Load the faces of all sizes, by drawing into a picture that nobody sees."""
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    for kind in TYPES.values():
        font = QFont(QApplication.font())
        font.setPixelSize(look.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        painter.setFont(font)
        painter.drawText(QRect(0, 0, 8, 8), Qt.AlignmentFlag.AlignLeft, _WORDS)
    painter.end()
