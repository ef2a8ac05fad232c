"""A case with four cards, and what was worked out about them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from tests.fakes.clock import JAPAN
from torimodosu.recovery.case.case import (
    Answers,
    Case,
    MailPlace,
    PaymentCard,
    SignIn,
)
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.orders.order import Order, OrderState, Ownership
from torimodosu.recovery.plan.card_work import CardWork, MonthSum
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.deadline import Deadline, Due, DueDay, LetterData
from torimodosu.recovery.statements.log import (
    ImportedStatement,
    LoggedCharge,
    Sighting,
)
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.recovery.statements.statement import (
    Charge,
    ChargeKind,
    Doubt,
    Skipped,
    Why,
)
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.recovery.statements.which_card.matching import Matching, OpenCharge

AT = datetime(2026, 11, 22, 21, 6, tzinfo=JAPAN)
CARDS = (
    PaymentCard(issuer="smbc_card", nickname="", last_four="4821", number=1),
    PaymentCard(issuer="rakuten_card", nickname="", last_four="0935", number=2),
    PaymentCard(
        issuer="epos",
        nickname="買い物",
        last_four="7712",
        number=3,
        is_registered=False,
    ),
    PaymentCard(issuer="jcb", nickname="", last_four="2260", number=4),
)
CASE = Case(
    number=1,
    answers=Answers(
        service="amazon.co.jp",
        noticed=date(2026, 11, 21),
        sign_in=SignIn.YES,
        mail_place=MailPlace.FILES,
        cards=CARDS,
    ),
)
_YEN = "JPY"
_MONTHS = tuple(
    date(2026 + number // 12, number % 12 + 1, 1) for number in range(8, 8 + 15)
)


def order(number: str, *, gift: int = 0, card: int = 0) -> Order:
    """Return an order that was paid with a gift balance and a card."""
    total = Decimal(gift + card)
    return Order(
        order_number=number,
        service="amazon.co.jp",
        layout="new",
        placed_at=datetime(2026, 11, 20, 19, 42, tzinfo=JAPAN),
        currency=_YEN,
        total=total,
        gift_card=Decimal(gift),
        points=None,
        card=Decimal(card),
        unknown=None,
        state=OrderState.CANCELLED,
        items=(),
        shipments=(),
        refunded=None,
        mails=(number[-1] * 64,),
        certainty=Certainty.CONFIRMED,
    )


ORDERS: Mapping[str, Order] = {
    one.order_number or "": one
    for one in (
        order("250-0000001-0000001", gift=60200),
        order("250-0000002-0000002", card=27960),
        order("250-0000003-0000003", card=10000),
    )
}


def charge(
    key: str, amount: int | None, *, card: int = 1, statement: int = 1, row: int = 4
) -> LoggedCharge:
    """Return a charge of the shop, on the day of the orders."""
    sum_ = None if amount is None else Decimal(amount)
    return LoggedCharge(
        key=key,
        card=card,
        charge=Charge(
            row=row,
            card="4821",
            holder="",
            date=date(2026, 11, 20),
            merchant="ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
            merchant_normal="AMAZON.CO.JP",
            amount=sum_,
            billed=None,
            currency=_YEN,
            foreign=None,
            kind=ChargeKind.PURCHASE,
            bill_date=date(2027, 1, 26),
        ),
        sightings=(Sighting(statement=statement, row=row, amount=sum_, is_open=False),),
    )


STATEMENT = ImportedStatement(
    number=1,
    card=1,
    sha256="1" * 64,
    name="202611.csv",
    at=AT,
    issuer="smbc_card",
    layout="smbc",
    account=Account.CARD,
    is_open=False,
    first=date(2026, 11, 2),
    last=date(2026, 11, 20),
    bill_date=date(2027, 1, 26),
    rows=12,
    skipped=(),
    printed_total=Decimal(41280),
    sum=Decimal(41280),
    totals_agree=True,
)
ODD = replace(
    STATEMENT,
    number=2,
    card=2,
    sha256="2" * 64,
    name="202610.csv",
    skipped=(Skipped(row=7, why=Why.CUT_OFF), Skipped(row=9, why=Why.NO_DATE)),
    totals_agree=False,
    sum=Decimal(39000),
    doubts={Doubt.TOTAL_DIFFERS: (), Doubt.DATE_IN_FUTURE: (3, 5)},
    is_open=True,
)
STATEMENTS = (STATEMENT, ODD)


def expected(
    order_key: str, means: Means, amount: int | None, state: ReturnState
) -> ExpectedReturn:
    """Return money that must come back for one of the orders."""
    return ExpectedReturn(
        key=f"{order_key}:{means.value}",
        order=order_key,
        means=means,
        card=1 if means is Means.CARD else 0,
        amount=None if amount is None else Decimal(amount),
        currency=_YEN,
        state=state,
        returned=Decimal(0),
        seen_on=date(2026, 11, 22) if state.is_closed else None,
        look_again=None if state.is_closed else date(2026, 12, 10),
    )


KEYS = tuple(ORDERS)
RETURNS = (
    expected(KEYS[0], Means.GIFT_CARD, 60200, ReturnState.RESTORED),
    expected(KEYS[1], Means.CARD, 27960, ReturnState.PROMISED),
    expected(KEYS[2], Means.CARD, 10000, ReturnState.PROMISED),
    expected(KEYS[2], Means.POINTS, None, ReturnState.EXPECTED),
)
LIMITS = (
    Deadline(
        card=1,
        clock=Clock.BACK_FROM_REPORT,
        days=60,
        counted_from=date(2026, 11, 20),
        ends_on=date(2027, 1, 19),
        act_by=date(2027, 1, 19),
        is_supposed=False,
    ),
    Deadline(
        card=2,
        clock=Clock.AFTER_STATEMENT_NOTICE,
        days=60,
        counted_from=date(2026, 11, 27),
        ends_on=date(2027, 1, 26),
        act_by=date(2027, 1, 26),
        is_supposed=True,
    ),
)
DUE = (
    DueDay(on=date(2026, 12, 4), what=Due.STATEMENT_OUT, card=3),
    DueDay(
        on=date(2026, 12, 10),
        what=Due.REFUND_ON_STATEMENT,
        card=1,
        amount=Decimal(37960),
        currency=_YEN,
    ),
    DueDay(on=date(2027, 1, 19), what=Due.REPORT_LIMIT, card=1),
    DueDay(on=date(2027, 1, 26), what=Due.REPORT_LIMIT, card=2, is_done=True),
    DueDay(on=date(2027, 11, 30), what=Due.WATCH_ENDS, card=0),
)
LETTERS = (
    LetterData(
        card=1,
        charges=(
            (date(2026, 11, 20), "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", Decimal(27960), _YEN),
            (None, "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", None, _YEN),
        ),
        orders=KEYS[1:],
        total=((_YEN, Decimal(27960)),),
        first=date(2026, 11, 20),
        deadline=LIMITS[0],
    ),
)


def _cell(card: int, month: date) -> CardMonth:
    state = MonthState.NOT_OUT
    if month <= date(2026, 10, 1):
        state = MonthState.CLEAN
    elif month == date(2026, 11, 1):
        state = (MonthState.FINDINGS, MonthState.MISSING)[card > 2]
    return CardMonth(
        card=card,
        month=month,
        state=state,
        out_on=month.replace(day=10),
        pays_on=month.replace(day=26),
        statements=(card,) if state is MonthState.FINDINGS else (),
        is_said=card == 4 and state is MonthState.CLEAN,
    )


WATCH = WatchLog(
    months=_MONTHS,
    cells=tuple(_cell(card.number, month) for card in CARDS for month in _MONTHS),
    ends_on=date(2027, 11, 30),
)
SUMS = tuple(
    MonthSum(
        card=card,
        month=month,
        currency=_YEN,
        out=Decimal(out),
        disputed=Decimal(disputed),
        back=Decimal(back),
    )
    for card, month, out, disputed, back in (
        (1, date(2026, 9, 1), 21400, 0, 0),
        (1, date(2026, 10, 1), 18200, 0, 1980),
        (1, date(2026, 11, 1), 41280, 27960, 10000),
        (2, date(2026, 11, 1), 12480, 2480, 0),
        (4, date(2026, 10, 1), 3000, 0, 0),
    )
)
WORK = CardWork(
    at=AT,
    matching=Matching(
        at=AT,
        findings=(),
        matches=(),
        unexplained_charges=(("small", OpenCharge.SMALL_TEST),),
        unexplained_orders=(),
    ),
    charges={"small": charge("small", 100)},
    returns=RETURNS,
    watch=WATCH,
    deadlines=LIMITS,
    due=DUE,
    letters=LETTERS,
    sums=SUMS,
)


SNAPSHOT = Snapshot(
    at=AT,
    case=CASE,
    orders=ORDERS,
    ownership=dict.fromkeys(ORDERS, Ownership.NOT_MINE),
    orders_at=AT,
    statements=STATEMENTS,
    card_work=WORK,
)
