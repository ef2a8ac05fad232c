"""Cards, statements, charges and matches, each with what a test is about."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.catalogue.issuer import Billing, BillingCycle, Issuer
from torimodosu.recovery.catalogue.limit import Clock, ReportingLimit
from torimodosu.recovery.catalogue.source import Grade, Names, Source
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.orders.order import Doubt as OrderDoubt
from torimodosu.recovery.orders.order import Order, OrderState, Shipment
from torimodosu.recovery.statements.bills import CardBills, bills_of
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.log import (
    ImportedStatement,
    LoggedCharge,
    Sighting,
)
from torimodosu.recovery.statements.statement import (
    Charge,
    ChargeKind,
    Doubt,
    Foreign,
    Skipped,
)
from torimodosu.recovery.statements.which_card.matching import (
    Match,
    Matching,
    OpenCharge,
    Reason,
    Said,
)

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = AT.date()
INCIDENT = date(2026, 11, 20)
SOURCE = Source(text="a page", grade=Grade.C, last_checked=date(2026, 11, 1))
MIDDLE = BillingCycle(closing=15, payment=10, months_later=1)
END = BillingCycle(closing=31, payment=26, months_later=1)
SIXTY_BACK = ReportingLimit(days=60, clock=Clock.BACK_FROM_REPORT, source=SOURCE)
SIXTY_AFTER = ReportingLimit(days=60, clock=Clock.AFTER_STATEMENT_NOTICE, source=SOURCE)


def card(
    number: int = 1,
    issuer: str = "issuer",
    *,
    last_four: str = "1234",
    is_registered: bool = True,
    cycle: int | None = None,
) -> PaymentCard:
    return PaymentCard(
        issuer=issuer,
        nickname="",
        last_four=last_four,
        is_registered=is_registered,
        cycle=cycle,
        number=number,
    )


def issuer(*cycles: BillingCycle, limits: tuple[ReportingLimit, ...] = ()) -> Issuer:
    return Issuer(
        id="issuer",
        name=Names(ja="カード", en="Card"),
        billing=Billing(cycles=cycles, source=SOURCE) if cycles else None,
        reporting_limits=limits,
    )


def statement(  # noqa: PLR0913 -- each test names the side it is about
    number: int = 1,
    *,
    first: date | None = None,
    last: date | None = None,
    bill_date: date | None = None,
    bill_month: date | None = None,
    of: int = 1,
    is_open: bool = False,
    skipped: tuple[Skipped, ...] = (),
    doubts: Mapping[Doubt, tuple[int, ...]] | None = None,
) -> ImportedStatement:
    return ImportedStatement(
        number=number,
        card=of,
        sha256="0" * 64,
        name="meisai.csv",
        at=AT,
        issuer="issuer",
        layout="layout",
        account=Account.CARD,
        is_open=is_open,
        first=first,
        last=last,
        bill_date=bill_date,
        rows=1,
        skipped=skipped,
        printed_total=None,
        sum=Decimal(0),
        totals_agree=None,
        doubts=doubts or {},
        bill_month=bill_month,
    )


def bills(
    *statements: ImportedStatement,
    of: PaymentCard | None = None,
    by: Issuer | None = None,
) -> CardBills:
    return bills_of(of or card(), by or issuer(MIDDLE), statements)


def charge(  # noqa: PLR0913 -- each test names the side it is about
    key: str = "c1",
    amount: int | None = 5000,
    *,
    day: date | None = INCIDENT,
    of: int = 1,
    merchant: str = "SHOP",
    currency: str = "JPY",
    statements: tuple[int, ...] = (1,),
    is_open: bool = False,
    kind: ChargeKind = ChargeKind.PURCHASE,
    foreign: Foreign | None = None,
) -> LoggedCharge:
    money = None if amount is None else Decimal(amount)
    return LoggedCharge(
        key=key,
        card=of,
        charge=Charge(
            row=2,
            card="1234",
            holder="",
            date=day,
            merchant=merchant,
            merchant_normal=merchant.casefold(),
            amount=money,
            billed=None,
            currency=currency,
            foreign=foreign,
            kind=kind,
            bill_date=None,
        ),
        sightings=tuple(
            Sighting(statement=number, row=2, amount=money, is_open=is_open)
            for number in statements
        ),
    )


def notice(
    mail: str = "m1",
    amount: int | None = 5000,
    *,
    day: date | None = INCIDENT,
    last_four: str = "1234",
    of: str = "issuer",
) -> CardNotice:
    evening = time(19, tzinfo=UTC)
    at = None if day is None else datetime.combine(day, evening)
    return CardNotice(
        mails=(mail,),
        issuer=of,
        card=last_four,
        used_at=at,
        used_to_the_day=False,
        merchant="SHOP",
        merchant_normal="shop",
        amount=None if amount is None else Decimal(amount),
        currency="JPY",
        foreign=None,
        kind=NoticeKind.PURCHASE,
        is_preliminary=False,
    )


def match(  # noqa: PLR0913 -- each test names the side it is about
    key: str = "x1",
    amount: int = 5000,
    *,
    of: int = 1,
    orders: tuple[str, ...] = ("a",),
    charges: tuple[str, ...] = ("c1",),
    notices: tuple[str, ...] = (),
    currency: str = "JPY",
    is_disputed: bool = True,
    is_certain: bool = True,
    said: Said | None = None,
) -> Match:
    return Match(
        key=key,
        card=of,
        orders=orders,
        charges=charges,
        notices=notices,
        amount=Decimal(amount),
        currency=currency,
        reasons=(Reason.ORDER_TOTAL,),
        is_disputed=is_disputed,
        is_certain=is_certain,
        said=said,
    )


def matching(
    *matches: Match,
    unexplained: tuple[tuple[str, OpenCharge], ...] = (),
    gave_up: bool = False,
    disputed: tuple[str, ...] = (),
) -> Matching:
    return Matching(
        at=AT,
        findings=(),
        matches=matches,
        unexplained_charges=unexplained,
        unexplained_orders=(),
        gave_up=gave_up,
        disputed=disputed,
    )


def order(  # noqa: PLR0913 -- each test names the side it is about
    *,
    total: int | None = 5000,
    gift_card: int | None = None,
    points: int | None = None,
    card_part: int | None = None,
    unknown: int | None = None,
    state: OrderState = OrderState.PLACED,
    refunded: int | None = None,
    doubts: tuple[OrderDoubt, ...] = (),
    placed: date | None = INCIDENT,
    shipments: tuple[Shipment, ...] = (),
    currency: str = "JPY",
) -> Order:
    def money(yen: int | None) -> Decimal | None:
        return None if yen is None else Decimal(yen)

    noon = time(12, tzinfo=UTC)
    at = None if placed is None else datetime.combine(placed, noon)
    return Order(
        order_number="250-1234567-1234567",
        service="amazon.co.jp",
        layout="2025",
        placed_at=at,
        currency=currency,
        total=money(total),
        gift_card=money(gift_card),
        points=money(points),
        card=money(card_part),
        unknown=money(unknown),
        state=state,
        items=(),
        shipments=shipments,
        refunded=money(refunded),
        mails=("promise",),
        certainty=Certainty.CONFIRMED,
        doubts=doubts,
    )


def by_key(*charges: LoggedCharge) -> dict[str, LoggedCharge]:
    return {one.key: one for one in charges}
