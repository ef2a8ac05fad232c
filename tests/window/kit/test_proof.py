"""Before and after, and the moments on one line."""

from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.proof import Moment, Moments, ProofLine, ProofPanel, Side
from torimodosu.window.kit.text import Icon

SAVED = Moment(icon="open", tint="muted", when="March 2014", words="Saved")
SENT = Moment(icon="finding", tint="attention", when="Today 21:04", words="Sent")
LINE = ProofLine(icon="key", tint="muted", words="shop.example", small="One entry")


def side(title: str, *, is_settled: bool) -> Side:
    sign = Sign("proven", "ok")
    return Side(
        title=title, said="Fixed", sign=sign, lines=(LINE,), is_settled=is_settled
    )


def panel(qtbot: QtBot, look: Look) -> ProofPanel:
    panel = ProofPanel(
        look, side("Now", is_settled=True), side("Then", is_settled=False)
    )
    qtbot.addWidget(panel)
    panel.show()
    return panel


def boxes(panel: QWidget) -> list[str]:
    frames = panel.findChildren(QFrame)
    kinds = [str(frame.property("box")) for frame in frames]
    return [kind for kind in kinds if kind in {"card", "waiting"}]


def arrows(panel: ProofPanel) -> int:
    items = [panel.line.itemAt(number) for number in range(panel.line.count())]
    widgets = [item.widget() for item in items if item is not None]
    return sum(isinstance(w, Icon) and w.isVisible() for w in widgets)


def test_moments_are_read_out_in_their_order(qtbot: QtBot, look: Look) -> None:
    moments = Moments(look, (SAVED, SENT))
    qtbot.addWidget(moments)
    assert moments.accessibleName() == "March 2014: Saved. Today 21:04: Sent"
    assert "Today 21:04" in words_in(moments)


def test_what_is_still_to_come_stands_in_a_dashed_box(qtbot: QtBot, look: Look) -> None:
    made = panel(qtbot, look)
    assert boxes(made) == ["card", "waiting"]
    assert words_in(made).count("One entry") == 2


def test_one_arrow_points_to_the_second_side(qtbot: QtBot, look: Look) -> None:
    made = panel(qtbot, look)
    made.resize(900, 300)
    assert arrows(made) == 1
    wide = [icon.isVisible() for icon in made.findChildren(Icon)]
    made.resize(400, 600)
    assert arrows(made) == 1
    assert [icon.isVisible() for icon in made.findChildren(Icon)] != wide
