"""When a card is called certain, and when a careful accountant would not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.recovery.statements.which_card.cases import (
    CARDS,
    FRIDAY,
    MINE,
    NOT_MINE,
    UNSURE,
    A,
    B,
    Situation,
    charge,
    finding,
    match_of,
    notice,
    order,
    verdicts,
)
from torimodosu.recovery.statements.card_notice import NoticeKind
from torimodosu.recovery.statements.which_card.matching import Reason

ONE = Situation(
    orders=(order("D1", 7_600),),
    owners={"D1": NOT_MINE},
    charges=(charge("a1", A, 7_600),),
)


def test_the_only_charge_of_the_amount_makes_its_card_certain() -> None:
    solved = ONE.solved()
    assert verdicts(solved) == ["certain", "excluded"]
    match = match_of(solved, "D1", "a1")
    assert (match.card, match.is_certain, match.rivals) == (A, True, ())
    assert set(match.reasons) == {
        Reason.ORDER_TOTAL,
        Reason.SAME_SHOP,
        Reason.ONLY_CANDIDATE,
    }
    assert [f"{c} {a}" for c, a in finding(solved, A).amounts] == ["JPY 7600"]


@pytest.mark.parametrize(
    "shop",
    [
        "ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
        "AMAZON.CO.JP",
        "AMZN MKTP JP*2H4LS1",
        "アマゾン　ＪＰ　マーケットプレイス",
        "ｱﾏｿﾞﾝ",
        "Ａｍａｚｏｎ　Ｄｏｗｎｌｏａｄｓ",
        "マスター国内利用 MZZ AMAZON.CO.JP",
    ],
)
def test_the_shop_is_known_however_it_is_printed(shop: str) -> None:
    charges = (charge("a1", A, 7_600, shop=shop),)
    assert verdicts(replace(ONE, charges=charges).solved()) == ["certain", "excluded"]


@pytest.mark.parametrize(
    "shop", ["楽天市場", "Ａｍａｚｏｎプライム会費", "AMZ*みかん農園"]
)
def test_what_is_no_order_of_the_shop_explains_none(shop: str) -> None:
    charges = (charge("a1", A, 7_600, shop=shop),)
    solved = replace(ONE, charges=charges).solved()
    assert verdicts(solved) == ["excluded", "excluded"]
    assert solved.unexplained_orders == ("D1",)


@pytest.mark.parametrize(
    ("what", "more"),
    [
        (
            "the same amount on another card",
            {"charges": (*ONE.charges, charge("b1", B, 7_600))},
        ),
        (
            "an own order that costs as much",
            {
                "orders": (*ONE.orders, order("O1", 7_600)),
                "owners": {"D1": NOT_MINE, "O1": MINE},
            },
        ),
        (
            "an order that costs as much of which nobody said whose it is",
            {"orders": (*ONE.orders, order("U1", 7_600))},
        ),
        (
            "an own order of which the amount is not known",
            {
                "orders": (*ONE.orders, order("O1", None)),
                "owners": {"D1": NOT_MINE, "O1": MINE},
            },
        ),
        (
            "an own order that may have been paid in part by the gift balance",
            {
                "orders": (*ONE.orders, order("O1", 9_000)),
                "owners": {"D1": NOT_MINE, "O1": MINE},
            },
        ),
        (
            "two own orders that cost as much together",
            {
                "orders": (
                    *ONE.orders,
                    order("O1", 3_600, card=3_600),
                    order("O2", 4_000, card=4_000),
                ),
                "owners": {"D1": NOT_MINE, "O1": MINE, "O2": MINE},
            },
        ),
        (
            "the day is late",
            {"charges": (charge("a1", A, 7_600, on=date(2026, 12, 9)),)},
        ),
        ("the day is not known", {"charges": (charge("a1", A, 7_600, on=None),)}),
    ],
)
def test_it_is_only_possible_where_something_else_is(
    what: str, more: dict[str, object]
) -> None:
    del what
    solved = replace(ONE, **more).solved()  # type: ignore[arg-type]
    assert finding(solved, A).verdict.value == "possible"
    assert not any(match.is_certain and match.is_disputed for match in solved.matches)


def test_equal_amounts_on_two_cards_name_each_other_as_rivals() -> None:
    solved = replace(ONE, charges=(*ONE.charges, charge("b1", B, 7_600))).solved()
    assert verdicts(solved) == ["possible", "possible"]
    assert {found.ground.value for found in solved.findings} == {"equal_amounts"}
    one, other = match_of(solved, "D1", "a1"), match_of(solved, "D1", "b1")
    assert (one.rivals, other.rivals) == ((other.key,), (one.key,))


def test_own_orders_explain_their_charges_first() -> None:
    solved = replace(
        ONE,
        orders=(*ONE.orders, order("O1", 9_000)),
        owners={"D1": NOT_MINE, "O1": MINE},
        charges=(*ONE.charges, charge("b1", B, 9_000)),
    ).solved()
    assert verdicts(solved) == ["certain", "excluded"]
    assert finding(solved, B).ground.value == "all_explained"
    assert match_of(solved, "O1", "b1").is_certain


def test_a_notice_at_the_minute_of_the_order_settles_equal_amounts() -> None:
    solved = replace(
        ONE,
        orders=(*ONE.orders, order("O1", 7_600, at=FRIDAY - timedelta(hours=3))),
        owners={"D1": NOT_MINE, "O1": MINE},
        charges=(*ONE.charges, charge("b1", B, 7_600)),
        notices=(notice("n1", 7_600, at=FRIDAY + timedelta(seconds=20)),),
    ).solved()
    match = match_of(solved, "D1", "a1")
    assert match.notices == ("n1",)
    assert match.reasons[0] is Reason.NOTICE_AT_THAT_MINUTE
    assert finding(solved, A).verdict.value == "certain"


def test_a_notice_alone_tells_the_card_before_any_statement() -> None:
    solved = replace(ONE, charges=(), notices=(notice("n1", 7_600),)).solved()
    assert finding(solved, A).verdict.value == "certain"
    assert match_of(solved, "D1", "n1").charges == ()


def test_a_refused_use_is_none() -> None:
    notices = (notice("n1", 7_600, kind=NoticeKind.REFUSED),)
    solved = replace(ONE, charges=(), notices=notices).solved()
    assert solved.matches == ()


def test_a_notice_of_an_issuer_with_two_cards_may_be_of_either() -> None:
    cards = (*CARDS, replace(CARDS[0], number=3, last_four="7777"))
    told = notice("n1", 7_600, card="")
    solved = replace(ONE, charges=(), notices=(told,), cards=cards).solved()
    assert verdicts(solved) == ["possible", "excluded", "possible"]
    assert match_of(solved, "D1", "n1").card == 0


def test_a_preliminary_notice_without_a_shop_is_no_proof() -> None:
    told = notice("n1", 7_600, shop="", to_the_day=True)
    solved = replace(ONE, charges=(), notices=(told,)).solved()
    assert verdicts(solved) == ["possible", "excluded"]


def test_as_many_equal_charges_as_orders_of_one_card_belong_together() -> None:
    keys = [f"D{number}" for number in range(5)]
    solved = Situation(
        orders=tuple(order(key, 5_000) for key in keys),
        owners=dict.fromkeys(keys, NOT_MINE),
        charges=tuple(charge(f"a{number}", A, 5_000) for number in range(5)),
    ).solved()
    (match,) = solved.matches
    assert (match.orders, match.is_certain) == (tuple(keys), True)
    assert finding(solved, A).verdict.value == "certain"


def test_more_equal_charges_than_own_orders_prove_one_that_is_not() -> None:
    solved = Situation(
        orders=(order("D1", 5_000), order("O1", 5_000, card=5_000)),
        owners={"D1": NOT_MINE, "O1": MINE},
        charges=(charge("a1", A, 5_000), charge("a2", A, 5_000)),
    ).solved()
    assert verdicts(solved) == ["certain", "excluded"]
    assert not any(match.is_certain for match in solved.matches)


def test_an_order_nobody_judged_makes_a_card_possible_only() -> None:
    solved = replace(ONE, owners={"D1": UNSURE}).solved()
    assert verdicts(solved) == ["possible", "excluded"]


def test_two_charges_that_agree_outweigh_one_own_order_of_unknown_amount() -> None:
    solved = Situation(
        orders=(
            order("D1", 7_600),
            order("D2", 3_300),
            order("D3", 1_900),
            order("O1", None),
        ),
        owners={"D1": NOT_MINE, "D2": NOT_MINE, "D3": NOT_MINE, "O1": MINE},
        charges=(
            charge("a1", A, 7_600),
            charge("a2", A, 3_300),
            charge("a3", A, 1_900),
        ),
    ).solved()
    assert finding(solved, A).verdict.value == "certain"
    assert not any(match.is_certain for match in solved.matches)


def test_the_digits_in_a_mail_rule_out_other_cards() -> None:
    solved = replace(
        ONE,
        orders=(order("D1", 7_600, card_label="Visa 4821"),),
        charges=(*ONE.charges, charge("b1", B, 7_600)),
    ).solved()
    match = match_of(solved, "D1", "a1")
    assert match.is_certain
    assert Reason.CARD_LABEL in match.reasons
