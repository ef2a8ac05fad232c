from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import BURST, DAY, HOUR, box, order, saved
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.still_going import Reason, Verdict
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.outlook import is_quiet, outlook
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

READ = Snapshot(
    at=FRIDAY_NIGHT,
    kept={MailKind.ORDER_CONFIRMATION: 1},
    read_at=FRIDAY_NIGHT,
    orders_at=FRIDAY_NIGHT,
)


def test_before_orders_were_read_there_is_no_outlook() -> None:
    assert outlook(Snapshot(at=FRIDAY_NIGHT)) is None


def test_a_mailbox_without_a_mail_of_the_shop_tells_nothing_of_orders() -> None:
    read = Covered(source="/mail", messages=9, size=9, newest=FRIDAY_NIGHT)
    assert outlook(replace(READ, kept={}, covered=(read,))) is None


def test_mails_that_end_somewhere_unknown_cannot_tell() -> None:
    found = outlook(READ)
    assert found is not None
    assert found.verdict is Verdict.CANNOT_TELL


def test_a_mailbox_that_reaches_until_now_without_a_foreign_order_is_calm() -> None:
    until = FRIDAY_NIGHT - timedelta(minutes=5)
    read = Covered(source="/mail", messages=1, size=1, newest=until)
    found = outlook(replace(READ, covered=(read,)))
    assert found is not None
    assert found.verdict is Verdict.SEEMS_OVER


NOW = BURST + DAY + HOUR
RAIDED = replace(
    saved({"a": order()}, {"a": Ownership.NOT_MINE}),
    at=NOW,
    read_at=NOW,
    covered=(box(newest=NOW),),
)
NOT_MINE = Ownership.NOT_MINE
PASSWORD, CHANGED, ADDRESS, PHONE, LOCKED = (
    AccountEventKind.PASSWORD_CHANGED,
    AccountEventKind.CHANGED,
    AccountEventKind.ADDRESS_CHANGED,
    AccountEventKind.PHONE_CHANGED,
    AccountEventKind.ACCOUNT_LOCKED,
)
Told = tuple[AccountEventKind, datetime]


def notice(number: int, at: datetime | None) -> KeptMail:
    return KeptMail(
        sha256=f"{number:064}",
        origin=Origin(source="/mail/Inbox", offset=0, length=1),
        message_id="",
        date=at,
        sender_name="",
        sender_address="account-update@amazon.co.jp",
        subject="",
        service="amazon.co.jp",
        kind=MailKind.ACCOUNT_CHANGED,
    )


def with_changes(*told: Told) -> Snapshot:
    """Return the raided account with a mail for each of what was *told*."""
    numbered = list(enumerate(told))
    return replace(
        RAIDED,
        notices=tuple(notice(number, at) for number, (_, at) in numbered),
        events=tuple(
            AccountEvent(mail=f"{number:064}", kind=kind, at=at)
            for number, (kind, at) in numbered
        ),
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        # A new password, by whomever, does not turn mails away.
        (((PASSWORD, BURST + HOUR),), None),
        (((PASSWORD, BURST + HOUR), (PHONE, BURST + 2 * HOUR)), None),
        (((CHANGED, BURST + HOUR),), Reason.ADDRESS_MAY_BE_CHANGED),
        (
            ((PASSWORD, BURST + HOUR), (CHANGED, BURST + 2 * HOUR)),
            Reason.ADDRESS_MAY_BE_CHANGED,
        ),
        (((ADDRESS, BURST + HOUR),), Reason.ADDRESS_CHANGED),
        (((PASSWORD, BURST + HOUR), (ADDRESS, BURST)), Reason.ADDRESS_CHANGED),
        # What was changed before strangers ordered was changed by the person.
        (((ADDRESS, BURST - HOUR), (PASSWORD, BURST + HOUR)), None),
        # With a lock the shop may undo the change; whether it did is not told.
        (
            ((ADDRESS, BURST + HOUR), (LOCKED, BURST + 2 * HOUR)),
            Reason.ADDRESS_MAY_BE_CHANGED,
        ),
        (
            ((LOCKED, BURST + HOUR), (ADDRESS, BURST + 2 * HOUR)),
            Reason.ADDRESS_CHANGED,
        ),
    ],
)
def test_mails_go_elsewhere_only_where_the_address_may_be_changed(
    told: tuple[Told, ...], reason: Reason | None
) -> None:
    found = outlook(with_changes(*told))
    assert found is not None
    weakens = {Reason.ADDRESS_CHANGED, Reason.ADDRESS_MAY_BE_CHANGED}
    assert weakens.intersection(found.reasons) == ({reason} if reason else set())
    expected = Verdict.CANNOT_TELL if reason else Verdict.SEEMS_OVER
    assert found.verdict is expected


def test_a_mail_that_tells_of_a_change_without_an_event_may_tell_of_the_address() -> (
    None
):
    found = outlook(replace(with_changes((PASSWORD, BURST + HOUR)), events=()))
    assert found is not None
    assert Reason.ADDRESS_MAY_BE_CHANGED in found.reasons


@pytest.mark.parametrize("days", [0, 1, 3, 10, 400])
def test_a_quiet_day_that_was_seen_stays_seen_while_time_passes(days: int) -> None:
    later = replace(RAIDED, at=NOW + days * DAY)
    found = outlook(later)
    assert found is not None
    assert (found.verdict, found.seen_until) == (Verdict.SEEMS_OVER, NOW)
    assert is_quiet(later)
    # What may have come since is said with it.
    assert (Reason.MAILBOX_ENDS_EARLY in found.reasons) is (days > 1)


@pytest.mark.parametrize("days", [0, 1, 3, 10, 400])
def test_a_day_that_was_not_seen_to_its_end_does_not_become_quiet(days: int) -> None:
    seen = BURST + DAY - HOUR
    later = replace(RAIDED, at=NOW + days * DAY, covered=(box(newest=seen),))
    found = outlook(later)
    assert found is not None
    assert found.verdict is Verdict.CANNOT_TELL
    assert not is_quiet(later)


def test_a_quiet_day_proves_nothing_where_mails_go_elsewhere() -> None:
    assert not is_quiet(with_changes((ADDRESS, BURST + HOUR)))


def test_a_new_order_of_a_stranger_ends_the_quiet() -> None:
    another = {"a": order(), "b": order(placed_at=NOW)}
    both = replace(RAIDED, orders=another, ownership=dict.fromkeys("ab", NOT_MINE))
    assert is_quiet(RAIDED)
    assert not is_quiet(both)


@pytest.mark.parametrize(
    ("placed_at", "holds"), [(BURST, True), (NOW, True), (NOW + 2 * HOUR, False)]
)
def test_the_word_that_it_is_over_holds_until_somebody_orders_again(
    placed_at: datetime, *, holds: bool
) -> None:
    said = replace(RAIDED, at=NOW + 3 * DAY, said={Step.STILL_GOING: NOW + HOUR})
    later = replace(said, orders={"a": order(placed_at=placed_at)})
    assert (Step.STILL_GOING in weighed_anew(later).said) is holds


def test_the_word_that_it_is_over_does_not_hold_while_orders_come_in() -> None:
    now = BURST + HOUR / 2
    said = replace(RAIDED, at=now, said={Step.STILL_GOING: now})
    assert Step.STILL_GOING not in weighed_anew(said).said
    unread = replace(said, orders_at=None)
    assert Step.STILL_GOING in weighed_anew(unread).said
