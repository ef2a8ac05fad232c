from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.recovery.orders.foreign import placed
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.horizon import Horizon
from torimodosu.recovery.orders.joining import JAPAN
from torimodosu.recovery.orders.order import Order, OrderState, Ownership
from torimodosu.recovery.orders.still_going import (
    Reason,
    StillGoing,
    Verdict,
    still_going,
)

HELD = datetime(2026, 9, 4, 22, 0, tzinfo=JAPAN)
MINE, NOT_MINE = Ownership.MINE, Ownership.NOT_MINE
CAVEATS = (Reason.MAILS_MAY_BE_DELETED, Reason.OTHER_SERVICES_NOT_SEEN)


def hours(number: float) -> datetime:
    """Return the moment that many hours after the hold mail."""
    return HELD + timedelta(hours=number)


def mail(kind: MailKind, at: datetime | None) -> KeptMail:
    """Return a genuine mail of which only kind and date matter."""
    return KeptMail(
        sha256="a",
        origin=Origin(source="", offset=0, length=0),
        message_id="",
        date=at,
        sender_name="",
        sender_address="",
        subject="",
        service="amazon.co.jp",
        kind=kind,
        verdict=MailVerdict.GENUINE,
    )


HOLD = mail(MailKind.ORDER_ON_HOLD, HELD)
BEFORE = placed("A", hours(-0.5))


def judged(  # noqa: PLR0913 -- each test says only what it is about
    orders: list[Order],
    *,
    mails: tuple[KeptMail, ...] = (HOLD,),
    now: float = 2,
    covered: float | None = 2,
    address_changed: bool | None = None,
    owner: Ownership = NOT_MINE,
    is_proven: bool = True,
) -> StillGoing:
    """Return the verdict where all orders are of the same owner."""
    return still_going(
        [replace(order, is_proven=is_proven) for order in orders],
        {order.order_number or "": owner for order in orders},
        mails,
        Horizon(
            now=hours(now),
            covered_until=None if covered is None else hours(covered),
            address_changed=address_changed,
        ),
    )


def test_quiet_since_the_hold_mail_is_probable_at_best() -> None:
    found = judged([BEFORE])
    assert (found.verdict, found.certainty) == (Verdict.SEEMS_OVER, Certainty.PROBABLE)
    assert found.reasons == (Reason.QUIET_SINCE_HOLD, *CAVEATS)
    assert (found.held_at, found.last_order) == (HELD, hours(-0.5))


@pytest.mark.parametrize(
    ("owner", "certainty"),
    [(NOT_MINE, Certainty.CONFIRMED), (Ownership.UNSURE, Certainty.PROBABLE)],
)
def test_an_order_after_the_hold_mail_says_that_it_goes_on(
    owner: Ownership, certainty: Certainty
) -> None:
    found = judged([BEFORE, placed("B", hours(1))], owner=owner)
    assert (found.verdict, found.certainty) == (Verdict.GOING_ON, certainty)
    assert found.reasons == (Reason.ORDERS_AFTER_HOLD,)
    assert found.orders == ("B",)


@pytest.mark.parametrize("verdict", [MailVerdict.CANNOT_TELL, None])
def test_a_hold_mail_that_is_not_proven_confirms_nothing(
    verdict: MailVerdict | None,
) -> None:
    hold = (replace(HOLD, verdict=verdict),)
    found = judged([BEFORE, placed("B", hours(1))], mails=hold)
    assert (found.verdict, found.certainty) == (Verdict.GOING_ON, Certainty.PROBABLE)
    assert found.reasons == (Reason.ORDERS_AFTER_HOLD, Reason.MAILS_NOT_PROVEN)
    quiet = judged([BEFORE], mails=hold)
    assert quiet.verdict is Verdict.SEEMS_OVER
    assert quiet.reasons == (
        Reason.QUIET_SINCE_HOLD,
        Reason.MAILS_NOT_PROVEN,
        *CAVEATS,
    )


def test_an_order_that_is_not_proven_confirms_nothing() -> None:
    found = judged([BEFORE, placed("B", hours(1))], is_proven=False)
    assert (found.verdict, found.certainty) == (Verdict.GOING_ON, Certainty.PROBABLE)
    assert found.reasons == (Reason.ORDERS_AFTER_HOLD, Reason.MAILS_NOT_PROVEN)


def test_the_latest_hold_mail_counts_whichever_stands_first() -> None:
    older = replace(mail(MailKind.ORDER_ON_HOLD, hours(-9)), verdict=None)
    for mails in ((older, HOLD), (HOLD, older)):
        found = judged([BEFORE, placed("B", hours(1))], mails=mails)
        assert (found.held_at, found.certainty) == (HELD, Certainty.CONFIRMED)


def test_orders_that_are_refused_after_the_hold_show_that_somebody_tries() -> None:
    found = judged([placed("B", hours(1), state=OrderState.REFUSED)])
    assert found.verdict is Verdict.GOING_ON
    assert found.reasons == (Reason.REFUSED_AFTER_HOLD,)


def test_own_orders_say_nothing() -> None:
    found = judged([placed("B", hours(1))], owner=MINE)
    assert found.verdict is Verdict.SEEMS_OVER
    assert found.reasons == (Reason.NO_FOREIGN_ORDER, *CAVEATS)


def test_an_order_of_which_only_the_day_is_known_proves_no_going_on() -> None:
    found = judged([BEFORE, placed("B", hours(1), to_the_day=True)])
    assert found.verdict is Verdict.CANNOT_TELL


def test_an_old_order_after_the_hold_does_not_go_on_for_ever() -> None:
    found = judged([placed("B", hours(1))], now=30, covered=30)
    assert found.verdict is Verdict.SEEMS_OVER
    assert found.reasons == (Reason.QUIET_SINCE_LAST, *CAVEATS)


@pytest.mark.parametrize(
    ("covered", "reason"),
    [
        (None, Reason.END_OF_MAILBOX_UNKNOWN),
        (-0.2, Reason.MAILBOX_ENDS_BEFORE_HOLD),
        (20, Reason.MAILBOX_ENDS_EARLY),
    ],
)
def test_what_lies_beyond_the_mailbox_is_not_known(
    covered: float | None, reason: Reason
) -> None:
    found = judged([BEFORE], now=50, covered=covered)
    assert (found.verdict, found.certainty) == (Verdict.CANNOT_TELL, Certainty.UNKNOWN)
    assert found.reasons == (reason,)


def test_with_a_changed_address_no_mail_would_come() -> None:
    found = judged([BEFORE], address_changed=True)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.reasons == (Reason.ADDRESS_CHANGED,)


@pytest.mark.parametrize(
    ("at", "address_changed", "verdict"),
    [
        (hours(0.5), None, Verdict.CANNOT_TELL),
        (hours(0.5), False, Verdict.SEEMS_OVER),
        (hours(-100), None, Verdict.SEEMS_OVER),
        (None, None, Verdict.SEEMS_OVER),
    ],
)
def test_a_change_of_the_account_may_be_one_of_the_address(
    at: datetime | None, *, address_changed: bool | None, verdict: Verdict
) -> None:
    mails = (HOLD, mail(MailKind.ACCOUNT_CHANGED, at))
    found = judged([BEFORE], mails=mails, address_changed=address_changed)
    assert found.verdict is verdict
    if verdict is Verdict.CANNOT_TELL:
        assert found.reasons == (Reason.ADDRESS_MAY_BE_CHANGED,)


def test_soon_after_the_hold_mail_nothing_can_be_told() -> None:
    found = judged([BEFORE], now=0.4, covered=0.4)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.reasons == (Reason.NOT_QUIET_FOR_LONG,)


@pytest.mark.parametrize(
    ("now", "verdict", "reasons"),
    [
        (0, Verdict.GOING_ON, (Reason.ORDERS_LATELY,)),
        (
            5,
            Verdict.CANNOT_TELL,
            (Reason.NOT_QUIET_FOR_LONG, Reason.NO_HOLD_MAIL),
        ),
        (
            30,
            Verdict.SEEMS_OVER,
            (Reason.QUIET_SINCE_LAST, Reason.NO_HOLD_MAIL, *CAVEATS),
        ),
    ],
)
def test_without_a_hold_mail_the_last_order_is_what_there_is(
    now: float, verdict: Verdict, reasons: tuple[Reason, ...]
) -> None:
    found = judged([BEFORE], mails=(), now=now, covered=now)
    assert (found.verdict, found.reasons) == (verdict, reasons)
    assert found.certainty is not Certainty.CONFIRMED


def test_orders_without_times_tell_nothing() -> None:
    found = judged([placed("A")])
    assert found.reasons == (Reason.TIMES_UNKNOWN,)


def test_the_latest_hold_mail_counts() -> None:
    second = mail(MailKind.ORDER_ON_HOLD, hours(3))
    found = judged([placed("B", hours(1))], mails=(second, HOLD), now=5, covered=5)
    assert found.held_at == hours(3)
    assert found.verdict is Verdict.SEEMS_OVER


def test_an_order_of_the_last_hours_of_an_old_mailbox_does_not_say_what_is_now() -> (
    None
):
    found = judged([placed("B", hours(3))], now=40, covered=4)
    assert found.verdict is Verdict.CANNOT_TELL
    assert Reason.MAILBOX_ENDS_EARLY in found.reasons


def test_a_mailbox_read_some_hours_ago_still_says_what_is_now() -> None:
    found = judged([placed("B", hours(3))], now=20, covered=4)
    assert found.verdict is Verdict.GOING_ON


@pytest.mark.parametrize(
    ("covered", "verdict", "settled"),
    [
        (23, Verdict.CANNOT_TELL, False),
        (24, Verdict.CANNOT_TELL, False),
        (25, Verdict.SEEMS_OVER, True),
    ],
)
def test_a_day_of_which_only_the_date_is_known_is_quiet_after_the_next(
    covered: float, verdict: Verdict, *, settled: bool
) -> None:
    found = judged(
        [placed("B", hours(-23), to_the_day=True)],
        mails=(),
        now=99,
        covered=covered,
    )
    assert (found.verdict, found.is_settled) == (verdict, settled)


def test_what_seems_over_after_an_hour_is_not_settled_before_a_day_is_over() -> None:
    assert not judged([BEFORE]).is_settled
    assert judged([BEFORE], now=24, covered=24).is_settled
    assert judged([BEFORE], now=24, covered=24).seen_until == hours(24)
