"""What was not kept is told wherever the person is, until it was read."""

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import opened
from torimodosu.adapters.store import Store
from torimodosu.recovery.twostep.pending import Pending, PendingKind, pending_text
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.ports import Ports

NOTED = "pending_secrets"
LEFT = [
    Pending(id="1", kind=PendingKind.ACCOUNT, name="Amazon"),
    Pending(id="2", kind=PendingKind.ACCOUNT, name=""),
    Pending(id="3", kind=PendingKind.RECOVERY_CODES, name="Google"),
]
TITLE = "Not kept: Amazon, an account without a name, the recovery codes of Google"


@pytest.fixture
def left(store: Store) -> Store:
    """Return a store in which the program before has noted what it was to keep."""
    store.set(NOTED, pending_text(LEFT))
    return store


def test_it_is_told_at_each_start_until_it_was_closed(
    left: Store, ports: Ports, appearance: Appearance
) -> None:
    for _ in range(2):
        with opened(ports, appearance) as frame:
            frame.watches.begin()
            assert TITLE in frame.notice.said()
    with opened(ports, appearance) as frame:
        frame.watches.begin()
        frame.notice.close_message()
        assert frame.notice.said() == ""
    assert left.settings[NOTED] == ""


def test_another_language_is_no_proof_that_it_was_read(
    qtbot: QtBot, left: Store, ports: Ports, appearance: Appearance
) -> None:
    with opened(ports, appearance) as frame:
        frame.watches.begin()
        appearance.choose_language(Language.JAPANESE)
        qtbot.waitUntil(lambda: TITLE not in frame.notice.said())
        assert "Amazon" in frame.notice.said()
    assert left.settings[NOTED] == pending_text(LEFT)


def test_a_message_that_came_over_it_is_no_proof_that_it_was_read(
    left: Store, ports: Ports, appearance: Appearance
) -> None:
    with opened(ports, appearance) as frame:
        frame.watches.begin()
        frame.show_help()
        frame.notice.close_message()
    assert left.settings[NOTED] == pending_text(LEFT)


def test_where_nothing_was_left_nothing_is_told(
    ports: Ports, appearance: Appearance
) -> None:
    with opened(ports, appearance) as frame:
        frame.watches.begin()
        assert frame.notice.said() == ""


def test_what_is_noted_of_today_does_not_hide_what_was_left(
    left: Store, ports: Ports, appearance: Appearance
) -> None:
    with opened(ports, appearance) as frame:
        pending = frame.book.authenticator.pending
        begun = pending.begin(PendingKind.ACCOUNT, ["Bank"])
        frame.watches.begin()
        assert TITLE in frame.notice.said()
        frame.notice.close_message()
    assert left.settings[NOTED] == pending_text(begun)
