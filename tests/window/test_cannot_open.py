import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.window.cannot_open import CannotOpen
from torimodosu.window.kit.phrases import keep_phrases
from torimodosu.window.troubles import trouble_words


@pytest.mark.parametrize("trouble", StoreTrouble)
def test_it_says_what_is_safe_and_what_to_do(
    qtbot: QtBot, trouble: StoreTrouble
) -> None:
    error = StoreError(trouble, "details for nobody")
    page = CannotOpen(error)
    qtbot.addWidget(page)
    assert page.words.text() == keep_phrases(trouble_words(error))
    title = page.findChildren(QLabel)[0]
    assert title.font().pixelSize() > QFontInfo(page.words.font()).pixelSize()
