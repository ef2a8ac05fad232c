"""Which rows of several files show the same charge."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.ledger import Ledger, Place, Row

ROWS = st.builds(
    Row,
    place=st.just(Place(0, 0)),
    pool=st.sampled_from([1, 2, "unknown"]),
    day=st.sampled_from([date(2026, 3, 1), date(2026, 3, 2), None]),
    amount=st.sampled_from([Decimal(100), Decimal(200), None]),
    currency=st.sampled_from(["JPY", "USD"]),
    shop=st.sampled_from(["a", "b"]),
)
FILES = st.lists(ROWS, max_size=8)


def placed(rows: list[Row], statement: int) -> list[Row]:
    return [
        replace(row, place=Place(statement, position))
        for position, row in enumerate(rows)
    ]


def added(*files: list[Row]) -> list[dict[Place, Place]]:
    ledger = Ledger()
    return [ledger.add(placed(rows, number)) for number, rows in enumerate(files, 1)]


def charges_of(*files: list[Row]) -> int:
    """Return how many charges the files show together."""
    repeats = added(*files)
    return sum(len(rows) for rows in files) - sum(map(len, repeats))


def row(amount: int = 100, shop: str = "a", *, is_open: bool = False) -> Row:
    return Row(
        place=Place(0, 0),
        pool=1,
        day=date(2026, 3, 1),
        amount=Decimal(amount),
        currency="JPY",
        shop=shop,
        is_open=is_open,
    )


@given(FILES)
def test_the_same_file_again_adds_nothing(rows: list[Row]) -> None:
    assert charges_of(rows, rows, list(reversed(rows))) == len(rows)


@given(FILES, st.data())
def test_a_part_of_a_file_adds_nothing(rows: list[Row], data: st.DataObject) -> None:
    part = [one for one in rows if data.draw(st.booleans())]
    assert charges_of(rows, part) == charges_of(part, rows) == len(rows)


@given(st.lists(FILES, max_size=4))
def test_equal_charges_are_as_many_as_the_file_with_most_of_them_shows(
    files: list[list[Row]],
) -> None:
    most: Counter[Row] = Counter()
    for rows in files:
        most |= Counter(rows)
    assert charges_of(*files) == most.total()


@given(st.lists(FILES, min_size=2, max_size=3), st.data())
def test_the_order_of_the_files_changes_no_number(
    files: list[list[Row]], data: st.DataObject
) -> None:
    assert charges_of(*files) == charges_of(*data.draw(st.permutations(files)))


@given(st.lists(FILES, max_size=4))
def test_a_row_repeats_an_earlier_file_and_no_two_repeat_one(
    files: list[list[Row]],
) -> None:
    for number, repeats in enumerate(added(*files), 1):
        assert len(set(repeats.values())) == len(repeats)
        assert all(first.statement < number for first in repeats.values())
        assert all(place.statement == number for place in repeats)


@given(FILES)
def test_confirming_every_row_under_another_name_adds_nothing(
    rows: list[Row],
) -> None:
    known = [one for one in rows if one.amount is not None]
    before = [replace(one, is_open=True) for one in known]
    after = [replace(one, shop=one.shop.upper()) for one in known]
    assert charges_of(before, after) == len(known)


def test_an_equal_name_goes_before_an_equal_amount() -> None:
    before = [row(shop="a", is_open=True), row(shop="b", is_open=True)]
    (_, repeats) = added(before, [row(shop="b"), row(shop="c")])
    assert repeats == {Place(2, 0): Place(1, 1), Place(2, 1): Place(1, 0)}


def test_two_closed_rows_of_other_shops_are_two() -> None:
    assert charges_of([row(shop="a")], [row(shop="b")]) == 2


def test_a_charge_abroad_gets_another_rate_when_it_is_confirmed() -> None:
    abroad = (Decimal("12.50"), "USD")
    before = replace(row(1900, is_open=True), abroad=abroad)
    assert charges_of([before], [replace(row(1935, "b"), abroad=abroad)]) == 1
    assert charges_of([before], [row(1935)]) == 1
    assert charges_of([before], [row(2100)]) == 2
    assert charges_of([replace(before, abroad=None)], [row(1935)]) == 2
    other = replace(row(1935), abroad=(Decimal("12.90"), "USD"))
    assert charges_of([before], [replace(other, shop="b")]) == 2


def test_undated_rows_of_two_months_are_two() -> None:
    fee = replace(row(), day=None, period="2026-03")
    assert charges_of([fee], [replace(fee, period="2026-04")], [fee]) == 2


def test_very_many_equal_rows_of_a_day_are_paired_one_by_one() -> None:
    many = [row() for _ in range(3000)]
    more = [replace(one, is_open=True, shop="b") for one in many]
    assert charges_of(many, many, more) == 3000


class Counted(str):
    """The name of a shop that counts how often it is looked up."""

    __slots__ = ()
    looks = 0

    def __hash__(self) -> int:
        Counted.looks += 1
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def test_a_day_is_not_gone_through_anew_for_each_file() -> None:
    Counted.looks = 0
    files = [[row(number, shop=Counted(f"shop {number}"))] for number in range(300)]
    assert charges_of(*files) == 300
    assert Counted.looks < 300 * 20
