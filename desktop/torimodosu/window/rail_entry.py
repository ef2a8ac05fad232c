"""One place in the rail."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap

from torimodosu.recovery.plan.advice import StepState
from torimodosu.window.kit.button import Button, ButtonKind
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign, sign_of
from torimodosu.window.place import Place

NOT_DONE = (StepState.HERE, StepState.OPEN)


class RailEntry(Button):
    """One place to go to; `place_chosen` tells it."""

    place_chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        words: str,
        place: Place,
        sign: Sign,
        *,
        kind: ButtonKind = "rail",
    ) -> None:
        super().__init__(look, words, kind, sign.icon, tint=sign.tone)
        self.place = place
        self.setText(f"\u2002{words}")
        self.setCheckable(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.clicked.connect(self._tell)

    def stand_alone(self) -> None:
        """Show the icon in the middle, without words."""
        self.setText("")
        self.setToolTip(self.accessibleName())
        self.setProperty("alone", True)  # noqa: FBT003 -- Qt's own

    def _tell(self) -> None:
        self.place_chosen.emit(self.place)


def badged(look: Look, icon: IconName, state: StepState) -> QIcon:
    """Return a phase icon that wears its mark, so that it needs no colour."""
    mark, tone = sign_of(state)
    if state in NOT_DONE:
        return look.icon(icon, tone)
    picture = QPixmap(look.pixmap(icon, "muted"))
    side, small = look.px(20), look.px(11)
    area = QRectF(side - small, side - small, small, small)
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("rail"))
    painter.drawEllipse(area.adjusted(-1, -1, 1, 1))
    look.draw(painter, mark, tone, area)
    painter.end()
    return QIcon(picture)
