"""Made-up statements for what is kept of them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.log import StatementFile
from torimodosu.recovery.statements.statement import Charge, ChargeKind, StatementRead

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
BLUE, RED, SECOND_BLUE = (
    PaymentCard(issuer="smbc_card", nickname="Blue", last_four="4821"),
    PaymentCard(issuer="rakuten_card", nickname="Red", last_four="0935"),
    PaymentCard(issuer="smbc_card", nickname="", last_four="1111"),
)


def charge(
    day: int | None,
    amount: int | None,
    shop: str = "店",
    *,
    card: str = "",
    row: int = 1,
) -> Charge:
    """Return a charge of a day in March."""
    money = None if amount is None else Decimal(amount)
    return Charge(
        row=row,
        card=card,
        holder="",
        date=None if day is None else date(2026, 3, day),
        merchant=shop,
        merchant_normal=shop.casefold(),
        amount=money,
        billed=money,
        currency="JPY",
        foreign=None,
        kind=ChargeKind.PURCHASE,
        bill_date=date(2026, 4, 10),
    )


def statement(
    *charges: Charge, issuer: str = "smbc_card", is_open: bool = False
) -> StatementRead:
    """Return what was read of a file of *charges*, in rows from 1."""
    return StatementRead(
        issuer=issuer,
        layout="smbc_confirmed",
        account=Account.CARD,
        encoding="cp932",
        charges=tuple(replace(one, row=n) for n, one in enumerate(charges, 1)),
        skipped=(),
        sum=sum((one.amount or Decimal(0) for one in charges), Decimal(0)),
        doubts={},
        is_open=is_open,
    )


def file(name: str = "a.csv", *, card: int = 0) -> StatementFile:
    """Return a file whose SHA-256 follows from its name."""
    return StatementFile(sha256=name.encode().hex().zfill(64), name=name, card=card)
