"""What to tell each issuer, and nothing more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.statements.deadline import Deadline, LetterData
from torimodosu.recovery.statements.disputes import Dispute


def letters_of(
    disputes: Iterable[Dispute],
    orders: Mapping[str, Order],
    deadlines: Sequence[Deadline],
) -> tuple[LetterData, ...]:
    """Return one for each card with a disputed charge that is sure, by its number.

    What is only possible is not for a letter: an issuer would have to take it as said.
    """
    by_card: dict[int, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        if dispute.is_sure and dispute.card:
            by_card[dispute.card].append(dispute)
    return tuple(
        _letter(card, by_card[card], orders, deadlines) for card in sorted(by_card)
    )


def _letter(
    card: int,
    disputes: Sequence[Dispute],
    orders: Mapping[str, Order],
    deadlines: Sequence[Deadline],
) -> LetterData:
    limits = [limit for limit in deadlines if limit.card == card]
    days = (dispute.day for dispute in disputes)
    return LetterData(
        card=card,
        charges=tuple(
            (one.day, one.merchant, one.amount, one.currency) for one in disputes
        ),
        orders=tuple(dict.fromkeys(_numbers(disputes, orders))),
        total=_total(disputes),
        first=min((day for day in days if day is not None), default=None),
        deadline=min(limits, key=lambda limit: limit.ends_on, default=None),
    )


def _numbers(disputes: Iterable[Dispute], orders: Mapping[str, Order]) -> Iterator[str]:
    for dispute in disputes:
        for key in dispute.orders:
            order = orders.get(key)
            if order is not None and order.order_number is not None:
                yield order.order_number


def _total(disputes: Iterable[Dispute]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for dispute in disputes:
        if dispute.amount is not None:
            sums[dispute.currency] += dispute.amount
    return tuple(sorted(sums.items()))
