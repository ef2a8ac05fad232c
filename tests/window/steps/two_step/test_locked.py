"""The page while the codes are locked with a passphrase."""

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP as CASE
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.window.page import Buttons

WORDS = "tanuki no mittsu boshi"


@pytest.fixture
def guarded(person: Person) -> Person:
    """Return somebody who sees a code, and has chosen a passphrase."""
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.wait_for_code()
    lock = person.tools.lock
    lock.close_with(WORDS)
    person.wait(lambda: lock.is_on)
    return person


def test_locked_it_shows_no_code_and_takes_no_verdict(guarded: Person) -> None:
    code = " ".join(guarded.wait_for_code())
    assert code in guarded.words
    guarded.tools.lock.lock()
    assert code not in guarded.words
    assert guarded.page.buttons() == Buttons()
    assert guarded.page.cards.code_card is None


def test_unlocked_it_goes_on_where_it_was(qtbot: QtBot, guarded: Person) -> None:
    lock = guarded.tools.lock
    lock.lock()
    with qtbot.waitSignal(lock.unlock_asked):
        guarded.press("Unlock")
    lock.unlock(WORDS)
    guarded.wait_for_code()
    guarded.say(is_accepted=True)


@pytest.mark.parametrize("is_accepted", [True, False])
def test_a_word_about_a_code_puts_the_lock_off(
    guarded: Person, *, is_accepted: bool
) -> None:
    guarded.clock.go_on(seconds=100)
    guarded.say(is_accepted=is_accepted)
    guarded.clock.go_on(seconds=100)
    guarded.tools.lock.look_at_clock()
    assert not guarded.tools.lock.is_locked


def test_a_copy_puts_the_lock_off(guarded: Person) -> None:
    guarded.clock.go_on(seconds=100)
    guarded.press("Copy")
    guarded.clock.go_on(seconds=100)
    guarded.tools.lock.look_at_clock()
    assert not guarded.tools.lock.is_locked


def test_shown_again_after_a_while_it_is_locked(guarded: Person) -> None:
    guarded.page.hide()
    guarded.clock.go_on(minutes=3)
    guarded.page.show()
    assert guarded.tools.lock.is_locked
    assert guarded.page.cards.code_card is None
