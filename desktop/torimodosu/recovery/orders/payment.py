"""Who pays what of an order, by all mails that speak of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from torimodosu.recovery.orders.order import Doubt, OrderState
from torimodosu.recovery.orders.order_mail import OrderMail
from torimodosu.recovery.orders.settlement import paid

_WITHOUT_CENTS = {"JPY", "KRW"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What gift cards, points and a card pay; None is not known."""

    gift_card: Decimal | None = None
    points: Decimal | None = None
    card: Decimal | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether anything is known."""
        return (self.gift_card, self.points, self.card) != (None, None, None)

    @property
    def sum(self) -> Decimal:
        """Return what is known to be paid."""
        return paid(self.gift_card, self.points, self.card)

    def contradicts(self, other: "Split") -> bool:
        """Tell whether both know the same part and differ in it."""
        pairs = (
            (self.gift_card, other.gift_card),
            (self.points, other.points),
            (self.card, other.card),
        )
        return any(None not in pair and pair[0] != pair[1] for pair in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """How an order is paid.

    Where `total` is known, the sum of `split` is at most the total.
    """

    currency: str
    total: Decimal | None
    split: Split
    card_label: str
    doubts: tuple[Doubt, ...]


def join_payment(readings: Sequence[OrderMail]) -> Payment:
    """Return how an order is paid by all *readings* of it, oldest first.

    The total is that of the latest confirmation. The split is that of the parcels
    once they make up the total, since the shop charges by the parcel, and that of the
    confirmation before. Whatever contradicts is named as a doubt.
    """
    currency = next((r.currency for r in _by_weight(readings) if r.currency), "")
    doubts = [Doubt.CURRENCIES_DIFFER] if _other_money(readings, currency) else []
    told = [r for r in readings if r.currency in {"", currency}]
    confirmations = [r for r in told if r.event is OrderState.PLACED]
    parcels: Sequence[OrderMail] = [
        r
        for r in told
        if r.event is OrderState.SHIPPED
        and (r.total is not None or split_of(r).is_known)
    ]
    if any(parcel.total for parcel in parcels):
        # The parcels tell what the goods cost for which nothing was left to pay.
        confirmations = [
            r for r in confirmations if Doubt.NOTHING_TO_PAY not in r.doubts
        ]
    total, found = _total(confirmations, parcels, told)
    doubts += found
    total, parcels, found = _checked(total, parcels, currency)
    doubts += found
    split, found = _split(total, confirmations, parcels)
    doubts += found
    if total is not None and split.sum > total:
        split = Split()
        doubts.append(Doubt.PAID_ABOVE_TOTAL)
    labels = (r.card_label for r in (*parcels, *confirmations))
    return Payment(
        currency=currency,
        total=total,
        split=split,
        card_label=next(filter(None, labels), ""),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def split_of(reading: OrderMail) -> Split:
    """Return what *reading* says of who pays."""
    return Split(gift_card=reading.gift_card, points=reading.points, card=reading.card)


def _by_weight(readings: Iterable[OrderMail]) -> list[OrderMail]:
    return sorted(readings, key=lambda r: r.event is not OrderState.PLACED)


def _other_money(readings: Iterable[OrderMail], currency: str) -> bool:
    return any(r.currency not in {"", currency} for r in readings)


def _total(
    confirmations: Sequence[OrderMail],
    parcels: Sequence[OrderMail],
    readings: Sequence[OrderMail],
) -> tuple[Decimal | None, list[Doubt]]:
    told = [r.total for r in confirmations if r.total is not None]
    if told:
        return told[-1], [Doubt.TOTALS_DIFFER] if len(set(told)) > 1 else []
    totals = [r.total for r in parcels if r.total is not None]
    if totals:
        return sum(totals, Decimal(0)), [Doubt.TOTAL_FROM_SHIPMENTS]
    others = (OrderState.ON_HOLD, OrderState.REFUSED, OrderState.CANCELLED)
    noted = [r.total for r in readings if r.event in others and r.total is not None]
    return (noted[-1], [Doubt.TOTAL_FROM_NOTICE]) if noted else (None, [])


def _checked(
    total: Decimal | None, parcels: Sequence[OrderMail], currency: str
) -> tuple[Decimal | None, Sequence[OrderMail], list[Doubt]]:
    """Compare the parcels with the total.

    Tax is rounded for each parcel, so together they may cost a little more: then that
    is what is charged. Parcels that each cost the total tell the total of the order.
    """
    told = [r.total for r in parcels if r.total is not None]
    together = sum(told, Decimal(0))
    if total is None or together <= total:
        return total, parcels, []
    unit = Decimal(1) if currency in _WITHOUT_CENTS else Decimal("0.01")
    if together - total <= unit * len(told):
        return together, parcels, [Doubt.SHIPMENTS_ABOVE_TOTAL]
    if set(told) == {total}:
        return total, parcels[:1], [Doubt.SHIPMENTS_ABOVE_TOTAL]
    return total, [], [Doubt.SHIPMENTS_ABOVE_TOTAL]


def _split(
    total: Decimal | None,
    confirmations: Sequence[OrderMail],
    parcels: Sequence[OrderMail],
) -> tuple[Split, list[Doubt]]:
    latest = next((r for r in reversed(confirmations) if split_of(r).is_known), None)
    told = split_of(latest) if latest else Split()
    shipped = _together(parcels)
    own_doubts = [d for r in confirmations[-1:] for d in r.doubts]
    own_doubts += [d for r in parcels for d in r.doubts]
    is_guess = latest is not None and Doubt.GIFT_CARD_INFERRED in latest.doubts
    is_complete = total is not None and total == paid(*(r.total for r in parcels))
    if shipped.is_known and (is_complete or not told.is_known):
        if is_guess:
            told, own_doubts = Split(), _without_guess(own_doubts, parcels)
        differs = [Doubt.SPLITS_DIFFER] if shipped.contradicts(told) else []
        return shipped, own_doubts + (differs if is_complete else [])
    return told, own_doubts


def _without_guess(
    doubts: Iterable[Doubt], parcels: Iterable[OrderMail]
) -> list[Doubt]:
    if any(Doubt.GIFT_CARD_INFERRED in parcel.doubts for parcel in parcels):
        return list(doubts)
    return [doubt for doubt in doubts if doubt is not Doubt.GIFT_CARD_INFERRED]


def _together(parcels: Sequence[OrderMail]) -> Split:
    return Split(
        gift_card=_sum(r.gift_card for r in parcels),
        points=_sum(r.points for r in parcels),
        card=_sum(r.card for r in parcels),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
