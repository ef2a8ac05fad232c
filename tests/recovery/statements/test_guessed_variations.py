"""A statement that nobody has described says the same however its table is arranged."""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recovery.statements.reading import outcome
from torimodosu.recovery.statements.statement import StatementRead

# Day, shop, amount and a column that is no part of a charge; how a day and the decimals
# are written, and whether money out is negative.
BANKS = (
    (("Buchungstag", "Auftraggeber", "Betrag", "Kundenreferenz"), "%d.%m.%Y", ",", -1),
    (("Date", "Description", "Amount (USD)", "Check Number"), "%m/%d/%Y", ".", -1),
    (("Transaction date", "Narrative", "Debit", "Reference"), "%d %b %Y", ".", 1),
    (("Date opération", "Libellé", "Montant", "Numéro de compte"), "%d/%m/%Y", ",", -1),
    (("ご利用日", "ご利用店名", "ご利用金額", "支払区分"), "%Y/%m/%d", "", 1),
    (("取引日", "摘要", "お引出し", "番号"), "%Y年%m月%d日", "", 1),
)
SHOPS = ("Bakery Rot", "Kino Blau", "花の市", "Book, shop", "Café Grün")
Charges = list[tuple[date, str, int]]
days = st.integers(0, 200).map(lambda n: date(2026, 4, 1) + timedelta(n))
charges = st.lists(
    st.tuples(days, st.sampled_from(SHOPS), st.integers(100, 999_999)),
    min_size=2,
    max_size=6,
)


def printed(cents: int, decimal: str, sign: int) -> str:
    """Return an amount in the way of a country; yen have no decimals."""
    amount = f"{cents:,}" if not decimal else f"{Decimal(cents) / 100:,.2f}"
    if decimal == ",":
        amount = amount.translate(str.maketrans(",.", ".,"))
    return f"{'-' if sign < 0 else ''}{amount}"


@given(charges, st.sampled_from(BANKS), st.data())
@settings(max_examples=150)
def test_the_order_of_columns_and_rows_changes_nothing(
    made: Charges,
    bank: tuple[Sequence[str], str, str, int],
    data: st.DataObject,
) -> None:
    names, form, decimal, sign = bank
    if len({day.day for day, _, _ in made if day.day > 12}) == 0:
        made = [(date(2026, 10, 13), SHOPS[0], 12_345), *made]
    order = data.draw(st.permutations(range(len(names))))
    is_loud = data.draw(st.booleans())
    rows = data.draw(st.permutations(made))
    output = io.StringIO(newline="")
    writer = csv.writer(output, delimiter=data.draw(st.sampled_from(",;\t")))
    head = [names[place] for place in order]
    writer.writerow([name.upper() for name in head] if is_loud else head)
    for day, shop, cents in rows:
        amount = printed(cents, decimal, sign)
        row = (f"{day:{form}}", shop, amount, "1回" if not decimal else "")
        writer.writerow(row[place] for place in order)
    encoding = data.draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
    read = outcome(output.getvalue().encode(encoding), name="export.csv")
    assert isinstance(read, StatementRead)
    unit = 100 if decimal else 1
    told = [(one.date, one.merchant, one.amount) for one in read.charges]
    assert told == [(day, shop, Decimal(cents) / unit) for day, shop, cents in rows]
    assert read.skipped == ()
