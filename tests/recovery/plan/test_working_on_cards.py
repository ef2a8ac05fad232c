from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.recovery.plan.situations import case, saved
from tests.recovery.statements.cards import (
    AT,
    INCIDENT,
    SOURCE,
    card,
    charge,
    issuer,
    notice,
    order,
    statement,
)
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.issuer import Billing, BillingCycle
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.working_on_cards import incident_day, worked_out
from torimodosu.recovery.statements.deadline import Due
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.which_card.matching import Said, Verdict
from torimodosu.recovery.statements.words import CardWords
from torimodosu.resources import resource

CYCLE = BillingCycle(closing=15, payment=10, months_later=1)
CATALOGUE = Catalogue(
    version="1",
    services=load_catalogue(resource("catalogue")).services,
    issuers={
        "issuer": replace(issuer(), billing=Billing(cycles=(CYCLE,), source=SOURCE))
    },
)
CARDS = card(1), card(2, last_four="5678"), card(3, is_registered=False)
PAID = order(card_part=5432, total=5432)
KEY = order_key(PAID)
JAPAN = timezone(timedelta(hours=9))


def known(*orders: Order, ownership: Mapping[str, Ownership] | None = None) -> Snapshot:
    kept = {order_key(one): one for one in orders}
    verdicts = dict.fromkeys(kept, Ownership.NOT_MINE)
    return saved(
        kept, verdicts if ownership is None else ownership, of=case(cards=CARDS), at=AT
    )


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12, tzinfo=UTC))


def work(snapshot: Snapshot, *charges: LoggedCharge) -> CardWork:
    return worked_out(snapshot, charges, (), CATALOGUE, since=INCIDENT)


@pytest.mark.parametrize(
    ("placed", "noticed", "expected"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), date(2026, 11, 20), INCIDENT),
        # In the time of the user it is the next day already.
        (datetime(2026, 11, 19, 16, tzinfo=UTC), date(2026, 11, 20), INCIDENT),
        (None, date(2026, 11, 20), None),
        # Years before the discovery, or after today: a false date.
        (datetime(2019, 1, 1, tzinfo=UTC), date(2026, 11, 20), None),
        (datetime(2027, 1, 1, tzinfo=UTC), date(2026, 11, 20), None),
    ],
)
def test_the_incident_began_with_the_first_order_that_is_not_the_users(
    placed: datetime | None, noticed: date, expected: date | None
) -> None:
    found = known(replace(PAID, placed_at=placed))
    assert found.case is not None
    answers = replace(found.case.answers, noticed=noticed)
    here = replace(
        found, at=AT.astimezone(JAPAN), case=replace(found.case, answers=answers)
    )
    assert incident_day(here) == expected
    assert incident_day(replace(here, ownership={KEY: Ownership.MINE})) is None
    assert incident_day(replace(here, case=None)) is None


def test_everything_follows_from_what_is_known() -> None:
    told = work(known(PAID))
    assert [one.card for one in told.matching.findings] == [1, 2, 3]
    assert [one.card for one in told.coverage] == [1, 2, 3]
    assert [one.state for one in told.returns] == [ReturnState.EXPECTED]
    assert told.watch.ends_on == date(2027, 11, 20)
    assert {one.card for one in told.deadlines} == {1, 2}
    assert [one.what for one in told.due] == [
        *[Due.REFUND_ON_STATEMENT],
        *[Due.STATEMENT_OUT] * 2,
        *[Due.REPORT_LIMIT] * 2,
        Due.WATCH_ENDS,
    ]
    assert told.letters == ()
    assert told.sums == ()


def test_a_card_waits_for_the_statement_that_can_show_the_charge() -> None:
    read = statement(bill_date=date(2026, 11, 10), last=date(2026, 10, 12))
    snapshot = replace(known(PAID), statements=(read, replace(read, number=2, card=2)))
    waiting = [
        one
        for one in work(snapshot).matching.findings
        if one.verdict is Verdict.NOT_YET_BILLED
    ]
    # The bill of December was closed before the incident.
    assert {one.until for one in waiting} == {date(2026, 12, 25)}


def test_only_what_is_named_is_kept_of_the_charges() -> None:
    before = date(2026, 10, 2)
    mine, other = charge("mine"), charge("other", 111, merchant="CAFE", day=before)
    words = CardWords(charges={"mine": False, "gone": True})
    told = work(replace(known(PAID), card_words=words), mine, other)
    assert list(told.charges) == ["mine"]
    assert told.returns[-1].key == "charge:mine"
    assert [letter.card for letter in told.letters] == [1]
    assert [one.out for one in told.sums] == [111, 5000]


@example(days=[date.max] * 6, is_open=False)
@example(days=[date.min] * 6, is_open=True)
@given(days=st.lists(st.dates(), min_size=6, max_size=6), is_open=st.booleans())
def test_no_misprinted_day_breaks_anything(days: list[date], *, is_open: bool) -> None:
    first, last = sorted(days[:2])
    read = statement(first=first, last=last, bill_date=days[2], is_open=is_open)
    paid = charge("c1", 5432, merchant="AMAZON.CO.JP", day=days[3], is_open=is_open)
    snapshot = replace(
        known(replace(PAID, placed_at=noon(days[4]))), statements=(read,)
    )
    used = notice("m1", 5432, day=days[5])
    told = worked_out(snapshot, (paid,), (used,), CATALOGUE, since=INCIDENT)
    assert [one.card for one in told.coverage] == [1, 2, 3]


@pytest.mark.parametrize(
    ("owner", "cards"), [(Ownership.NOT_MINE, [1]), (Ownership.UNSURE, [])]
)
def test_an_issuer_is_not_told_of_orders_that_the_user_doubts(
    owner: Ownership, cards: list[int]
) -> None:
    paid = charge("c1", 5432, merchant="AMAZON.CO.JP")
    snapshot = known(PAID, ownership={KEY: owner})
    (match,) = work(snapshot, paid).matching.matches
    words = CardWords(matches={match.key: Said.CONFIRMED})
    told = work(replace(snapshot, card_words=words), paid)
    assert [letter.card for letter in told.letters] == cards


USED = replace(
    notice("m1", 5432),
    merchant="AMAZON",
    merchant_normal="amazon",
)


def test_a_use_that_only_a_forged_mail_tells_counts_nowhere_and_is_shown() -> None:
    forged = replace(USED, verdict=MailVerdict.NOT_GENUINE)
    told = worked_out(known(PAID), (), (forged,), CATALOGUE, since=INCIDENT)
    assert replace(told, forged=()) == work(known(PAID))
    assert told.forged == (forged,)


def test_notices_are_kept_that_a_match_names() -> None:
    used = USED
    told = worked_out(known(PAID), (), (used,), CATALOGUE, since=INCIDENT)
    (match,) = told.matching.matches
    assert match.notices == ("m1",)
    assert told.notices == {"m1": used}
