"""What stands above the burst of orders on its chart."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import kept
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.steps.sort_orders.flags import flags_of

MINUTE = timedelta(minutes=1)
END = FRIDAY_NIGHT + 60 * MINUTE
CHANGED = AccountEventKind.PASSWORD_CHANGED
TEMPORARY = AccountEventKind.TEMPORARY_PASSWORD_SENT
ASKED = AccountEventKind.RESET_ASKED
HOLD = replace(kept(b"hold"), kind=MailKind.ORDER_ON_HOLD, date=FRIDAY_NIGHT)


def event(kind: AccountEventKind, minute: int) -> AccountEvent:
    return AccountEvent(mail="a" * 64, kind=kind, at=FRIDAY_NIGHT + minute * MINUTE)


def shown(*events: AccountEvent, held: datetime | None = None) -> list[tuple[int, str]]:
    """Return the minute of each flag, and its words without the time."""
    hold = () if held is None else (replace(HOLD, date=held),)
    snapshot = Snapshot(at=END, events=events, notices=hold)
    flags = flags_of(snapshot, start=FRIDAY_NIGHT, end=END)
    return [
        ((flag.at - FRIDAY_NIGHT) // MINUTE, flag.words.partition(" ")[2])
        for flag in flags
    ]


@pytest.mark.parametrize(
    ("events", "flags"),
    [
        ((), []),
        # A temporary password that was sent is no new password, nor is a wish for one.
        ((event(TEMPORARY, 2),), [(2, "temporary password")]),
        ((event(ASKED, 2),), [(2, "reset asked for")]),
        (
            (event(ASKED, 1), event(CHANGED, 2), event(TEMPORARY, 9)),
            [
                (1, "reset asked for"),
                (2, "password changed"),
                (9, "temporary password"),
            ],
        ),
        # The first of a kind, and nothing from before the burst or after the chart.
        (
            (event(CHANGED, 8), event(CHANGED, 3), event(CHANGED, -1)),
            [(3, "password changed")],
        ),
        ((event(CHANGED, 61),), []),
    ],
)
def test_a_flag_tells_what_happened(
    events: tuple[AccountEvent, ...], flags: list[tuple[int, str]]
) -> None:
    assert shown(*events) == flags


def test_where_there_is_no_room_the_weightiest_stay_in_their_order() -> None:
    told = (
        *(event(ASKED, 1), event(AccountEventKind.REPLY, 2), event(TEMPORARY, 3)),
        *(event(AccountEventKind.ACCOUNT_LOCKED, 4), event(CHANGED, 5)),
    )
    assert shown(*told, held=FRIDAY_NIGHT + 6 * MINUTE) == [
        (4, "account locked"),
        (5, "password changed"),
        (6, "orders on hold"),
    ]


@pytest.mark.parametrize("kind", AccountEventKind)
def test_no_flag_has_the_words_of_another(kind: AccountEventKind) -> None:
    others = [shown(event(one, 5)) for one in AccountEventKind if one is not kind]
    own = shown(event(kind, 5))
    assert own == [] or own not in others


def test_what_a_forged_mail_tells_is_no_flag() -> None:
    snapshot = Snapshot(at=END, forged_events=(event(CHANGED, 5),))
    assert flags_of(snapshot, start=FRIDAY_NIGHT, end=END) == ()
