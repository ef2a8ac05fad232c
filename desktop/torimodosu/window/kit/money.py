"""Money tiles that add up to a total, with one bar and the check below."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Money, Text
from torimodosu.window.kit.tokens import Colour, Role

_WIDE, _AMOUNT, _BETWEEN = 300, 150, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A total or one part of it, as shown.

    Attributes:
        key: What `MoneyTiles.opened` tells when the person wants to see the rows.
        name: What kind of money.
        amount: The sum in words, or how many sums are not known.
        source: Where the amount comes from, such as "8 orders".
        weight: Width in the bar; the bar is not to scale where nothing is known.
        icon: None for the total.
        colour: Of icon and bar; "data_open" is hatched.

    """

    key: str
    name: str
    amount: str
    source: str
    weight: float = 0
    icon: IconName | None = None
    colour: Colour = "text"


class ShareBar(QWidget):
    """The parts side by side; the open part is hatched."""

    def __init__(self, look: Look, shares: tuple[Share, ...]) -> None:
        super().__init__()
        self._look = look
        self._shares = tuple(share for share in shares if share.weight > 0)
        self.setFixedHeight(look.px(12))
        self.setAccessibleName(
            ", ".join(f"{share.name} {share.amount}" for share in shares)
        )
        look.recoloured.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts with a gap between them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, left = self._look.px(3), 0.0
        room = self.width() - gap * (len(self._shares) - 1)
        whole = sum(share.weight for share in self._shares)
        for share in self._shares:
            width = room * share.weight / whole
            self._paint(painter, share, QRectF(left, 0, width, self.height()))
            left += width + gap
        painter.end()

    def _paint(self, painter: QPainter, share: Share, area: QRectF) -> None:
        radius = self._look.px(3)
        colour = self._look.colour(share.colour)
        painter.setBrush(colour)
        if share.colour == "data_open":
            painter.setBrush(self._look.colour("unknown_soft"))
            painter.drawRoundedRect(area, radius, radius)
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(area, radius, radius)


class Tile(QWidget):
    """One amount with its name above and its source below, which can be pressed.

    Where it is wide, all stand in one line. *sign* stands before the amount.
    """

    opened = Signal(str)

    def __init__(
        self, look: Look, share: Share, *, sign: str = "", is_total: bool = False
    ) -> None:
        super().__init__()
        self._look, self._key = look, share.key
        role: Role = "smallstrong" if is_total else "small"
        self._name = Row(look, gap=6)
        if share.icon:
            self._name.line.addWidget(Icon(look, share.icon, share.colour, 18))
        self._name.line.addWidget(Text(look, share.name, role, "muted"), 1)
        amount = Money(share.amount, "display" if is_total else "money")
        self._amount = Row(look, Text(look, sign, "heading", "muted", wrap=False))
        self._amount.line.addWidget(amount, 1)
        self._amount.setFixedHeight(look.px(46))
        self._source = Button(look, share.source, "link")
        self._source.setAccessibleName(f"{share.name} {share.amount} {share.source}")
        self._source.clicked.connect(self._open)
        self._parts = self._name, self._amount, self._source
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(look.px(2))
        self._stand(is_wide=False)

    def minimumSizeHint(self) -> QSize:
        """Allow the parts to stand below each other again."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line where there is room."""
        px = self._look.px
        name, amount, source = (part.minimumSizeHint().width() for part in self._parts)
        least = name + max(amount, px(_AMOUNT)) + source + px(_BETWEEN)
        self._stand(is_wide=event.size().width() > max(least, px(_WIDE)))
        super().resizeEvent(event)

    def _stand(self, *, is_wide: bool) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        row = 0 if is_wide else 1
        self._grid.addWidget(self._name, 0, 0)
        self._grid.addWidget(self._source, 2 * row, 1 - row, right)
        self._grid.addWidget(self._amount, row, 2 * (1 - row))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(2, self._look.px(_AMOUNT) if is_wide else 0)

    def _open(self) -> None:
        self.opened.emit(self._key)


class MoneyTiles(Box):
    """A total, its parts and the proof that they add up.

    `opened` tells the key of a share whose rows the person wants to see.
    """

    opened = Signal(str)

    def __init__(
        self,
        look: Look,
        total: Share,
        shares: tuple[Share, ...],
        check: str,
        *,
        adds_up: bool = True,
    ) -> None:
        super().__init__(look, "card", pad=20, gap=14)
        whole = Tile(look, total, is_total=True)
        whole.opened.connect(self.opened)
        row = Row(look, gap=16, below=560)
        row.line.addWidget(whole, 5)
        for number, share in enumerate(shares):
            tile = Tile(look, share, sign="+" if number else "=")
            tile.opened.connect(self.opened)
            row.line.addWidget(tile, 4)
        proof = IconLine(look, "proven", "ok", check)
        if not adds_up:
            proof = IconLine(look, "warn", "attention", check)
        self.add(row, ShareBar(look, shares), divider(), proof)
