from datetime import date

import pytest

from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.statement_layout import (
    Column,
    DateForm,
    Head,
    RowMeaning,
    RowRule,
    StatementLayout,
)

HEAD = {"format": 1, "version": "2026.11.1", "last_checked": date(2026, 11, 22)}
LAYOUT: dict[str, object] = {
    "issuer": "a_card",
    "account": "card",
    "currency": "JPY",
    "dates": "yymmdd",
    "header": ["Date", "Shop"],
    "columns": {"date": ["Date"], "merchant": ["Shop"]},
    "heads": {"total": ["Total"]},
    "rows": [{"means": "total", "patterns": ["^Sum", "^All"]}],
    "undated": ["adjustment"],
    "source": "a page",
    "grade": "B",
}


def layout_of(**fields: object) -> StatementLayout:
    """Return the layout of a pack, with some other *fields*; None takes one out."""
    table = {k: v for k, v in {**LAYOUT, **fields}.items() if v is not None}
    pack = {"pack": HEAD, "statement_layouts": {"a_layout": table}}
    return read_catalogue({"a.toml": pack}).statement_layouts["a_layout"]


def test_a_layout_is_read() -> None:
    layout = layout_of()
    assert (layout.id, layout.issuer, layout.dates) == (
        "a_layout",
        "a_card",
        DateForm.YYMMDD,
    )
    assert layout.columns == {Column.DATE: ("Date",), Column.MERCHANT: ("Shop",)}
    assert layout.heads == {Head.TOTAL: ("Total",)}
    assert layout.undated is RowMeaning.ADJUSTMENT
    assert layout.rows == (
        RowRule(pattern="^Sum", means=RowMeaning.TOTAL),
        RowRule(pattern="^All", means=RowMeaning.TOTAL),
    )


def test_a_layout_without_header_has_a_width() -> None:
    layout = layout_of(
        header=None, width={"least": 6, "most": 7}, places={"date": 0, "amount": 2}
    )
    assert layout.width == (6, 7)
    assert layout.places == {Column.DATE: 0, Column.AMOUNT: 2}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"header": None}, "header"),
        ({"width": {"least": 6, "most": 7}}, "header"),
        ({"width": {"least": 6, "most": 5}, "header": None}, "width.most"),
        ({"dates": "someday"}, "dates"),
        ({"columns": {"datum": ["Date"]}}, "columns.datum"),
        ({"rows": [{"means": "total", "patterns": ["a+"]}]}, "rows[0].patterns[0]"),
        ({"rows": [{"means": "nothing", "patterns": ["a"]}]}, "rows[0].means"),
        ({"currency": "yen"}, "currency"),
    ],
)
def test_a_wrong_field_of_a_layout_is_named(
    fields: dict[str, object], field: str
) -> None:
    with pytest.raises(CatalogueError) as caught:
        layout_of(**fields)
    faults = [fault.field for fault in caught.value.faults]
    assert faults == [f"statement_layouts.a_layout.{field}"]
