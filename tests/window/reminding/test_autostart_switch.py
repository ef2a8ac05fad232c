"""Whether the program starts with the computer is asked, and off until then."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.autostart import FakeAutostart
from torimodosu.adapters.store import Store
from torimodosu.window.kit.fields import ChoiceButton
from torimodosu.window.kit.look import Look
from torimodosu.window.memory import Memory
from torimodosu.window.reminding.autostart_switch import AutostartSwitch


@pytest.fixture
def entry() -> FakeAutostart:
    return FakeAutostart()


def switch_on(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> AutostartSwitch:
    switch = AutostartSwitch(look, entry, store)
    qtbot.addWidget(switch)
    switch.show()
    return switch


def chosen(switch: AutostartSwitch) -> list[bool]:
    """Return whether the program starts, and whether it stays."""
    return [
        choice.findChildren(ChoiceButton)[0].isChecked()
        for choice in (switch.starting, switch.closing)
    ]


def press(switch: AutostartSwitch, *, closing: bool = False, yes: bool) -> None:
    choice = switch.closing if closing else switch.starting
    choice.findChildren(ChoiceButton)[0 if yes else 1].click()


def said(switch: AutostartSwitch) -> str:
    labels = switch.findChildren(QLabel)
    return " ".join(label.accessibleName() for label in labels if label.isVisible())


def test_both_are_off_until_the_person_says_yes(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    switch = switch_on(qtbot, look, entry, store)
    assert chosen(switch) == [False, False]
    assert not entry.is_on()


def test_who_starts_with_the_computer_stays_when_closed(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    memory = Memory(store)
    switch = switch_on(qtbot, look, entry, store)
    press(switch, yes=True)
    assert (chosen(switch), entry.is_on()) == ([True, True], True)
    assert memory.stays_in_tray
    press(switch, closing=True, yes=False)
    assert (chosen(switch), entry.is_on()) == ([True, False], True)
    assert not memory.stays_in_tray


def test_what_was_chosen_is_shown_again_and_can_be_taken_back(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    press(switch_on(qtbot, look, entry, store), yes=True)
    again = switch_on(qtbot, look, entry, store)
    assert chosen(again) == [True, True]
    press(again, yes=False)
    assert (chosen(again), entry.is_on()) == ([False, True], False)


def test_a_computer_that_does_not_allow_it_is_told(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    switch = switch_on(qtbot, look, entry, store)
    entry.trouble = PermissionError("read-only")
    press(switch, yes=True)
    assert chosen(switch) == [False, False]
    assert "does not allow it" in said(switch)
    entry.trouble = None
    press(switch, yes=True)
    assert "does not allow it" not in said(switch)


def test_what_cannot_be_read_is_told(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    entry.trouble = PermissionError("not yours")
    store.path.write_bytes(b"no store at all")
    switch = switch_on(qtbot, look, entry, store)
    assert chosen(switch) == [False, False]
    assert "cannot be read whether" in said(switch)
    assert "cannot be read now" in said(switch)


def test_what_cannot_be_kept_is_told(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    switch = switch_on(qtbot, look, entry, store)
    store.path.write_bytes(b"no store at all")
    press(switch, closing=True, yes=True)
    assert "could not be kept" in said(switch)


def test_without_a_tray_it_says_where_the_program_waits(
    qtbot: QtBot, look: Look, entry: FakeAutostart, store: Store
) -> None:
    words = said(switch_on(qtbot, look, entry, store))
    assert "no tray" in words
    assert "calendar file" in words
