from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import BURST, DAY, HOUR, case, order, saved
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.report import report_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

MINE, NOT_MINE, UNSURE = Ownership.MINE, Ownership.NOT_MINE, Ownership.UNSURE


def named(name: str, placed_at: datetime | None) -> Order:
    return replace(order(placed_at=placed_at), order_number=name)


def with_orders(*orders: tuple[Order, Ownership | None]) -> Snapshot:
    return saved(
        {one.order_number or "": one for one, _ in orders},
        {one.order_number or "": owner for one, owner in orders if owner is not None},
    )


def numbers(orders: tuple[Order, ...]) -> list[str | None]:
    return [one.order_number for one in orders]


def test_without_a_case_there_is_nothing_to_tell() -> None:
    assert report_of(Snapshot(at=FRIDAY_NIGHT), Whom.SHOP) is None


def test_foreign_orders_stand_by_time_and_those_without_one_last() -> None:
    snapshot = with_orders(
        (named("unknown", None), NOT_MINE),
        (named("later", BURST + HOUR), NOT_MINE),
        (named("first", BURST), NOT_MINE),
    )
    report = report_of(snapshot, Whom.SHOP)
    assert report is not None
    assert numbers(report.foreign) == ["first", "later", "unknown"]
    assert report.damage.caused.orders
    assert (report.checking, report.own) == ((), ())


def test_orders_of_these_days_alone_are_told_besides() -> None:
    long_ago = BURST - 30 * DAY
    snapshot = with_orders(
        (named("foreign", BURST), NOT_MINE),
        (named("unjudged", BURST - HOUR), None),
        (named("unsure", BURST + HOUR), UNSURE),
        (named("old unsure", long_ago), UNSURE),
        (named("mine", BURST + 2 * HOUR), MINE),
        (named("mine long ago", long_ago), MINE),
        (named("mine, but when?", None), MINE),
    )
    report = report_of(snapshot, Whom.SHOP)
    assert report is not None
    assert numbers(report.checking) == ["unjudged", "unsure"]
    assert numbers(report.own) == ["mine"]


def test_before_anything_is_judged_the_days_before_the_noticing_count() -> None:
    noticed = FRIDAY_NIGHT.date()
    snapshot = with_orders(
        (named("that evening", BURST), None),
        (named("a week before", BURST - 7 * DAY), None),
        (named("without a time", None), None),
    )
    known = case()
    answers = replace(known.answers, noticed=noticed)
    snapshot = replace(snapshot, case=replace(known, answers=answers))
    report = report_of(snapshot, Whom.SHOP)
    assert report is not None
    assert report.noticed == noticed
    assert numbers(report.checking) == ["that evening", "without a time"]


def test_whoever_cannot_sign_in_says_so_until_they_can() -> None:
    outside = saved({}, {}, of=case(sign_in=SignIn.NO))
    inside = saved({}, {}, Step.SIGN_IN, of=case(sign_in=SignIn.NO))
    never_out = saved({}, {}, of=case(sign_in=SignIn.YES))
    told = [report_of(one, Whom.SHOP) for one in (outside, inside, never_out)]
    assert [one.is_shut_out for one in told if one] == [True, False, False]


def test_what_was_tried_is_told_from_the_first_to_the_last() -> None:
    first = Tried(trial=Trial.OTHER_BROWSER, outcome=Outcome.REFUSED, at=BURST)
    last = Tried(trial=Trial.TYPED_BY_HAND, outcome=Outcome.REFUSED, at=BURST + HOUR)
    reset = BURST + timedelta(minutes=9)
    snapshot = replace(
        saved({}, {}),
        tried={last.trial: last, first.trial: first},
        reset_said=reset,
    )
    report = report_of(snapshot, Whom.SHOP)
    assert report is not None
    assert report.tried == (first, last)
    assert report.reset_at == reset


def test_everybody_hears_of_their_own_enquiries_and_the_police_of_all() -> None:
    to_shop = Contact(number=1, at=BURST, whom=Whom.SHOP, channel=Channel.CHAT)
    to_issuer = Contact(number=2, at=BURST, whom=Whom.ISSUER, channel=Channel.PHONE)
    snapshot = replace(saved({}, {}), contacts=(to_shop, to_issuer))
    told = {whom: report_of(snapshot, whom) for whom in Whom}
    heard = {whom: report.contacts for whom, report in told.items() if report}
    assert heard[Whom.SHOP] == (to_shop,)
    assert heard[Whom.ISSUER] == (to_issuer,)
    assert heard[Whom.POLICE] == (to_shop, to_issuer)
    assert heard[Whom.OTHER] == ()


def test_the_shop_and_the_day_come_from_the_answers() -> None:
    report = report_of(saved({}, {}), Whom.POLICE)
    assert report is not None
    assert (report.service, report.noticed) == ("amazon.co.jp", date(2026, 3, 13))
