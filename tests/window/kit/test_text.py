"""How words are broken into lines, and how tall that makes them."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextDocument
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


JAPANESE = "USB メモリーに写して、1年は取っておいてください。"


def last_lines(text: Text) -> Iterator[int]:
    """Yield how long the last line of *text* is at every width."""
    document = QTextDocument(documentMargin=0)
    document.setDefaultFont(text.font())
    document.setHtml(text.text())
    for width in range(150, 500):
        document.setTextWidth(width)
        document.size()  # lays it out
        block = document.firstBlock()
        layout = block.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        yield line.textLength()


def test_no_single_letter_stands_on_the_last_line(qtbot: QtBot, look: Look) -> None:
    text = Text(look, JAPANESE)
    qtbot.addWidget(text)
    assert min(last_lines(text)) >= len("さい。")


def test_words_are_read_out_without_the_signs_that_keep_them_together(
    qtbot: QtBot, look: Look
) -> None:
    text = Text(look, JAPANESE)
    qtbot.addWidget(text)
    assert text.accessibleName() == JAPANESE
