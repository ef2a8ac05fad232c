"""How strong a password is: four parts, and words that say the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.password.draft import Draft
from torimodosu.window.steps.password.words import strength_tone, strength_words

_PARTS, _WIDTH, _HEIGHT, _GAP = 4, 44, 8, 4


class Parts(QWidget):
    """Four parts, of which as many are filled as the score; silent beside its words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._score: int | None = None
        width = _PARTS * _WIDTH + (_PARTS - 1) * _GAP
        self.setFixedSize(QSize(look.px(width), look.px(_HEIGHT)))
        look.recoloured.connect(self.update)

    def show_score(self, score: int | None) -> None:
        """Fill one part even for the weakest; none while nothing is known."""
        self._score = score
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the filled ones in the colour of the score, the others with an edge."""
        look, score = self._look, self._score
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = 0 if score is None else max(1, score)
        tone = "muted" if score is None else strength_tone(score)
        for number in range(_PARTS):
            left = look.px(number * (_WIDTH + _GAP))
            area = QRectF(left, 0, look.px(_WIDTH), look.px(_HEIGHT))
            painter.setPen(look.colour("control"))
            painter.setBrush(look.colour("unknown_soft"))
            if number < filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour(tone))
            radius = look.px(_HEIGHT) / 2
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class Meter(Row):
    """The parts with their words, which change in place as one types."""

    def __init__(self, look: Look) -> None:
        self._parts = Parts(look)
        self._words = Text(look, "", "strong", "muted")
        super().__init__(look, self._parts, self._words, gap=16, below=420)
        self.share(0, 1)
        self.line.setAlignment(self._parts, Qt.AlignmentFlag.AlignVCenter)

    def show_draft(self, draft: Draft) -> None:
        """Show what was found out of the text, or that it is not known."""
        judged, score = draft.judged, draft.score
        if judged is not None and score is not None:
            words = strength_words(score, judged.seconds_on_graphics_card)
            self._parts.show_score(score)
            self._say(words, strength_tone(score))
            return
        self._parts.show_score(None)
        if draft.is_unknowable:
            words = self.tr("The lists to weigh it by are missing. Install us again")
        elif draft.text:
            words = self.tr("Being weighed")
        else:
            words = self.tr("Type or paste one, or have one made")
        self._say(words, "muted")

    def _say(self, words: str, tone: str) -> None:
        self._words.setProperty("tone", tone)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._words.say(words)
