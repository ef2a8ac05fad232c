from decimal import Decimal

import pytest

from tests.recovery.statements.reading import catalogue, lines, read
from tests.recovery.statements.sample import Sample
from tests.recovery.statements.samples import SAMPLES
from torimodosu.recovery.catalogue.statement_layout import Column, StatementLayout
from torimodosu.recovery.statements.statement import Doubt, Foreign, StatementRead

by_layout = pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.layout)
LAYOUTS = catalogue().statement_layouts


def sample_of(layout: str) -> Sample:
    (sample,) = (one for one in SAMPLES if one.layout == layout)
    return sample


def read_sample(layout: str) -> StatementRead:
    sample = sample_of(layout)
    return read(sample.raw, name=sample.name)


def test_every_shipped_layout_has_a_sample() -> None:
    assert {sample.layout for sample in SAMPLES} == set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.id)
def test_a_layout_says_where_day_shop_and_amount_stand(
    layout: StatementLayout,
) -> None:
    columns = {**layout.columns, **layout.places}
    assert {Column.DATE, Column.MERCHANT, Column.AMOUNT} <= columns.keys()


@by_layout
def test_a_statement_is_read_wholly(sample: Sample) -> None:
    statement = read(sample.raw, name=sample.name)
    assert (statement.layout, statement.encoding) == (sample.layout, sample.encoding)
    assert statement.issuer == LAYOUTS[sample.layout].issuer
    assert statement.skipped == ()
    assert [
        (
            charge.date.isoformat() if charge.date else None,
            charge.merchant,
            None if charge.amount is None else str(charge.amount),
            charge.kind.value,
        )
        for charge in statement.charges
    ] == list(sample.charges)


@by_layout
def test_the_sum_agrees_with_the_printed_total(sample: Sample) -> None:
    statement = read(sample.raw, name=sample.name)
    assert str(statement.sum) == sample.sum
    if sample.total is None:
        assert (statement.printed_total, statement.totals_agree) == (None, None)
    else:
        assert statement.printed_total == Decimal(sample.total)
        assert statement.totals_agree


@by_layout
def test_a_charge_belongs_to_a_card_a_holder_and_a_bill(sample: Sample) -> None:
    last = read(sample.raw, name=sample.name).charges[-1]
    bill = None if last.bill_date is None else last.bill_date.isoformat()
    if last.date is not None:
        assert last.holder == sample.holder
    month = None if last.bill_month is None else last.bill_month.isoformat()[:7]
    assert (last.card, bill) == (sample.card, sample.bill_date)
    assert month == sample.bill_month
    assert last.currency == LAYOUTS[sample.layout].currency


@pytest.mark.parametrize(
    "sample", [s for s in SAMPLES if b'"' not in s.raw], ids=lambda s: s.layout
)
@pytest.mark.parametrize("delimiter", ["\t", "|"])
def test_a_table_saved_with_another_separator_is_the_same(
    sample: Sample, delimiter: str
) -> None:
    text = sample.raw.decode(sample.encoding).replace(",", delimiter)
    other = read(text.encode(sample.encoding), name=sample.name)
    assert other.charges == read(sample.raw, name=sample.name).charges


@by_layout
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-8"])
def test_the_encoding_does_not_matter(sample: Sample, encoding: str) -> None:
    text = sample.raw.decode(sample.encoding)
    other = read(text.encode(encoding), name=sample.name)
    assert other.encoding == encoding
    assert other.charges == read(sample.raw, name=sample.name).charges


@pytest.mark.parametrize(
    ("layout", "at", "amount", "currency", "rate"),
    [
        ("rakuten_closed", 0, "10.00", "USD", "150.300"),
        ("smbc_confirmed", 1, "0.60", "USD", "110.712"),
        ("smbc_open", 1, "12.34", "USD", "162.07"),
        ("epos_new", 0, "11", "USD", "163.454545"),
        ("orico_meisai", 1, "10.00", "", "166.5000"),
        ("dc_nicos", 0, "20.00", "EUR", "163.0"),
    ],
)
def test_a_charge_abroad_tells_what_the_shop_took(
    layout: str, at: int, amount: str, currency: str, rate: str
) -> None:
    charge = read_sample(layout).charges[at]
    assert charge.foreign == Foreign(
        amount=Decimal(amount), currency=currency, rate=Decimal(rate)
    )


def test_a_charge_at_home_has_no_amount_abroad() -> None:
    assert read_sample("smbc_open").charges[0].foreign is None


def test_several_cards_in_one_file_are_told_apart() -> None:
    charges = read_sample("smbc_confirmed").charges
    assert [charge.card for charge in charges] == ["1111", "1111", "4821", "4821"]


def test_a_card_number_masked_at_its_end_is_not_known() -> None:
    raw = sample_of("smbc_confirmed").raw.replace(b"-4821", b"-3***")
    assert read(raw).charges[2].card == ""


def test_the_rows_of_each_file_are_numbered_as_an_editor_does() -> None:
    assert [charge.row for charge in read_sample("view_meisai").charges] == [8, 9, 10]


def test_rows_that_are_no_charges_are_counted_by_what_they_are() -> None:
    other = read_sample("orico_meisai").other_rows
    assert other == {"head": 6, "blank": 1, "end": 1, "after_end": 2}


def test_a_total_that_differs_is_told() -> None:
    statement = read(sample_of("smbc_confirmed").raw.replace(b"9513", b"9514"))
    assert statement.totals_agree is False
    assert Doubt.TOTAL_DIFFERS in statement.doubts


def test_a_month_with_more_refunds_than_purchases_has_a_negative_total() -> None:
    statement = read(
        lines(
            "笹野　みどり　様,4980-****-****-1111,カード",
            "2026/08/15,時計の丘,-3400,１,１,-3400,",
            ",,,,,-3400,",
        )
    )
    assert statement.printed_total == Decimal(-3400)
    assert statement.totals_agree


def test_a_statement_without_its_end_is_doubted() -> None:
    statement = read(lines("2026/08/15,時計の丘,3400,１,１,3400,"))
    assert statement.doubts == {Doubt.END_MISSING: ()}


def test_a_name_that_repeats_a_month_fits_in_any_month() -> None:
    raw = sample_of("rakuten_2019").raw.decode("utf-8-sig")
    moved = raw.replace("10月", "1月").replace("11月", "2月").encode("utf-8-sig")
    assert read(moved).sum == Decimal(10240)


OPEN = {"rakuten_open", "smbc_open", "epos_new"}


@by_layout
def test_what_the_issuer_may_still_change_is_known(sample: Sample) -> None:
    statement = read(sample.raw, name=sample.name)
    assert statement.is_open is (sample.layout in OPEN)


def test_a_single_row_that_is_not_confirmed_makes_a_file_open() -> None:
    closed = sample_of("mufg_card_meisai").raw
    opened = closed.replace('"確定",'.encode("cp932"), '"未確定",'.encode("cp932"))
    assert read(opened).is_open
