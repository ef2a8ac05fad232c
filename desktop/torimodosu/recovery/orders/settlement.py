"""Who pays what of an order, by the amounts that one mail prints."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from torimodosu.recovery.orders.labels import Field
from torimodosu.recovery.orders.money import Money, currency_of
from torimodosu.recovery.orders.order import Doubt
from torimodosu.recovery.orders.printed import Entry, PrintedOrder

_ZERO = Decimal(0)
_BY_CARD = re.compile(
    r"クレジット|カード|visa|master|jcb|amex|american express|diners|card|karte",
    re.IGNORECASE,
)
_BY_GIFT_CARD = re.compile(r"ギフト|gift|gutschein", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How an order is paid; what the mail does not say is None.

    Where `total` is known, gift_card + points + card, counting None as 0, are at most
    the total; how the rest is paid is not known.
    """

    currency: str = ""
    total: Decimal | None = None
    gift_card: Decimal | None = None
    points: Decimal | None = None
    card: Decimal | None = None
    card_label: str = ""
    refunded: Decimal | None = None
    refund_expected: Decimal | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def paid(self) -> Decimal:
        """Return what is known to be paid, and by what."""
        return paid(self.gift_card, self.points, self.card)


def paid(*parts: Decimal | None) -> Decimal:
    """Return the sum of *parts*, counting None as 0."""
    return sum((part for part in parts if part is not None), _ZERO)


def settle(order: PrintedOrder, service: str) -> Settlement:
    """Return how *order* is paid as its mail prints it.

    What is charged is less than the total where a gift balance or points paid the
    difference, as in mails of Amazon.co.jp since 2024; a mail that does not say which
    is taken to mean the gift balance, with a doubt. Some columns take gift cards and
    points off before they print the total: then the total is what the order cost
    before.
    *service* tells which money "$" stands for.
    """
    entries, doubts = _in_one_currency(order.entries, service)
    settlement = Settlement(
        currency=entries[0].money.currency if entries else "",
        total=_total(entries),
        gift_card=_sum(entries, Field.GIFT_CARD),
        points=_sum(entries, Field.POINTS),
        card=_sum(entries, Field.PAID_BY_CARD),
        card_label=_card_label(entries, order.method),
        refunded=_refunded(entries),
        refund_expected=_sum(entries, Field.REFUND_EXPECTED),
        doubts=doubts,
    )
    charged = _last(entries, Field.CHARGED)
    if settlement.card is None and charged is not None:
        settlement = _with_charge(settlement, charged, order.method)
    if _is_free_but_priced(settlement, entries, order):
        settlement = _doubted(settlement, Doubt.NOTHING_TO_PAY)
    if settlement.total is not None and settlement.paid > settlement.total:
        settlement = replace(settlement, gift_card=None, points=None, card=None)
        settlement = _doubted(settlement, Doubt.PAID_ABOVE_TOTAL)
    return settlement


def settle_all(orders: Sequence[PrintedOrder], service: str) -> tuple[Settlement, ...]:
    """Return how each of the *orders* of one mail is paid.

    What is charged may be told once for all of them. It is more than the total of the
    order beside it then, and says something only if it is all that they cost.
    """
    settled = tuple(settle(order, service) for order in orders)
    charging = [
        i for i, s in enumerate(settled) if Doubt.CHARGE_ABOVE_TOTAL in s.doubts
    ]
    charges = [e for o in orders for e in o.entries if e.field is Field.CHARGED]
    totals = [settlement.total for settlement in settled]
    if len(orders) == 1 or len(charging) != 1 or len(charges) != 1:
        return settled
    without = tuple(settle(_without_charge(order), service) for order in orders)
    method = orders[charging[0]].method
    if None not in totals and paid(*totals) == charges[0].money.amount:
        return tuple(_with_charge(s, s.total or _ZERO, method) for s in without)
    return tuple(_doubted(settlement, Doubt.CHARGE_SHARED) for settlement in without)


def _without_charge(order: PrintedOrder) -> PrintedOrder:
    entries = tuple(e for e in order.entries if e.field is not Field.CHARGED)
    return replace(order, entries=entries)


def is_by_card(method: str) -> bool:
    """Tell whether a method of payment is a card; a mail that tells none means one."""
    if not method:
        return True
    return bool(_BY_CARD.search(method)) and not _BY_GIFT_CARD.search(method)


def _in_one_currency(
    printed: Sequence[Entry], service: str
) -> tuple[tuple[Entry, ...], tuple[Doubt, ...]]:
    """Name the currencies, and leave out amounts in another one than the total."""
    entries = [
        replace(e, money=Money(currency_of(e.money.currency, service), e.money.amount))
        for e in printed
    ]
    if len({entry.money.currency for entry in entries}) <= 1:
        return tuple(entries), ()
    main = next((e for e in entries if e.field is Field.TOTAL), entries[0])
    kept = tuple(e for e in entries if e.money.currency == main.money.currency)
    return kept, (Doubt.CURRENCIES_DIFFER,)


def _sum(entries: Iterable[Entry], *fields: Field) -> Decimal | None:
    amounts = [abs(e.money.amount) for e in entries if e.field in fields]
    return sum(amounts, _ZERO) if amounts else None


def _refunded(entries: Sequence[Entry]) -> Decimal | None:
    """Return the total of a refund, or its parts together where no total is printed."""
    return _sum(entries, Field.REFUND_TOTAL) or _sum(entries, Field.REFUND)


def _last(entries: Iterable[Entry], field: Field) -> Decimal | None:
    amounts = [entry.money.amount for entry in entries if entry.field is field]
    return amounts[-1] if amounts else None


def _total(entries: Sequence[Entry]) -> Decimal | None:
    """Return what the order costs, including what gift cards and points pay."""
    total = next((e for e in entries if e.field is Field.TOTAL), None)
    if total is None:
        return _total_by_parts(entries)
    if total.money.amount < 0:
        return None
    above = [e for e in entries if e.start < total.start]
    taken_off = _sum(above, Field.GIFT_CARD, Field.POINTS) or _ZERO
    gross = _gross(above)
    if not taken_off or total.money.amount in gross:
        return total.money.amount
    return total.money.amount + taken_off


def _total_by_parts(entries: Sequence[Entry]) -> Decimal | None:
    """Add up what is charged and what else pays, where a mail tells both."""
    charged = _last(entries, Field.CHARGED)
    others = _sum(entries, Field.GIFT_CARD, Field.POINTS)
    return charged + others if charged is not None and others is not None else None


def _gross(entries: Sequence[Entry]) -> set[Decimal]:
    """Return what the goods come to without and with tax, or nothing if not told."""
    subtotal = next((e for e in entries if e.field is Field.SUBTOTAL), None)
    if subtotal is None:
        return set()
    gross = subtotal.money.amount + paid(_sum(entries, Field.FEE))
    gross -= paid(_sum(entries, Field.DISCOUNT))
    return {gross, gross + paid(_sum(entries, Field.TAX))}


def _with_charge(settlement: Settlement, charged: Decimal, method: str) -> Settlement:
    card = charged if is_by_card(method) else None
    if settlement.total is None or charged < 0:
        return replace(settlement, card=card) if charged >= 0 else settlement
    if charged > settlement.total:
        return _doubted(settlement, Doubt.CHARGE_ABOVE_TOTAL)
    difference = settlement.total - settlement.paid - charged
    settlement = replace(settlement, card=card)
    if difference <= 0:
        return settlement
    if settlement.gift_card is not None:
        return _doubted(settlement, Doubt.SPLITS_DIFFER)
    settlement = replace(settlement, gift_card=difference)
    return _doubted(settlement, Doubt.GIFT_CARD_INFERRED)


def _is_free_but_priced(
    settlement: Settlement, entries: Sequence[Entry], order: PrintedOrder
) -> bool:
    if settlement.total != 0 or settlement.paid:
        return False
    gross = _gross(entries)
    if gross:
        return max(gross) > 0
    return any(item.amount for item in order.items)


def _card_label(entries: Iterable[Entry], method: str) -> str:
    named = (entry.card_label for entry in entries if entry.field is Field.PAID_BY_CARD)
    said = method if method and is_by_card(method) else ""
    return next(filter(None, named), said)


def _doubted(settlement: Settlement, doubt: Doubt) -> Settlement:
    return replace(settlement, doubts=(*settlement.doubts, doubt))
