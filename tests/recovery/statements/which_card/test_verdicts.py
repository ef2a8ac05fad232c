"""What is said of a card that shows nothing of strange orders."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.recovery.statements.which_card.cases import (
    ALL_READ,
    CARDS,
    JAPAN,
    MINE,
    NOT_MINE,
    A,
    B,
    Situation,
    charge,
    finding,
    notice,
    order,
)
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.which_card.matching import OpenCharge

NOW = datetime(2026, 12, 1, tzinfo=JAPAN)
FOUND = Situation(
    orders=(order("D1", 7_600),),
    owners={"D1": NOT_MINE},
    charges=(charge("a1", A, 7_600),),
    at=NOW,
)
NOT_FOUND = replace(FOUND, charges=())


def read(first: date, last: date) -> tuple[tuple[date, date], ...]:
    return ((first, last),)


@pytest.mark.parametrize(
    ("situation", "coverage", "verdict", "ground", "until"),
    [
        pytest.param(
            FOUND,
            CardCoverage(card=B, closed=read(date(2026, 11, 1), date(2026, 11, 30))),
            "excluded",
            "no_such_charge",
            date(2026, 11, 30),
            id="found on another card: the days of the order are enough",
        ),
        pytest.param(
            NOT_FOUND,
            CardCoverage(
                card=B,
                closed=read(date(2026, 11, 1), date(2026, 11, 30)),
                next_statement=date(2026, 12, 27),
                out_until=date(2026, 11, 30),
            ),
            "not_yet_billed",
            "statement_not_out",
            date(2026, 12, 27),
            id="found nowhere: it may be billed late",
        ),
        pytest.param(
            NOT_FOUND,
            CardCoverage(
                card=B,
                closed=read(date(2026, 9, 1), date(2026, 10, 15)),
                next_statement=date(2026, 12, 27),
                out_until=date(2026, 11, 30),
            ),
            "not_covered",
            "days_missing",
            None,
            id="a statement that is out was not read",
        ),
        pytest.param(
            NOT_FOUND,
            CardCoverage(card=B, out_until=date(2026, 11, 25)),
            "not_covered",
            "nothing_read",
            None,
            id="nothing was read of it",
        ),
        pytest.param(
            NOT_FOUND,
            CardCoverage(card=B, closed=read(date(2026, 9, 1), date(2027, 2, 28))),
            "excluded",
            "no_such_charge",
            date(2027, 2, 28),
            id="found nowhere, but two more months were read",
        ),
        pytest.param(
            FOUND,
            CardCoverage(
                card=B,
                closed=read(date(2026, 11, 1), date(2026, 11, 30)),
                has_skipped_rows=True,
            ),
            "not_covered",
            "rows_not_understood",
            None,
            id="rows were not understood",
        ),
        pytest.param(
            FOUND,
            CardCoverage(card=B, open=read(date(2026, 11, 1), date(2026, 11, 30))),
            "not_yet_billed",
            "statement_not_out",
            None,
            id="an open statement may still get rows",
        ),
    ],
)
def test_a_card_without_a_strange_charge(
    situation: Situation,
    coverage: CardCoverage,
    verdict: str,
    ground: str,
    until: date | None,
) -> None:
    found = finding(replace(situation, coverage=(ALL_READ[0], coverage)).solved(), B)
    assert (found.verdict.value, found.ground.value) == (verdict, ground)
    assert found.until == until


def test_notices_cover_days_from_the_first_one_that_was_seen() -> None:
    early = notice(
        "n1",
        500,
        at=datetime(2026, 11, 2, tzinfo=JAPAN),
        issuer="rakuten_card",
        card="0935",
        shop="スーパーあおば",
    )
    last = date(2026, 11, 30)
    coverage = CardCoverage(card=B, notices_until=last, out_until=last)
    told = replace(FOUND, notices=(early,), coverage=(ALL_READ[0], coverage))
    assert finding(told.solved(), B).verdict.value == "excluded"
    silent = replace(told, notices=())
    assert finding(silent.solved(), B).verdict.value == "not_covered"


def test_a_card_that_the_shop_does_not_have_was_not_used() -> None:
    cards = (CARDS[0], replace(CARDS[1], is_registered=False))
    found = finding(replace(FOUND, cards=cards, coverage=()).solved(), B)
    assert (found.verdict.value, found.ground.value) == ("excluded", "not_registered")


def test_a_charge_without_an_order_keeps_a_card_from_being_excluded() -> None:
    charges = (*FOUND.charges, charge("b1", B, 1_234))
    solved = replace(FOUND, charges=charges).solved()
    assert finding(solved, B).verdict.value == "possible"
    assert solved.unexplained_charges == (("b1", OpenCharge.OF_THE_SHOP),)


def test_without_any_order_nothing_is_excluded() -> None:
    solved = replace(FOUND, orders=(), owners={}).solved()
    assert {found.verdict.value for found in solved.findings} == {"not_covered"}


def test_a_gift_balance_alone_charges_no_card() -> None:
    paid = order("D1", 7_600, gift_card=7_600)
    solved = replace(FOUND, orders=(paid,), charges=()).solved()
    assert {found.verdict.value for found in solved.findings} == {"excluded"}
    assert solved.unexplained_orders == ()


@pytest.mark.parametrize(
    ("amounts", "why"),
    [
        ((100,), OpenCharge.SMALL_TEST),
        ((980,), OpenCharge.NOT_SEEN_BEFORE),
        ((980, 980), OpenCharge.NEW_SUBSCRIPTION),
    ],
)
def test_charges_of_new_shops_are_named(
    amounts: tuple[int, ...], why: OpenCharge
) -> None:
    months = (date(2026, 11, 25), date(2026, 12, 25))
    new = [
        charge(f"b{month.month}", B, amount, on=month, shop="みかん動画")
        for month, amount in zip(months, amounts, strict=False)
    ]
    known = [
        charge("b0", B, 400, on=date(2026, 9, 1), shop="喫茶ひばり"),
        charge("b1", B, 150, on=date(2026, 12, 1), shop="喫茶ひばり"),
    ]
    solved = replace(FOUND, charges=(*FOUND.charges, *known, *new)).solved()
    assert solved.unexplained_charges == tuple((one.key, why) for one in new)


def test_own_orders_without_a_charge_are_only_told_of_days_that_were_read() -> None:
    old = order("O1", 900, at=datetime(2024, 1, 5, tzinfo=JAPAN))
    new = order("O2", 900, at=datetime(2026, 11, 5, tzinfo=JAPAN))
    owners = {"D1": NOT_MINE, "O1": MINE, "O2": MINE}
    solved = replace(FOUND, orders=(*FOUND.orders, old, new), owners=owners).solved()
    assert solved.unexplained_orders == ("O2",)
