from datetime import date

import pytest

from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.notice_layout import (
    Action,
    NoticeField,
    NoticeLayout,
)
from torimodosu.recovery.catalogue.reading import read_catalogue

HEAD = {"format": 1, "version": "2026.11.1", "last_checked": date(2026, 11, 22)}
LAYOUT: dict[str, object] = {
    "labels": {"used_at": ["利用日"], "merchant": ["利用先"], "amount": ["利用金額"]},
    "actions": {"return": ["返品", "返金"]},
    "refused": ["利用不可"],
    "preliminary": ["^速報"],
    "currency": "JPY",
    "source": "a page",
    "grade": "B",
}


def layout_of(**fields: object) -> NoticeLayout:
    """Return the layout of a pack, with some other *fields*; None takes one out."""
    table = {k: v for k, v in {**LAYOUT, **fields}.items() if v is not None}
    names = {"ja": "あ", "en": "A"}
    issuers = {"a_card": {"name": names, "notice_layouts": [table]}}
    catalogue = read_catalogue({"a.toml": {"pack": HEAD, "issuers": issuers}})
    (layout,) = catalogue.issuers["a_card"].notice_layouts
    return layout


def test_a_layout_is_read_as_written() -> None:
    layout = layout_of()
    assert layout.labels == {
        NoticeField.USED_AT: ("利用日",),
        NoticeField.MERCHANT: ("利用先",),
        NoticeField.AMOUNT: ("利用金額",),
    }
    assert layout.actions == {Action.RETURN: ("返品", "返金")}
    assert (layout.refused, layout.preliminary) == (("利用不可",), ("^速報",))
    assert (layout.sequence, layout.after, layout.no_shops) == ((), (), ())
    assert (layout.currency, layout.source.text) == ("JPY", "a page")


def test_a_sequence_takes_the_place_of_labels() -> None:
    layout = layout_of(labels=None, sequence=["merchant", "used_at", "amount"])
    assert layout.labels == {}
    assert layout.sequence == (
        NoticeField.MERCHANT,
        NoticeField.USED_AT,
        NoticeField.AMOUNT,
    )


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("labels", {"used_at": ["利用日"]}, "labels"),
        ("labels", {"amount": ["１"]}, "labels.amount[0]"),
        ("labels", {"price": ["利用金額"]}, "labels.price"),
        ("sequence", ["used_at", "amount"], "sequence"),
        ("sequence", ["used_at", "card", "amount"], "sequence"),
        ("sequence", ["used_at", "price", "amount"], "sequence[1]"),
        ("actions", {"return": ["返　品"]}, "actions.return[0]"),
        ("preliminary", ["速報*"], "preliminary[0]"),
        ("currency", "yen", "currency"),
        ("currency", None, "currency"),
    ],
)
def test_a_fault_is_told_where_it_is(field: str, value: object, told: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        layout_of(**{field: value})
    where = f"issuers.a_card.notice_layouts[0].{told}"
    assert where in [fault.field for fault in caught.value.faults]
