"""What a person reads the same in another form says the same."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recovery.statements.reading import lines, outcome, read
from tests.recovery.statements.sample import Sample
from tests.recovery.statements.samples import SAMPLES
from tests.recovery.statements.variations import variations
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.statement import Charge, StatementRead, Why

BY_YEAR = [sample for sample in SAMPLES if sample.layout != "chase_card"]
Told = tuple[object, ...]


def told_by(charge: Charge) -> Told:
    return (
        *(charge.date, charge.merchant, charge.amount, charge.billed),
        *(charge.kind, charge.card, charge.holder, charge.bill_date),
    )


@given(st.sampled_from(BY_YEAR), variations())
@settings(max_examples=200)
def test_a_statement_says_the_same_in_every_way_of_writing_it(
    sample: Sample, written: Callable[[str], bytes]
) -> None:
    plain = read(sample.raw, name=sample.name)
    varied = outcome(written(decode(sample.raw).text), name=sample.name)
    assert isinstance(varied, StatementRead)
    assert varied.layout == plain.layout
    assert list(map(told_by, varied.charges)) == list(map(told_by, plain.charges))
    assert varied.skipped == ()
    assert varied.totals_agree == plain.totals_agree


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_rows_without_blank_cells_at_their_end_are_whole(end: str) -> None:
    header = "利用日,利用店名,利用金額,備考"
    rows = "2026/01/05,喫茶　ひばり,980", "2026/01/06,花の市,1200"
    raw = ("\r\n".join((header, *rows)) + end).encode("cp932")
    statement = read(raw)
    assert [charge.amount for charge in statement.charges] == [980, 1200]
    assert statement.skipped == ()


def test_a_last_row_that_is_shorter_than_all_others_is_cut_off() -> None:
    header = "利用日,利用店名,利用金額,備考"
    rows = "2026/01/05,喫茶　ひばり,980,", "2026/01/06,花の市,12"
    statement = read("\r\n".join((header, *rows)).encode("cp932"))
    assert [charge.amount for charge in statement.charges] == [980]
    assert [one.why for one in statement.skipped] == [Why.CUT_OFF]


def test_a_blank_row_below_the_names_of_columns_parts_them_from_nothing() -> None:
    names = "注文日,注文番号,商品名,価格,クレカ請求日"
    row = "2026/01/05,250-1111111-1111111,本,980,2026/01/06"
    assert not isinstance(outcome(lines(names, row)), StatementRead)
    assert not isinstance(outcome(lines(names, "", row)), StatementRead)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.layout)
def test_a_remark_below_the_charges_is_no_charge(sample: Sample) -> None:
    plain = read(sample.raw, name=sample.name)
    remark = "\r\n※明細は変わることがあります。\r\n"
    encoding = "cp932" if sample.encoding == "cp932" else "utf-8"
    noted = read(sample.raw + remark.encode(encoding), name=sample.name)
    assert list(map(told_by, noted.charges)) == list(map(told_by, plain.charges))
    assert noted.skipped == ()
