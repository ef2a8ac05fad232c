"""How tall words are, which is kept since layouts ask for it again and again."""

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

WORDS = "One step after the other, and each of them can be undone. "
WIDTH = 300


def test_words_are_as_tall_as_their_lines_need(qtbot: QtBot, look: Look) -> None:
    text = Text(look, WORDS)
    qtbot.addWidget(text)
    assert text.heightForWidth(WIDTH) > text.heightForWidth(WIDTH * 10)
    assert text.heightForWidth(WIDTH) == text.heightForWidth(WIDTH)


def test_other_words_are_measured_anew(qtbot: QtBot, look: Look) -> None:
    text = Text(look, WORDS)
    qtbot.addWidget(text)
    before = text.heightForWidth(WIDTH)
    text.say(WORDS * 9)
    assert text.heightForWidth(WIDTH) > before


def test_another_font_is_measured_anew(qtbot: QtBot, look: Look) -> None:
    text = Text(look, WORDS)
    qtbot.addWidget(text)
    before = text.heightForWidth(WIDTH)
    large = QFont(text.font())
    large.setPixelSize(40)
    text.setFont(large)
    assert text.heightForWidth(WIDTH) > before


def test_a_style_sheet_is_measured_anew(qtbot: QtBot, look: Look) -> None:
    text = Text(look, WORDS)
    qtbot.addWidget(text)
    with qtbot.waitExposed(text):
        text.show()
    before = text.heightForWidth(WIDTH)
    text.setStyleSheet("QLabel { font-size: 40px; padding: 20px; }")
    text.ensurePolished()
    assert text.heightForWidth(WIDTH) > before
