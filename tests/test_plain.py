import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torimodosu.plain import NotPlainError, from_plain, to_plain
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.orders.order import Order

MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(fold=0))
PRICES = st.decimals(allow_nan=False)


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    price: Decimal | None
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    name: str
    count: int
    is_new: bool
    day: date
    at: datetime | None
    parts: tuple[Part, ...]
    by_colour: Mapping[Colour, int]
    note: str = "none"


WHOLE = Whole(
    name="品\ud800",
    count=2**70,
    is_new=True,
    day=date(2026, 3, 13),
    at=datetime(2026, 3, 13, 23, 50, 0, 1, tzinfo=UTC),
    parts=(
        Part(price=Decimal("10.50"), colour=Colour.RED),
        Part(price=None, colour=Colour.RED),
    ),
    by_colour={Colour.RED: 3},
)


def test_a_value_survives_the_way_through_json() -> None:
    text = json.dumps(to_plain(WHOLE))
    assert text.isascii()
    assert from_plain(Whole, json.loads(text)) == WHOLE


@given(PRICES)
def test_amounts_stay_exact(price: Decimal) -> None:
    part = Part(price=price, colour=Colour.RED)
    again = from_plain(Part, json.loads(json.dumps(to_plain(part))))
    assert str(again.price) == str(price)


@settings(max_examples=30)
@given(st.builds(Order, placed_at=MOMENTS | st.none()))
def test_every_order_survives(order: Order) -> None:
    plain = json.loads(json.dumps(to_plain(order)))
    # By their words: an amount that is no number equals nothing, not even itself.
    assert repr(from_plain(Order, plain)) == repr(order)


@settings(max_examples=30)
@given(st.builds(KeptMail, date=MOMENTS | st.none()))
def test_every_kept_mail_survives(mail: KeptMail) -> None:
    assert from_plain(KeptMail, json.loads(json.dumps(to_plain(mail)))) == mail


def test_a_field_that_is_left_out_takes_its_default() -> None:
    plain = to_plain(WHOLE)
    assert isinstance(plain, dict)
    del plain["note"]
    assert from_plain(Whole, plain).note == "none"


@pytest.mark.parametrize(
    "change",
    [
        {"name": 1},
        {"count": "1"},
        {"count": True},
        {"is_new": 1},
        {"day": "tomorrow"},
        {"day": 20260313},
        {"at": 0},
        {"parts": {}},
        {"parts": [{"price": "dear", "colour": "red"}]},
        {"parts": [{"price": 1.5, "colour": "red"}]},
        {"parts": [{"price": None, "colour": "blue"}]},
        {"parts": [{"price": None}]},
        {"by_colour": []},
        {"by_colour": {"blue": 1}},
        {"unheard": 1},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, object]) -> None:
    plain = to_plain(WHOLE)
    assert isinstance(plain, dict)
    with pytest.raises(NotPlainError):
        from_plain(Whole, plain | change)


def test_what_has_no_plain_form_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        to_plain(object())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    sums: tuple[tuple[str, Decimal | None, Colour], ...]


SUMS = Sums(sums=(("JPY", Decimal("10.50"), Colour.RED), ("", None, Colour.RED)))


def test_each_part_of_a_tuple_has_its_own_kind() -> None:
    assert from_plain(Sums, json.loads(json.dumps(to_plain(SUMS)))) == SUMS


@pytest.mark.parametrize(
    "parts", [["JPY", "1"], ["JPY", "1", "red", 1], "JPY", [1, 2, 3]]
)
def test_a_tuple_with_other_parts_is_refused(parts: object) -> None:
    with pytest.raises(NotPlainError):
        from_plain(Sums, {"sums": [parts]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    colours: frozenset[Colour]


def test_a_set_is_written_in_an_order_that_is_always_the_same() -> None:
    palette = Palette(colours=frozenset(Colour))
    plain = to_plain(palette)
    assert plain == {"colours": sorted(colour.value for colour in Colour)}
    assert from_plain(Palette, plain) == palette
