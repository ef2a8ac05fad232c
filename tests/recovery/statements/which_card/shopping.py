"""Made-up orders of a person and of a thief, and what the shop charged for them.

They are as unkind as one can be: prices that come again, own orders that cost what the
thief's do, mails without the amount or the way of payment, parcels without mails,
charges that come late or never.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tests.recovery.statements.which_card.cases import (
    FRIDAY,
    MINE,
    NOT_MINE,
    SHOP,
    UNSURE,
    item,
    order,
    parcel,
)
from tests.recovery.statements.which_card.truth import Used
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.orders.order import Order, OrderState, Ownership

ROUND = (1_000, 2_000, 3_000, 5_000, 10_000)
NAMES = (SHOP, "AMZN MKTP JP*2H4", "アマゾン　ＪＰ　マーケットプレイス")


@dataclass(slots=True, kw_only=True)
class Plan:
    """An order as it really is, before mails tell of it."""

    key: str
    owner: Ownership
    at: datetime
    card: int
    prices: list[int]
    gift: int = 0

    @property
    def total(self) -> int:
        return sum(self.prices)


class Shopping:
    """Orders of some weeks, what of them is told, and what was really charged."""

    def __init__(self, chance: random.Random, cards: Sequence[PaymentCard]) -> None:
        self._chance = chance
        self._cards = cards
        self.uses: list[Used] = []
        self.orders: list[Order] = []
        self.owners: dict[str, Ownership] = {}

    def _may(self, likely: float) -> bool:
        return self._chance.random() < likely

    def shop(self) -> None:
        plans = self._plans()
        self._spend_gift_balance(plans)
        for plan in plans:
            self._charge(plan)
        self._join_some(plans)
        self._add_strays()

    def _plans(self) -> list[Plan]:
        chance = self._chance
        first = chance.choice(self._cards).number
        other = chance.choice(self._cards).number
        thief = [
            self._plan(f"T{n}", NOT_MINE, timedelta(minutes=chance.randint(0, 70)))
            for n in range(chance.choice((1, 1, 2, 3, 4, 6, 12)))
        ]
        for plan in thief:
            plan.card = other if self._may(0.15) else first
            plan.prices = plan.prices[: 1 if self._may(0.8) else None]
        own = [
            self._plan(
                f"O{n}", MINE, timedelta(minutes=chance.randint(-54_000, 24_000))
            )
            for n in range(chance.randint(0, 10))
        ]
        for plan in own:
            if self._may(0.3):
                plan.prices = list(chance.choice(thief).prices)
            if self._may(0.3):
                plan.at = FRIDAY - timedelta(minutes=chance.randint(0, 1_800))
        return [*thief, *own]

    def _plan(self, key: str, owner: Ownership, after: timedelta) -> Plan:
        chance = self._chance
        count = chance.choice((1, 1, 1, 2, 3))
        return Plan(
            key=key,
            owner=owner,
            at=FRIDAY + after,
            card=chance.choice(self._cards).number,
            prices=[self._price() for _ in range(count)],
        )

    def _price(self) -> int:
        if self._may(0.4):
            return self._chance.choice(ROUND)
        return self._chance.randint(200, 20_000)

    def _spend_gift_balance(self, plans: Sequence[Plan]) -> None:
        left = self._chance.choice((0, 0, 3_000, 12_000, 30_000))
        for plan in sorted(plans, key=lambda plan: plan.at):
            plan.gift = min(left, plan.total) if self._may(0.9) else 0
            left -= plan.gift

    def _charge(self, plan: Plan) -> None:
        """Charge the order as the shop does, and let mails tell some of it."""
        paid = plan.total - plan.gift
        is_apart = len(plan.prices) > 1 and self._may(0.6) and not plan.gift
        parts = plan.prices if is_apart else [paid]
        state = self._state(plan)
        parcels = [(self._sent(plan), part) for part in parts]
        is_charged = state is not OrderState.CANCELLED or self._may(0.4)
        is_charged = is_charged and not self._may(0.1)
        for at, part in parcels if is_charged else ():
            if part:
                self._use(plan, self._charged(plan, at), part)
                if state is OrderState.CANCELLED and self._may(0.7):
                    later = timedelta(days=self._chance.randint(1, 40))
                    self._use(plan, at + later, -part)
        days = [(at.date(), part) for at, part in parcels]
        self._tell(
            plan, days if is_charged and state is OrderState.SHIPPED else [], state
        )

    def _state(self, plan: Plan) -> OrderState:
        if plan.owner is NOT_MINE and self._may(0.3):
            return OrderState.CANCELLED
        return OrderState.SHIPPED if self._may(0.6) else OrderState.PLACED

    def _sent(self, plan: Plan) -> datetime:
        if plan.owner is NOT_MINE and self._may(0.8):
            return plan.at  # a code that is sent at once
        return plan.at + timedelta(hours=self._chance.choice((0, 5, 20, 48, 100)))

    def _charged(self, plan: Plan, sent: datetime) -> datetime:
        if sent == plan.at:
            return sent + timedelta(seconds=self._chance.randint(-30, 120))
        late = 50 if self._may(0.04) else 2
        return sent + timedelta(minutes=self._chance.randint(0, 1_440 * late))

    def _use(self, plan: Plan, at: datetime, amount: int) -> None:
        self.uses.append(
            Used(
                card=plan.card,
                at=at,
                amount=amount,
                orders=frozenset({plan.key}),
                is_of_thief=plan.owner is NOT_MINE,
                shop=self._chance.choice(NAMES),
            )
        )

    def _tell(
        self, plan: Plan, parcels: list[tuple[date, int]], state: OrderState
    ) -> None:
        is_split_told = self._may(0.5)
        told = order(
            plan.key,
            None if self._may(0.08) else plan.total,
            at=plan.at,
            card=plan.total - plan.gift if is_split_told else None,
            gift_card=plan.gift if is_split_told else None,
            state=state,
        )
        if self._may(0.8):
            prices = [item(price) for price in plan.prices]
            told = replace(told, items=tuple(prices))
        else:
            told = replace(told, items=())
        if told.total is None:
            told = replace(told, card=None, gift_card=None, items=())
        elif parcels and self._may(0.7) and not plan.gift:
            seen = [one for one in parcels if self._may(0.8)]
            told = replace(told, shipments=tuple(parcel(*one) for one in seen))
        if self._may(0.05):
            midnight = plan.at.replace(hour=0, minute=0, second=0)
            told = replace(told, placed_at=midnight, placed_to_the_day=True)
        self.orders.append(told)
        self.owners[plan.key] = UNSURE if self._may(0.05) else plan.owner

    def _join_some(self, plans: Sequence[Plan]) -> None:
        """Let the shop charge two own orders of one day at once, now and then."""
        own = [
            use
            for use in self.uses
            if not use.is_of_thief and use.amount > 0 and self._may(0.3)
        ]
        placed = {plan.key: plan for plan in plans}
        for one, other in zip(own[::2], own[1::2], strict=False):
            first, second = (placed[next(iter(use.orders))] for use in (one, other))
            whole = one.amount == first.total and other.amount == second.total
            if (
                whole
                and first.card == second.card
                and first.at.date() == second.at.date()
            ):
                self.uses.remove(one)
                self.uses.remove(other)
                joined = replace(
                    one,
                    amount=one.amount + other.amount,
                    orders=one.orders | other.orders,
                )
                self.uses.append(joined)

    def _add_strays(self) -> None:
        """Add what no mail tells of: a membership, and what the family bought."""
        for number in range(self._chance.choice((0, 0, 0, 1, 2))):
            at = FRIDAY + timedelta(hours=self._chance.randint(-600, 600))
            is_prime = number == 0 and self._may(0.5)
            self.uses.append(
                Used(
                    card=self._chance.choice(self._cards).number,
                    at=at,
                    # Nobody can tell such a charge from one that costs just as much.
                    amount=600 if is_prime else self._chance.randint(20_001, 40_000),
                    orders=frozenset(),
                    is_of_thief=False,
                    shop="Ａｍａｚｏｎプライム会費" if is_prime else SHOP,
                )
            )
