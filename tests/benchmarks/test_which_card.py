"""Matching 1,000 orders, ten times as many, and the worst that can come.

The reading of orders, notices and statements is not in it. There is no peer that knows
orders: the figures are milliseconds, and how they grow.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from tests.benchmarks.pairs import say, timed
from tests.recovery.statements.which_card.cases import (
    ALL_READ,
    FRIDAY,
    MINE,
    NOT_MINE,
    SERVICE,
    A,
    B,
    Situation,
    charge,
    order,
    shops,
)
from torimodosu.recovery.statements.which_card.claims import claim_of
from torimodosu.recovery.statements.which_card.edges import Amounts, Known
from torimodosu.recovery.statements.which_card.matching import Matching, Verdict
from torimodosu.recovery.statements.which_card.shops import Shops
from torimodosu.recovery.statements.which_card.uses import uses_of

YEAR = 525_600


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one size took, in milliseconds, and what came of it."""

    milliseconds: float
    matching: Matching


def usual(orders: int) -> Situation:
    """Return own orders at an even pace, and a thief's among the last of them.

    One in three orders has two parcels; half as many charges again are of other shops.
    """
    chance = random.Random(orders)  # noqa: S311
    made, charges, owners = [], [], {}
    for number in range(orders):
        at = FRIDAY - timedelta(minutes=number * YEAR / 1_000)
        parts = [chance.randint(200, 20_000) for _ in range(1 + (number % 3 == 0))]
        day = at.date() + timedelta(days=chance.randint(0, 2))
        parcels = [(day, part) for part in parts]
        key = f"250-{number:07}-{number:07}"
        made.append(order(key, sum(parts), at=at, card=sum(parts), parcels=parcels))
        owners[key] = NOT_MINE if number < orders / 50 else MINE
        card = A if number < orders / 50 else chance.choice((A, B))
        for place, part in enumerate(parts):
            charges.append(charge(f"{number}.{place}", card, part, on=day))
        if number % 2:
            shop = f"スーパー{number % 20}"
            charges.append(charge(f"{number}.x", B, 3_000, on=day, shop=shop))
    return Situation(
        orders=tuple(made), owners=owners, charges=tuple(charges), coverage=ALL_READ
    )


def equal_amounts(orders: int) -> Situation:
    """Return orders and charges that all cost the same on the same day."""
    keys = [f"250-{number:07}-0000000" for number in range(orders)]
    return Situation(
        orders=tuple(order(key, 5_000) for key in keys),
        owners={key: MINE if place % 2 else NOT_MINE for place, key in enumerate(keys)},
        charges=tuple(charge(key, (A, B)[n % 2], 5_000) for n, key in enumerate(keys)),
    )


def sums_without_end(orders: int) -> Situation:
    """Return orders of one day that no charge fits, and charges that no order fits.

    Every choice of orders, and of charges, may come to the sum of one.
    """
    keys = [f"250-{number:07}-0000000" for number in range(orders)]
    return Situation(
        orders=tuple(
            order(key, 10_000 + 4 * place, items=(7_000, 3_000 + 4 * place))
            for place, key in enumerate(keys)
        ),
        owners=dict.fromkeys(keys, NOT_MINE),
        charges=tuple(charge(key, A, 3_001 + 2 * n) for n, key in enumerate(keys)),
    )


def measured(situation: Situation, *, rounds: int) -> Measured:
    matching = situation.solved()
    walls = [timed(situation.solved).wall for _ in range(rounds)]
    return Measured(milliseconds=1_000 * median(walls), matching=matching)


def exponent(sizes: Sequence[int], milliseconds: Sequence[float]) -> float:
    """Return the power of the size that the time grows with."""
    grown = math.log(milliseconds[-1] / milliseconds[0])
    return grown / math.log(sizes[-1] / sizes[0])


def looked_up(situation: Situation) -> float:
    """Return the milliseconds that only the look-up of uses by amount and day takes."""
    cards = situation.cards
    shop = Shops(shops(), [SERVICE])
    uses = uses_of(situation.charges, situation.notices, cards, shop)
    claims = [claim_of(one, NOT_MINE) for one in situation.orders]
    amounts = Amounts(uses, Known())

    def look_up() -> None:
        for place, claim in enumerate(claims):
            if claim is not None:
                list(amounts.edges_of(claim, place))

    look_up()
    return 1_000 * median(timed(look_up).wall for _ in range(5))


def test_a_thousand_orders_and_ten_times_as_many(*, long_form: bool) -> None:
    sizes, rounds = ((1_000, 10_000), 7) if long_form else ((20, 200), 1)
    found = [measured(usual(size), rounds=rounds) for size in sizes]
    for size, one in zip(sizes, found, strict=True):
        certain = sum(match.is_certain for match in one.matching.matches)
        matches = len(one.matching.matches)
        say(
            f"{size} orders: {one.milliseconds:.1f} ms, {matches} matches,"
            f" {certain} certain"
        )
        assert certain > size / 2
        assert not one.matching.gave_up
    grows = exponent(sizes, [one.milliseconds for one in found])
    say(f"     growth: n to the power of {grows:.2f}")
    say(f"     of {sizes[0]} orders the look-up: {looked_up(usual(sizes[0])):.1f} ms")


def test_the_worst_gives_up_and_calls_it_possible(*, long_form: bool) -> None:
    sizes, rounds = ((1_000, 10_000), 3) if long_form else ((100, 200), 1)
    for name, made in (("equal", equal_amounts), ("sums", sums_without_end)):
        found = [measured(made(size), rounds=rounds) for size in sizes]
        for size, one in zip(sizes, found, strict=True):
            say(f"{name}, {size} orders: {one.milliseconds:.1f} ms, gave up")
            verdicts = {finding.verdict for finding in one.matching.findings}
            assert one.matching.gave_up
            assert Verdict.CERTAIN not in verdicts
            assert not any(match.is_certain for match in one.matching.matches)
        grows = exponent(sizes, [one.milliseconds for one in found])
        say(f"     growth: n to the power of {grows:.2f}")
