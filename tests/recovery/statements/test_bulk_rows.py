"""Rows understood together are what each of them is by itself."""

import gc
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.reading import catalogue, lines
from tests.recovery.statements.sample import Sample
from tests.recovery.statements.samples import SAMPLES
from torimodosu.recovery.catalogue.statement_layout import Column, StatementLayout
from torimodosu.recovery.statements.charge_rows import ChargeReader
from torimodosu.recovery.statements.csv_rows import blocks_of, cells_of, rows_of
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.heading import read_heading
from torimodosu.recovery.statements.layout_choice import choose_layout

LAYOUTS_BY_ID = catalogue().statement_layouts
LAYOUTS = tuple(LAYOUTS_BY_ID.values())
DAYS = st.sampled_from(["2026/08/15", "２０２６/8/15", "R8.8.15", "", "9/9", "x"])
ALL_SHOPS = (
    *("アマゾン", " ｱﾏｿﾞﾝ", "年会費", "", "口座振替金額", "4980-1111-1111-4821"),
    "MAP APP　１０．００　換算レート／　１６６．５円",
)
SHOPS = st.sampled_from(ALL_SHOPS)
AMOUNTS = st.sampled_from(
    ["100", "007", "1,234", "-5", "１２", "", "-", "x", "12.50", "△3", "9" * 19]
)
NOTES = st.sampled_from(["", "", " ", "0.60　USD　110.712　08 17", "x"])


def reader_of(
    raw: bytes,
    name: str,
    layouts: Sequence[StatementLayout] = LAYOUTS,
    *,
    is_bulk: bool,
) -> ChargeReader | None:
    """Return what has read a file, None where it has no layout."""
    text = rows_of(decode(raw).text)
    chosen = choose_layout(text, layouts)
    if chosen is None:
        return None
    above = [
        cells
        for number, cells in cells_of(text, chosen.delimiter)
        if number <= chosen.header_row
    ]
    heading = read_heading(above, chosen.layout, name=name)
    reader = ChargeReader(chosen, heading, is_bulk=is_bulk)
    blocks = blocks_of(text, chosen.delimiter, start=len(above))
    reader.read(blocks, cut_row=0 if text.ends_with_newline else text.numbers[-1])
    return reader


def everything_of(
    raw: bytes, name: str, layouts: Sequence[StatementLayout], *, is_bulk: bool
) -> tuple[object, ...]:
    """Return all that is read of a file."""
    reader = reader_of(raw, name, layouts, is_bulk=is_bulk)
    if reader is None:
        return ()
    return (
        *(list(reader.charges), reader.skipped, reader.other_rows),
        *(reader.total.sum, reader.total.printed),
    )


def same(
    raw: bytes, name: str = "a.csv", layouts: Sequence[StatementLayout] = LAYOUTS
) -> bool:
    """Tell whether a layout was found, and both ways read the same."""
    one_by_one = everything_of(raw, name, layouts, is_bulk=False)
    assert everything_of(raw, name, layouts, is_bulk=True) == one_by_one
    return bool(one_by_one)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.layout)
def test_every_layout_is_read_the_same(sample: Sample) -> None:
    assert same(sample.raw, sample.name)
    assert same(sample.raw * 3, sample.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.layout)
def test_a_file_that_breaks_off_is_read_the_same(sample: Sample) -> None:
    for end in range(len(sample.raw) - 40, len(sample.raw)):
        same(sample.raw[:end], sample.name)
    assert same(sample.raw[:-3], sample.name)


ROW = st.builds(
    lambda day, shop, amount, billed, note: (
        f"{day},{shop},{amount},１,１,{billed},{note}"
    ),
    *(DAYS, SHOPS, AMOUNTS, AMOUNTS, NOTES),
)
ODD_ROW = st.sampled_from(
    [
        *("", ",,,,,", "笹野　様,4980-****-****-4821,ｉＤ", ",,,,,100,", "a,b"),
        *('2026/08/15,"アマゾン,100,１,１,100,', '2026/08/15,a"b,"c,1,１,１,1,'),
        *(",※弁済金※,,,,5047,", "2026/08/15,\0,1,１,１,1,"),
    ]
)


@given(st.lists(ROW | ROW | ODD_ROW, max_size=30))
def test_odd_rows_between_plain_ones_are_read_the_same(rows: list[str]) -> None:
    assert same(lines("2026/08/15,店,100,１,１,100,", *rows))


PLAIN = "利用日,利用店名,利用者,利用金額"
SMALL_ROW = st.builds(
    lambda day, shop, holder, amount: f'{day},{shop},{holder},"{amount}"',
    *(DAYS, SHOPS, st.sampled_from(["本人", ""]), AMOUNTS),
)


@given(st.lists(SMALL_ROW | ODD_ROW, max_size=30))
def test_rows_below_a_header_are_read_the_same(rows: list[str]) -> None:
    assert same(lines(PLAIN, *rows))


CHASE = "Transaction Date,Post Date,Description,Category,Type,Amount"
CHASE_ROW = st.builds(
    lambda shop, kind, amount: (
        f'08/15/2026,08/16/2026,{shop},Shopping,{kind},"{amount}"'
    ),
    *(SHOPS, st.sampled_from(["Sale", "Return", "Payment", "Fee", "x"]), AMOUNTS),
)


@given(st.lists(CHASE_ROW, max_size=30))
def test_rows_that_print_money_out_as_negative_are_read_the_same(
    rows: list[str],
) -> None:
    assert same(lines(CHASE, *rows))


MONTHLY = f"{PLAIN},支払月"
MONTH_ROW = st.builds(
    lambda row, month: f"{row},{month}",
    SMALL_ROW,
    st.sampled_from(["7月", "7月", "11月以降", "2026年3月", "'26/10", "", "x"]),
)


@given(st.lists(MONTH_ROW | ODD_ROW, max_size=30))
def test_months_of_payment_are_read_the_same(rows: list[str]) -> None:
    layout = LAYOUTS_BY_ID["plain_card"]
    columns = {**layout.columns, Column.BILL_MONTH: ("支払月",)}
    monthly = [replace(layout, columns=columns)]
    assert same(lines(MONTHLY, *rows), layouts=monthly)


def test_shops_that_blocks_have_in_common_are_read_the_same() -> None:
    later = "店", *ALL_SHOPS, "返品手数料"
    shops = [*ALL_SHOPS[:3], *["アマゾン"] * 300, *ALL_SHOPS[1:], *later * 200]
    assert same(lines(*(f"2026/08/15,{shop},100,１,１,100," for shop in shops)))


@pytest.fixture
def _no_garbage_is_looked_for() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_garbage_is_looked_for")
def test_what_was_read_takes_no_memory_once_it_is_let_go() -> None:
    reader = reader_of(lines(PLAIN, "2026/08/15,店,本人,100"), "a.csv", is_bulk=True)
    assert reader is not None
    charges = weakref.ref(reader.charges)
    assert charges() is not None
    del reader
    assert charges() is None
