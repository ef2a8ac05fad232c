"""Recovery codes: kept, shown on demand, and struck out once used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER
from tests.window.seen import words_in
from tests.window.steps.two_step.person import EVENING, Person
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.two_step.spare_code import CodeLine

CODES = ("1234 5678", "2345 6789", "3456 7890")
PASTED = "Your backup codes\n1. 1234 5678\n2. 2345 6789\n3. 3456 7890\n"


def paste(person: Person, text: str) -> None:
    (field,) = visible(person, QPlainTextEdit, "spare-codes")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)


def visible(person: Person, kind: type[QWidget], name: str) -> list[QWidget]:
    found = person.page.findChildren(kind, name)
    return [one for one in found if one.isVisibleTo(person.page)]


@pytest.fixture
def having(person: Person) -> Person:
    """Return somebody who has kept three codes of a service."""
    person.open_case(OTHER)
    person.press("Keep recovery codes")
    person.type("spare-issuer", "Google")
    paste(person, PASTED)
    assert "3 code(s) read" in person.words
    assert "Not taken for codes: Your backup codes" in person.words
    person.press("Keep them")
    person.wait_for("3 of 3 left")
    return person


def test_codes_are_kept_and_shown_only_on_demand(having: Person) -> None:
    assert CODES[0] not in words_in(having.page)
    having.press("Show: Google")
    having.wait_for(" ".join(CODES[0]))
    having.press("Fold: Google")
    assert " ".join(CODES[0]) not in having.words


def test_a_code_is_copied_only_by_way_of_what_clears_itself(having: Person) -> None:
    having.press("Show: Google")
    having.wait_for(" ".join(CODES[1]))
    having.press("Copy: code 2")
    data = QApplication.clipboard().mimeData()
    assert data.text() == CODES[1]
    assert data.hasFormat("x-kde-passwordManagerHint")
    labels = having.page.findChildren(QLabel)
    (shown,) = [label for label in labels if label.text() == CODES[1]]
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert not shown.textInteractionFlags() & selectable


def test_a_code_that_was_used_is_struck_out(having: Person) -> None:
    having.press("Show: Google")
    having.wait_for(" ".join(CODES[1]))
    having.press("I used it: code 2")
    having.wait_for("2 of 3 left")
    assert "Used on " in having.words
    having.press("Not used after all: code 2")
    having.wait_for("3 of 3 left")
    assert "Used on " not in having.words


def test_they_are_forgotten_only_after_a_question(having: Person) -> None:
    having.press("Show: Google")
    having.wait_for("Forget all of them")
    having.press("Forget all of them")
    (question,) = having.page.window().findChildren(Question)
    question.buttons[1].click()
    having.wait(lambda: "Google" not in having.words)
    assert having.keychain.secrets == {}


@pytest.mark.parametrize(
    ("issuer", "text", "why"),
    [
        ("", PASTED, "Whose codes are they?"),
        ("Google", "", "There is no code yet"),
        ("Google", "no code at all", "There is no code yet"),
        ("Google", "x" * 30_000, "There is no code yet"),
    ],
)
def test_what_is_missing_is_said(
    person: Person, issuer: str, text: str, why: str
) -> None:
    person.open_case(OTHER)
    person.press("Keep recovery codes")
    person.type("spare-issuer", issuer)
    paste(person, text)
    (button,) = person.buttons("Keep them")
    assert not button.isEnabled()
    assert button.toolTip() == why


def test_what_was_pasted_is_not_lost_to_a_locked_keychain(person: Person) -> None:
    person.open_case(OTHER)
    person.press("Keep recovery codes")
    person.type("spare-issuer", "Google")
    paste(person, PASTED)
    person.keychain.trouble = KeychainTrouble.LOCKED
    person.press("Keep them")
    person.wait_for("The keychain is locked")
    person.keychain.trouble = None
    person.press("Keep them")
    person.wait_for("3 of 3 left")


def test_no_code_is_held_while_the_page_is_away(having: Person) -> None:
    having.press("Show: Google")
    having.wait_for(" ".join(CODES[0]))
    having.page.hide()
    assert having.page.desk.spare.codes == ()
    having.page.show()
    assert " ".join(CODES[0]) not in having.words


def test_a_used_code_and_its_moment_stack_where_they_have_no_room(
    qtbot: QtBot, look: Look
) -> None:
    line = CodeLine(look, 0, CODES[0], EVENING)
    qtbot.addWidget(line)
    assert line.minimumSizeHint().width() < line.sizeHint().width() / 2


def test_the_fields_for_new_codes_come_into_sight_and_keep_what_was_pasted(
    person: Person,
) -> None:
    person.open_case(OTHER)
    area = QScrollArea()
    area.resize(700, 200)
    area.setWidget(person.page)
    area.setWidgetResizable(True)
    area.show()
    person.press("Keep recovery codes")
    (issuer,) = visible(person, QLineEdit, "spare-issuer")
    assert QApplication.focusWidget() in {None, issuer}
    top = issuer.mapTo(area.viewport(), issuer.rect().topLeft()).y()
    assert 0 <= top < area.viewport().height()
    assert "code(s) read" not in person.words
    paste(person, PASTED)
    person.press("Keep recovery codes")
    (field,) = visible(person, QPlainTextEdit, "spare-codes")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == PASTED
    area.takeWidget()
