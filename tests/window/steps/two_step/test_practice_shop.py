"""The shop of the practice incident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP as CASE
from tests.window.seen import words_in
from tests.window.steps.two_step.person import Person
from torimodosu.recovery.practice.two_step import ACCOUNT
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.steps.two_step.practice_shop import PracticeShop
from torimodosu.window.steps.two_step.sight import Stand


def shown(person: Person) -> PracticeShop:
    """Open the practice shop from the page."""
    person.press("practice-shop")
    shops = person.page.window().findChildren(PracticeShop)
    (shop,) = [shop for shop in shops if shop.isVisible()]
    return shop


def type_code(shop: PracticeShop, code: str) -> str:
    """Type *code*, and return what the shop says."""
    (field,) = shop.findChildren(QLineEdit, "practice-code")
    field.setText(code)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return shop.answer.accessibleName()


@pytest.fixture
def practising(person: Person) -> Person:
    person.store.open(CASE, at=person.clock.now(), is_practice=True)
    person.open()
    return person


def test_a_real_case_meets_no_made_up_shop(person: Person) -> None:
    person.open_case(CASE)
    assert person.buttons("practice-shop") == []


def test_its_qr_code_is_read_from_what_the_screen_shows(practising: Person) -> None:
    shop = shown(practising)
    assert "This is no real shop." in words_in(shop)
    image = shop.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    practising.tools.capture.from_image(image)
    practising.stands(Stand.FIRST_CODE)
    (kept,) = practising.vault.all(is_practice=True)
    assert practising.vault.read(kept) == ACCOUNT


def test_it_takes_each_code_but_once(practising: Person) -> None:
    shop = shown(practising)
    code = code_at(ACCOUNT, practising.clock.now())
    assert type_code(shop, code.code) == "The code was accepted."
    assert type_code(shop, code.code) == "The code is not right. Try the next one."
    practising.clock.go_on(seconds=30)
    assert type_code(shop, code.following) == "The code was accepted."
    assert type_code(shop, "") == "The code is not right. Try the next one."


def test_it_closes_with_the_case(practising: Person) -> None:
    shown(practising)
    practising.case_file.switch(None)
    practising.stands(Stand.NO_CASE)
    shops = practising.page.window().findChildren(PracticeShop)
    assert not [shop for shop in shops if shop.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_it_is_on_the_screen_however_large_the_words_are(
    practising: Person, qtbot: QtBot, scale: float
) -> None:
    look = Look(Tokens(colours=LIGHT, scale=scale))
    shop = PracticeShop(look, practising.page, practising.clock)
    qtbot.addWidget(shop)
    shop.show()
    assert shop.height() <= shop.screen().availableGeometry().height()
    for part in shop.findChildren(QWidget):
        if part.isVisible() and part.parent() is shop:
            assert shop.rect().contains(part.geometry())
