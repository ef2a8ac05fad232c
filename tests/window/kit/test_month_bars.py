import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.month_bars import CardBars, MonthBar, MonthBars

MONTHS = ("Oct", "Nov")
CARDS = tuple(
    CardBars(
        name=name,
        bars=tuple(
            MonthBar(
                out=out, disputed=out / 2, back=out / 4, said=f"{name} {month} {out}"
            )
            for month, out in zip(MONTHS, outs, strict=True)
        ),
    )
    for name, outs in (("Blue", (0.0, 1.0)), ("Red", (0.5, 0.01)))
)


@pytest.fixture
def bars(qtbot: QtBot, look: Look) -> MonthBars:
    bars = MonthBars(look, MONTHS, CARDS, "Disputed: ¥1")
    qtbot.addWidget(bars)
    bars.resize(600, bars.height())
    with qtbot.waitExposed(bars):
        bars.show()
    return bars


def colours(bars: MonthBars) -> set[str]:
    picture = bars.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    }


def test_its_name_is_the_finding_and_keys_go_through_it(bars: MonthBars) -> None:
    assert bars.accessibleName() == "Disputed: ¥1"
    said: list[str] = []
    bars.pointed.connect(said.append)
    QApplication.sendEvent(bars, QFocusEvent(QEvent.Type.FocusIn))
    assert said == ["Blue Nov 1.0"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(bars, key)
    assert said[1:] == ["Red Nov 0.01", "Red Oct 0.5", "Blue Oct 0.0"]
    assert bars.accessibleDescription() == "Blue Oct 0.0"


def test_the_pointer_tells_the_bar_below_it(bars: MonthBars) -> None:
    QTest.mouseMove(bars, QPoint(bars.width() - 4, bars.height() // 2 + 4))
    assert bars.said() == "Red Nov 0.01"
    QTest.mouseMove(bars, QPoint(2, 2))
    assert bars.said() == "Red Nov 0.01"


def test_disputed_is_solid_and_money_back_hangs_below(
    bars: MonthBars, look: Look
) -> None:
    seen = colours(bars)
    assert look.colour("data_c").name() in seen
    assert look.colour("ok").name() in seen


def test_other_keys_are_left_to_the_page(bars: MonthBars) -> None:
    before = bars.said()
    QTest.keyClick(bars, Qt.Key.Key_F)
    assert bars.said() == before
