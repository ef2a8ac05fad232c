from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.window.steps.password.acting import field, run_primary
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.password.page import PasswordPage


def test_a_weak_one_is_left_so_only_after_a_question(
    qtbot: QtBot, page: PasswordPage
) -> None:
    page.show()
    field(page).setText("umi")
    qtbot.waitUntil(lambda: page.heading().title == "This one would be guessed")
    for answer, title in enumerate(
        ("This one would be guessed", "Changed, as you say")
    ):
        run_primary(page)
        (question,) = page.window().findChildren(Question)
        assert "somebody is inside again" in question.accessibleName()
        question.buttons[answer].click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert page.heading().title == title
