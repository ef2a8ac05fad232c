"""A code on the screen, with its time, and the copy of it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.moving_clock import MovingClock
from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.codes.digits import grouped
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT

# The secret and the codes of RFC 6238, appendix B, and of RFC 4226, appendix D.
SECRET = b"12345678901234567890"
START = datetime(1970, 1, 1, 0, 0, 59, tzinfo=UTC)
TOTP = OtpAccount(
    type=OtpType.TOTP, issuer="Shop", name="hanako@example.jp", secret=SECRET, digits=8
)
HOTP = OtpAccount(
    type=OtpType.HOTP, issuer="Shop", name="", secret=SECRET, period=0, counter=1
)
STEAM = OtpAccount(type=OtpType.STEAM, issuer="", name="", secret=SECRET, digits=5)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(START)


@pytest.fixture
def clipboard(qtbot: QtBot) -> SecretClipboard:
    del qtbot
    return SecretClipboard()


@pytest.fixture
def view(
    qtbot: QtBot, look: Look, clock: MovingClock, clipboard: SecretClipboard
) -> CodeView:
    view = CodeView(look, clock, clipboard)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("287082", "287 082"),
        ("1287082", "1287 082"),
        ("94287082", "9428 7082"),
        ("194287082", "194 287 082"),
        ("2TB4Y", "2TB4Y"),
    ],
)
def test_a_code_is_written_in_groups(code: str, written: str) -> None:
    assert grouped(code) == written


def test_it_shows_the_code_its_time_and_the_next_one(view: CodeView) -> None:
    view.show_account(TOTP)
    assert view.digits.text() == "9428 7082"
    assert view.digits.accessibleName() == "9 4 2 8 7 0 8 2"
    assert view.following.text() == "Then 3735 9152"
    assert view.ring.isVisible()
    assert view.ring.seconds == 1
    assert not view.next_button.isVisible()


def test_a_second_later_there_may_be_another_code(
    qtbot: QtBot, view: CodeView, clock: MovingClock
) -> None:
    view.show_account(TOTP)
    clock.go_on(seconds=1)
    with qtbot.waitSignal(view.renewed, timeout=0):
        view.look_at_clock()
    assert view.digits.text() == "3735 9152"
    assert view.ring.seconds == 30
    clock.go_on(seconds=7)
    with qtbot.assertNotEmitted(view.renewed):
        view.look_at_clock()
    assert view.ring.seconds == 23


def test_it_looks_again_when_the_next_second_begins(
    qtbot: QtBot, look: Look, clipboard: SecretClipboard
) -> None:
    """The timer is Qt's own; what it waits for is the rest of the second."""
    clock = MovingClock(START.replace(microsecond=999_000))
    view = CodeView(look, clock, clipboard)
    qtbot.addWidget(view)
    view.show()
    view.show_account(TOTP)
    clock.go_on(milliseconds=1)
    qtbot.waitUntil(lambda: view.ring.seconds == 30)


def test_it_looks_at_no_clock_while_nobody_sees_it(
    view: CodeView, clock: MovingClock
) -> None:
    view.show_account(TOTP)
    counting = [view.is_counting]
    view.hide()
    counting.append(view.is_counting)
    clock.go_on(seconds=1)
    view.show()
    counting.append(view.is_counting)
    assert counting == [True, False, True]
    assert view.digits.text() == "3735 9152"


def test_what_was_chosen_while_it_was_hidden_is_shown_later(view: CodeView) -> None:
    view.hide()
    view.show_account(TOTP)
    assert not view.is_counting
    view.show()
    assert view.digits.text() == "9428 7082"
    assert view.is_counting


def test_the_code_of_a_counter_waits_until_it_was_used(
    qtbot: QtBot, view: CodeView
) -> None:
    view.show_account(HOTP)
    assert view.digits.text() == "287 082"
    assert not view.is_counting
    assert not view.ring.isVisible()
    with qtbot.waitSignal(view.next_asked):
        view.next_button.click()


def test_letters_are_not_taken_apart(view: CodeView) -> None:
    view.show_account(STEAM)
    assert len(view.digits.text()) == 5
    assert view.code is not None
    assert view.digits.text() == view.code.code


def test_an_account_of_another_kind_is_shown_as_such(view: CodeView) -> None:
    view.show_account(HOTP)
    view.show_account(TOTP)
    assert view.ring.isVisible()
    assert not view.next_button.isVisible()
    assert view.is_counting


def test_what_is_copied_has_no_gap_and_says_when_it_goes(
    view: CodeView, clipboard: SecretClipboard
) -> None:
    view.show_account(TOTP)
    view.copy_button.click()
    assert QGuiApplication.clipboard().text() == "94287082"
    assert "30 second" in view.note.accessibleName()
    clipboard.count_down()
    assert "29 second" in view.note.accessibleName()
    clipboard.stop()
    assert "has left" in view.note.accessibleName()
    assert QGuiApplication.clipboard().text() == ""


def test_a_copy_from_elsewhere_is_not_told_as_its_own(
    view: CodeView, clipboard: SecretClipboard
) -> None:
    view.show_account(TOTP)
    view.copy()
    clipboard.copy("a password")
    assert "half a minute" in view.note.accessibleName()
    clipboard.stop()


def test_the_copy_of_another_account_is_not_told_of_this_one(view: CodeView) -> None:
    view.show_account(TOTP)
    view.copy()
    view.show_account(STEAM)
    assert "half a minute" in view.note.accessibleName()


def test_a_forgotten_account_leaves_nothing_behind(view: CodeView) -> None:
    view.show_account(TOTP)
    view.forget()
    assert view.digits.text() == view.following.text() == ""
    assert view.code is None
    assert not view.is_counting
    assert not view.copy_button.isEnabled()
    QGuiApplication.clipboard().setText("a shopping list")
    view.copy()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    view.look_at_clock()
    assert view.digits.text() == ""


def test_it_is_read_out_seldom_enough_to_be_borne(
    view: CodeView, clock: MovingClock
) -> None:
    view.show_account(TOTP)
    said = []
    for _ in range(31):
        clock.go_on(seconds=1)
        view.look_at_clock()
        said.append(view.ring.accessibleName())
    assert len(set(said)) == 3


def test_the_ring_turns_to_attention_at_the_end(
    view: CodeView, clock: MovingClock
) -> None:
    view.show_account(TOTP)

    def has(tone: str) -> bool:
        picture = view.ring.grab().toImage()
        spots = (
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        )
        return tone.lower() in spots

    clock.go_on(seconds=1)
    view.look_at_clock()
    assert has(LIGHT["accent"])
    assert not has(LIGHT["attention"])
    clock.go_on(seconds=25)
    view.look_at_clock()
    assert has(LIGHT["attention"])
    assert not has(LIGHT["accent"])


def test_other_hashes_and_periods_are_shown_too(view: CodeView) -> None:
    view.show_account(
        OtpAccount(
            type=OtpType.TOTP,
            issuer="",
            name="",
            secret=b"1234567890" * 3 + b"12",
            algorithm=Algorithm.SHA256,
            digits=8,
            period=30,
        )
    )
    assert view.digits.text() == "4611 9246"


def test_where_the_buttons_have_no_room_they_stand_below_the_code(
    qtbot: QtBot, view: CodeView
) -> None:
    view.show_account(TOTP)
    view.resize(view.minimumSizeHint().width() + 80, view.height())
    view.show_account(HOTP)
    qtbot.waitUntil(lambda: is_below(view))
    view.resize(600, view.height())
    qtbot.waitUntil(lambda: not is_below(view))


def is_below(view: CodeView) -> bool:
    """Tell whether the button to copy stands below the code."""
    button = view.copy_button.mapTo(view, QPoint())
    return button.y() > view.digits.mapTo(view, QPoint()).y() + view.digits.height()
