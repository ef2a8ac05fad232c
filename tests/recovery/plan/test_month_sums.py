from datetime import date
from decimal import Decimal

from tests.recovery.statements.cards import charge, match, matching
from torimodosu.recovery.plan.card_work import MonthSum
from torimodosu.recovery.plan.month_sums import month_sums
from torimodosu.recovery.statements.disputes import disputes_of
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.statement import ChargeKind
from torimodosu.recovery.statements.words import CardWords

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
CHARGES = {
    one.key: one
    for one in (
        charge("a", 5000),
        charge("b", 900, day=date(2026, 11, 30)),
        charge("c", -5000, day=date(2026, 12, 18)),
        charge("d", 700, of=2, currency="USD"),
        charge("e", 800, kind=ChargeKind.PAYMENT),
        charge("f", None),
        charge("g", 600, day=None),
        charge("h", 400, day=date(2026, 12, 1), is_open=True),
    )
}
GONE = ExpectedReturn(
    key="x:card",
    order="x",
    means=Means.CARD,
    card=1,
    amount=Decimal(400),
    currency="JPY",
    state=ReturnState.VANISHED,
    returned=Decimal(0),
    charges=("h",),
)


def test_the_sums_of_each_card_month_and_currency() -> None:
    found = matching(match(charges=("a",)))
    disputes = disputes_of(found, CHARGES, {}, CardWords())

    def of(number: int, month: date, out: int, disputed: int, back: int) -> MonthSum:
        return MonthSum(
            card=number,
            month=month,
            currency="USD" if number == 2 else "JPY",
            out=Decimal(out),
            disputed=Decimal(disputed),
            back=Decimal(back),
        )

    assert month_sums(CHARGES.values(), disputes, (GONE,)) == (
        of(1, NOVEMBER, 5900, 5000, 0),
        of(1, DECEMBER, 0, 0, 5000),
        of(2, NOVEMBER, 700, 0, 0),
    )


def test_no_charges_have_no_sums() -> None:
    assert month_sums((), (), ()) == ()
