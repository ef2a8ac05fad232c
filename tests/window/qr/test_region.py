"""The part of the screen that is chosen, by what a person presses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window.qr.codes import SHOP, page
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.region import RegionPicker, RegionSheet
from torimodosu.window.qr.screens import Shot

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
FAR = Qt.KeyboardModifier.ControlModifier


class Heard:
    """What the person has chosen, and how often they left."""

    def __init__(self, picker: RegionPicker) -> None:
        self.images: list[QImage] = []
        self.left = 0
        picker.chosen.connect(self.images.append)
        picker.left.connect(self._count)

    def _count(self) -> None:
        self.left += 1


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> Iterator[RegionPicker]:
    screen = QGuiApplication.primaryScreen()
    size = screen.geometry().size() * 2  # two points for each px, as on fine screens
    picker = RegionPicker(look, look)
    picker.show_on([Shot(screen=screen, image=page(SHOP).scaled(size))])
    yield picker
    picker.close_all()
    assert qtbot is not None


@pytest.fixture
def heard(picker: RegionPicker) -> Heard:
    return Heard(picker)


@pytest.fixture
def sheet(picker: RegionPicker) -> RegionSheet:
    (sheet,) = picker.sheets
    return sheet


def test_a_frame_is_drawn_from_any_corner(sheet: RegionSheet, heard: Heard) -> None:
    QTest.mousePress(sheet, LEFT, pos=QPoint(300, 200))
    QTest.mouseMove(sheet, QPoint(100, 50))
    QTest.mouseRelease(sheet, LEFT, pos=QPoint(100, 50))
    (image,) = heard.images
    assert abs(image.width() - 400) <= 4
    assert abs(image.height() - 300) <= 4


def test_a_slip_of_the_hand_begins_anew(sheet: RegionSheet, heard: Heard) -> None:
    QTest.mouseClick(sheet, LEFT, pos=QPoint(300, 200))
    assert (heard.images, heard.left) == ([], 0)


def test_the_keys_move_and_size_the_frame(sheet: RegionSheet, heard: Heard) -> None:
    before = QRect(sheet.area)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Up, FAR)
    assert sheet.area == before.translated(10, -50)
    QTest.keyClick(sheet, Qt.Key.Key_Down, SHIFT)
    assert sheet.area.height() == before.height() + 10
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert [image.width() for image in heard.images] == [2 * before.width()]


def test_the_frame_stays_on_the_screen_and_of_some_size(sheet: RegionSheet) -> None:
    for _ in range(100):
        QTest.keyClick(sheet, Qt.Key.Key_Left, FAR)
    assert sheet.rect().contains(sheet.area)
    assert min(sheet.area.width(), sheet.area.height()) >= 8


@pytest.mark.parametrize("way", ["escape", "right button", "window manager"])
def test_there_are_several_ways_to_leave(
    sheet: RegionSheet, heard: Heard, picker: RegionPicker, way: str
) -> None:
    match way:
        case "escape":
            QTest.keyClick(sheet, Qt.Key.Key_Escape)
        case "right button":
            QTest.mouseClick(sheet, RIGHT)
        case _:
            sheet.close()
    assert (heard.images, heard.left, picker.sheets) == ([], 1, [])


def test_the_hint_makes_room_for_the_frame(sheet: RegionSheet) -> None:
    """It is painted at the top, and at the bottom where the frame is there."""
    at_the_top = sheet.grab().toImage().pixelColor(sheet.width() // 2, 30)
    while sheet.area.top() > 0:
        QTest.keyClick(sheet, Qt.Key.Key_Up)
    moved = sheet.grab().toImage()
    below = moved.pixelColor(sheet.width() // 2, sheet.height() - 30)
    assert at_the_top.lightness() > 200
    assert below.lightness() > 200
