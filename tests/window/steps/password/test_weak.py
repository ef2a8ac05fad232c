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
    asked(page).close()
    assert page.heading().title == "This one would be guessed"
    assert field(page).text() == "umi"
    asked(page).buttons[1].click()
    assert page.heading().title == "Changed, as you say"


def test_who_wants_a_better_one_gets_it_made(qtbot: QtBot, page: PasswordPage) -> None:
    page.show()
    field(page).setText("umi")
    qtbot.waitUntil(lambda: page.heading().title == "This one would be guessed")
    asked(page).buttons[0].click()
    qtbot.waitUntil(lambda: page.heading().title == "Here is a new password")
    assert field(page).text() != "umi"


def asked(page: PasswordPage) -> Question:
    """Say that the password was changed, and return what is asked then."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    run_primary(page)
    (question,) = page.window().findChildren(Question)
    assert "somebody is inside again" in question.accessibleName()
    return question
