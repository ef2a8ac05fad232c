"""Uses of cards at the shop, from what statements and usage notices tell of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.statement import ChargeKind, Foreign
from torimodosu.recovery.statements.which_card.claims import thousandths
from torimodosu.recovery.statements.which_card.shops import Shops

# A statement may name the day on which the issuer heard of a use.
_DAYS_APART = (0, 1, -1, 2, -2)
_BACK = {NoticeKind.CANCELLATION, NoticeKind.RETURN}


class Use(NamedTuple):
    """One use of a card, however many rows and mails tell of it.

    Attributes:
        cards: Numbers of the cards that it can be of, () where none is known.
        day: As an ordinal; 0 is not known.
        moment: When, where a notice tells it to the minute.
        amount: Negative for money back; None is not known.
        units: The same in thousandths.
        currency: ISO 4217 code, or "".
        foreign: The amount in the currency of the shop, or None.
        services: The shops that it can be of; empty where a notice names no shop.
        charges: The key of the logged charge, or ().
        notices: The key of the notice, or ().
        mails_orders: Whether the shop mails an order for what it prints there.

    """

    cards: tuple[int, ...]
    day: int
    moment: datetime | None
    amount: Decimal | None
    units: int
    currency: str
    foreign: Foreign | None
    services: frozenset[str]
    charges: tuple[str, ...]
    notices: tuple[str, ...]
    mails_orders: bool

    @property
    def key(self) -> str:
        """What it is known by."""
        return (self.charges or self.notices)[0]


class _Place(NamedTuple):
    """What a row and a notice of one use have in common."""

    card: int
    day: int
    units: int


def uses_of(
    charges: Iterable[LoggedCharge],
    notices: Iterable[CardNotice],
    cards: Sequence[PaymentCard],
    shops: Shops,
) -> list[Use]:
    """Return the uses at *shops*, a row and a notice of the same use as one."""
    uses = list(_of_charges(charges, shops))
    told = [use for notice in notices if (use := _of_notice(notice, cards, shops))]
    rows: dict[_Place, list[int]] = defaultdict(list)
    for index, use in enumerate(uses if told else ()):
        for card in use.cards or (0,):
            rows[_Place(card, use.day, use.units)].append(index)
    for use in told:
        place = _row_of(use, rows)
        if place is None:
            uses.append(use)
        else:
            row = uses[place]
            uses[place] = row._replace(
                cards=row.cards or use.cards, moment=use.moment, notices=use.notices
            )
    return uses


def _of_charges(charges: Iterable[LoggedCharge], shops: Shops) -> Iterator[Use]:
    services_of = shops.services_of
    for logged in charges:
        charge = logged.charge
        services = services_of(charge.merchant_normal)
        if not services or charge.kind is ChargeKind.FEE:
            continue
        amount, currency = charge.amount, charge.currency
        if amount is None and charge.foreign is not None:
            amount, currency = charge.foreign.amount, charge.foreign.currency
        yield Use(
            cards=(logged.card,) if logged.card else (),
            day=charge.date.toordinal() if charge.date else 0,
            moment=None,
            amount=amount,
            units=0 if amount is None else thousandths(amount),
            currency=currency,
            foreign=charge.foreign,
            services=services,
            charges=(logged.key,),
            notices=(),
            mails_orders=shops.mails_orders(charge.merchant_normal),
        )


def _of_notice(
    notice: CardNotice, cards: Sequence[PaymentCard], shops: Shops
) -> Use | None:
    """Return the use, None where it is of another shop or came to nothing."""
    services = shops.services_of(notice.merchant_normal)
    is_elsewhere = bool(notice.merchant_normal) and not services
    if is_elsewhere or notice.kind is NoticeKind.REFUSED or not notice.mails:
        return None
    amount, currency = notice.amount, notice.currency
    if amount is None and notice.foreign is not None:
        amount, currency = notice.foreign.amount, notice.foreign.currency
    if amount is None and not services:
        return None
    if amount is not None and notice.kind in _BACK:
        amount = -abs(amount)
    used = notice.used_at
    is_exact = used is not None and not notice.used_to_the_day and used.tzinfo
    return Use(
        cards=cards_of_notice(notice, cards),
        day=used.toordinal() if used else 0,
        moment=used if is_exact else None,
        amount=amount,
        units=0 if amount is None else thousandths(amount),
        currency=currency,
        foreign=notice.foreign,
        services=services,
        charges=(),
        notices=(notice.key,),
        mails_orders=shops.mails_orders(notice.merchant_normal),
    )


def cards_of_notice(
    notice: CardNotice, cards: Sequence[PaymentCard]
) -> tuple[int, ...]:
    """Return the numbers of the cards that *notice* can be about.

    One whose digits or issuer are not known is not ruled out by them, but only counts
    where no card has both.
    """
    of_issuer = [card for card in cards if card.issuer == notice.issuer]
    if not notice.card:
        return tuple(card.number for card in of_issuer)
    exact = [card for card in of_issuer if card.last_four == notice.card]
    open_ones = [card for card in of_issuer if not card.last_four]
    open_ones += [c for c in cards if not c.issuer and c.last_four == notice.card]
    return tuple(card.number for card in exact or open_ones)


def _row_of(use: Use, rows: Mapping[_Place, list[int]]) -> int | None:
    """Take the row that shows the *use* of a notice: of its card, amount and day."""
    if use.amount is None:
        return None
    for apart in _DAYS_APART:
        for card in (*use.cards, 0):
            found = rows.get(_Place(card, use.day + apart, use.units))
            if found:
                return found.pop(0)
    return None
