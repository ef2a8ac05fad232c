"""Small cases to match: orders, charges, notices and cards, with what matters only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cache

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.orders.order import (
    Item,
    Order,
    OrderState,
    Ownership,
    Shipment,
)
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.log import LoggedCharge, Sighting
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.statement import Charge, ChargeKind, Foreign
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Match,
    Matching,
    Said,
)
from torimodosu.recovery.statements.which_card.solver import which_card
from torimodosu.recovery.statements.words import CardWords
from torimodosu.resources import resource

JAPAN = timezone(timedelta(hours=9))
SHOP = "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"
SERVICE = "amazon.co.jp"
MINE, NOT_MINE, UNSURE = Ownership.MINE, Ownership.NOT_MINE, Ownership.UNSURE
FRIDAY = datetime(2026, 11, 20, 18, 8, tzinfo=JAPAN)
THE_DAY = FRIDAY.date()
LATER = datetime(2027, 3, 1, 9, 0, tzinfo=JAPAN)
A, B = 1, 2
CARDS = (
    PaymentCard(issuer="smbc_card", nickname="", last_four="4821", number=A),
    PaymentCard(issuer="rakuten_card", nickname="", last_four="0935", number=B),
)
# Everything that can be in question was read of both cards.
READ = ((date(2026, 8, 1), date(2027, 2, 28)),)
ALL_READ = tuple(CardCoverage(card=card.number, closed=READ) for card in CARDS)


@cache
def shops() -> Mapping[str, Service]:
    """Return the shops that the program is shipped with."""
    return load_catalogue(resource("catalogue")).services


def yen(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def item(price: int | None) -> Item:
    return Item(title="article", quantity=1, price=yen(price), amount=yen(price))


def parcel(day: date | None, total: int | None) -> Shipment:
    return Shipment(
        date=day,
        total=yen(total),
        gift_card=None,
        points=None,
        card=None,
        card_label="",
    )


def order(  # noqa: PLR0913 -- each is what one test is about
    number: str,
    total: int | None,
    *,
    at: datetime | None = FRIDAY,
    card: int | None = None,
    gift_card: int | None = None,
    parcels: Sequence[tuple[date, int | None]] = (),
    items: Sequence[int] = (),
    state: OrderState = OrderState.PLACED,
    currency: str = "JPY",
    card_label: str = "",
    refunded: int | None = None,
) -> Order:
    known = (card or 0) + (gift_card or 0)
    prices: Sequence[int | None] = items or (total,)
    return Order(
        order_number=number,
        service=SERVICE,
        layout="modern_2025",
        placed_at=at,
        currency="" if total is None else currency,
        total=yen(total),
        gift_card=yen(gift_card),
        points=None,
        card=yen(card),
        unknown=None if total is None else Decimal(total - known),
        state=state,
        items=tuple(item(price) for price in prices),
        shipments=tuple(parcel(day, paid) for day, paid in parcels),
        refunded=yen(refunded),
        mails=(f"mail of {number}",),
        certainty=Certainty.CONFIRMED,
        card_label=card_label,
    )


def charge(  # noqa: PLR0913 -- each is what one test is about
    key: str,
    card: int,
    amount: int | str | None,
    *,
    on: date | None = THE_DAY,
    shop: str = SHOP,
    currency: str = "JPY",
    foreign: Foreign | None = None,
    kind: ChargeKind | None = None,
) -> LoggedCharge:
    paid = None if amount is None else Decimal(amount)
    is_back = paid is not None and paid < 0
    return LoggedCharge(
        key=key,
        card=card,
        charge=Charge(
            row=1,
            card="",
            holder="",
            date=on,
            merchant=shop,
            merchant_normal=normal_merchant(shop),
            amount=paid,
            billed=None,
            currency=currency,
            foreign=foreign,
            kind=kind or (ChargeKind.REFUND if is_back else ChargeKind.PURCHASE),
            bill_date=None,
        ),
        sightings=(Sighting(statement=1, row=1, amount=paid, is_open=False),),
    )


def notice(  # noqa: PLR0913 -- each is what one test is about
    mail: str,
    amount: int | None,
    *,
    at: datetime = FRIDAY,
    issuer: str = "smbc_card",
    card: str = "4821",
    shop: str = "AMAZON.CO.JP",
    kind: NoticeKind = NoticeKind.PURCHASE,
    to_the_day: bool = False,
) -> CardNotice:
    return CardNotice(
        mails=(mail,),
        issuer=issuer,
        card=card,
        used_at=datetime.combine(at, time.min, JAPAN) if to_the_day else at,
        used_to_the_day=to_the_day,
        merchant=shop,
        merchant_normal=normal_merchant(shop),
        amount=yen(amount),
        currency="JPY",
        foreign=None,
        kind=kind,
        is_preliminary=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What there is to match, by its parts; `thief` are the keys of strange orders."""

    orders: tuple[Order, ...] = ()
    owners: Mapping[str, Ownership] = field(default_factory=dict)
    charges: tuple[LoggedCharge, ...] = ()
    notices: tuple[CardNotice, ...] = ()
    cards: tuple[PaymentCard, ...] = CARDS
    coverage: tuple[CardCoverage, ...] = ALL_READ
    words: CardWords = field(default_factory=CardWords)
    at: datetime = LATER

    def solved(self) -> Matching:
        return which_card(
            self.orders,
            self.owners,
            self.charges,
            self.notices,
            self.cards,
            self.coverage,
            services=shops(),
            words=self.words,
            at=self.at,
        )

    def saying(self, match: Match, said: Said) -> "Situation":
        words = replace(self.words, matches={**self.words.matches, match.key: said})
        return replace(self, words=words)


def finding(matching: Matching, card: int) -> CardFinding:
    return next(found for found in matching.findings if found.card == card)


def verdicts(matching: Matching) -> list[str]:
    return [found.verdict.value for found in matching.findings]


def match_of(matching: Matching, orders: str, charges: str) -> Match:
    """Return the match of these orders and charges or notices, parted by blanks."""
    return next(
        match
        for match in matching.matches
        if match.orders == tuple(orders.split())
        and (match.charges or match.notices) == tuple(charges.split())
    )
