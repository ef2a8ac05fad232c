"""A mail that tells two uses of a card tells two uses."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tests.recovery.statements.which_card.cases import (
    FRIDAY,
    NOT_MINE,
    A,
    Situation,
    finding,
    match_of,
    notice,
    order,
)

SOON = FRIDAY + timedelta(minutes=7)


def test_each_use_in_a_mail_goes_with_its_own_order() -> None:
    matching = Situation(
        orders=(order("first", 5000), order("second", 5000, at=SOON)),
        owners={"first": NOT_MINE, "second": NOT_MINE},
        notices=(notice("mail", 5000), replace(notice("mail", 5000, at=SOON), place=1)),
    ).solved()
    assert finding(matching, A).amounts == (("JPY", Decimal(10_000)),)
    assert match_of(matching, "first", "mail").is_certain
    assert match_of(matching, "second", "mail#1").is_certain
