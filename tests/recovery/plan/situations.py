"""Situations of the story: the same Friday night, seen at different moments."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.case.case import (
    Answers,
    Case,
    MailPlace,
    PaymentCard,
    SignIn,
)
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.orders.order import Order, OrderState, Ownership
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
BURST = FRIDAY_NIGHT - 5 * HOUR
CARD = PaymentCard(issuer="smbc", nickname="いつもの", last_four="1234")


def case(
    *, sign_in: SignIn = SignIn.NO, cards: tuple[PaymentCard, ...] = (CARD,)
) -> Case:
    answers = Answers(
        service="amazon.co.jp",
        noticed=date(2026, 3, 13),
        sign_in=sign_in,
        mail_place=MailPlace.THUNDERBIRD,
        cards=cards,
    )
    return Case(number=1, answers=answers)


def order(  # noqa: PLR0913 -- each test names the side it is about
    *,
    placed_at: datetime | None = BURST,
    total: int | None = 5000,
    gift_card: int | None = 5000,
    card: int | None = None,
    unknown: int | None = None,
    to_the_day: bool = False,
) -> Order:
    def amount(yen: int | None) -> Decimal | None:
        return None if yen is None else Decimal(yen)

    return Order(
        order_number="250-1234567-1234567",
        service="amazon.co.jp",
        layout="2025",
        placed_at=placed_at,
        currency="JPY",
        total=amount(total),
        gift_card=amount(gift_card),
        points=None,
        card=amount(card),
        unknown=amount(unknown),
        state=OrderState.PLACED,
        items=(),
        shipments=(),
        refunded=None,
        mails=(),
        certainty=Certainty.CONFIRMED,
        placed_to_the_day=to_the_day,
    )


def box(*, newest: datetime | None) -> Covered:
    return Covered(source="/mail/Inbox", messages=2000, size=1 << 20, newest=newest)


def saved(
    orders: Mapping[str, Order],
    ownership: Mapping[str, Ownership],
    *said: Step,
    of: Case | None = None,
    at: datetime = FRIDAY_NIGHT,
) -> Snapshot:
    """Return a case whose mails were read, kept, sealed and found whole at *at*."""
    return Snapshot(
        at=at,
        case=of or case(),
        kept={MailKind.ORDER_CONFIRMATION: 14},
        orders=orders,
        ownership=ownership,
        covered=(box(newest=at),),
        read_at=at,
        orders_at=at,
        seal=Seal(at=at, sha256="0" * 64),
        verification=Verification(at=at, faults=0),
        said=dict.fromkeys(said, at),
    )
