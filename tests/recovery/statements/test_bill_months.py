"""The month of payment that rows print."""

from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.reading import lines, read
from torimodosu.recovery.statements.bill_months import BillMonths
from torimodosu.recovery.statements.charge_table import ChargeTable
from torimodosu.recovery.statements.day import month_in
from torimodosu.recovery.statements.statement import Charge, ChargeKind

RAKUTEN = (
    '"利用日","利用店名・商品名","利用者","支払方法","利用金額","手数料/利息","支払総額",'
    '"支払月","1月支払金額","当月請求額","2月繰越残高","2月以降請求額"'
)


def used(day: date | None) -> Charge:
    return Charge(
        row=1,
        card="",
        holder="",
        date=day,
        merchant="店",
        merchant_normal="店",
        amount=Decimal(1),
        billed=None,
        currency="JPY",
        foreign=None,
        kind=ChargeKind.PURCHASE,
        bill_date=None,
    )


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *((text, date(2026, 3, 1)) for text in ("2026年3月", "2026/03", "'26/3")),
        *(
            (text, date(2026, 3, 1))
            for text in ("２０２６年０３月", " 2026-3 ", "26/03")
        ),
        *((text, 7) for text in ("7月", "07月", "７ 月")),
        *((text, None) for text in ("11月以降", "7", "", "2026年13月", "0月", "13月")),
        *((text, None) for text in ("2026年3月4日", "9999/03", "1" * 50)),
    ],
)
def test_a_month_is_read_with_its_year_or_by_its_number(
    text: str, month: date | int | None
) -> None:
    assert month_in(text) == month


@pytest.mark.parametrize(
    ("days", "number", "month"),
    [
        ([date(2026, 6, 28)], 7, date(2026, 7, 1)),
        ([date(2026, 12, 28)], 1, date(2027, 1, 1)),
        # Bought long ago and paid in parts, beside something new.
        ([date(2025, 5, 3), date(2026, 6, 28), None], 7, date(2026, 7, 1)),
        ([date(2026, 6, 28)], 1, date(2026, 1, 1)),
        ([date(2026, 6, 28)], 12, date(2026, 12, 1)),
        ([None], 7, None),
    ],
)
def test_a_month_without_a_year_is_the_one_nearest_to_the_newest_use(
    days: list[date | None], number: int, month: date | None
) -> None:
    table = ChargeTable.of(map(used, days))
    months = BillMonths(table)
    months.add(0, [number] * len(days))
    months.settle()
    assert [charge.bill_month for charge in table] == [month] * len(days)


def test_a_row_that_says_from_when_on_has_no_month_and_most_rows_tell_that_of_all() -> (
    None
):
    statement = read(
        lines(
            RAKUTEN,
            '"2026/12/05","道の駅","本人","1回払い","400","0","400","1月","400","400","0","0"',
            '"2026/12/06","時計の丘","本人","1回払い","9","0","9","2月以降","0","0","9","9"',
            '"2026/12/07","花の市","本人","2回払い","8","0","8","2月","0","0","8","8"',
            '"2026/12/08","花の市","本人","1回払い","8","0","8","1月","8","8","0","0"',
        )
    )
    january, february = date(2027, 1, 1), date(2027, 2, 1)
    months = [charge.bill_month for charge in statement.charges]
    assert months == [january, None, february, january]
    assert ChargeTable.of(statement.charges).usual_bill_month == january


def test_no_month_is_usual_where_none_is_printed() -> None:
    assert ChargeTable.of([used(date(2026, 6, 28))]).usual_bill_month is None
