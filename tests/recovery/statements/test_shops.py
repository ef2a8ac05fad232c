"""Shops that are read together are the shops that they are one by one."""

from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.merchant import normal_merchant, normal_merchants
from torimodosu.recovery.statements.shop import shop_of, shops_of

PARTS = st.sampled_from(
    [
        *("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "ｱﾏｿﾞﾝ", "ﾞ", "\u3099", "か", "É", "e\u0301", "ß"),
        *(" ", "　", "\t", "\x1f", "\u2028", "\x85", "-", "－", "ー", "・", "’", ","),
        *("VISA国内利用 VS ", "利用国US", "利用", "　10.00　換算レート／　150.5円"),
        *("4980-1111-1111-4821", "4111111111111111", "1234", "\n", "İ", "ﬁ", "㍿"),
    ]
)
CELLS = st.lists(st.lists(PARTS, max_size=5).map("".join), max_size=6)


@given(CELLS)
def test_names_are_folded_as_each_by_itself(cells: list[str]) -> None:
    assert [*normal_merchants(cells)] == [*map(normal_merchant, cells)]


@given(CELLS)
def test_cells_are_read_as_each_by_itself(cells: list[str]) -> None:
    assert [*shops_of(cells)] == [*map(shop_of, cells)]


@given(st.lists(st.text(max_size=6), max_size=6))
def test_any_names_are_folded_as_each_by_itself(cells: list[str]) -> None:
    assert [*normal_merchants(cells)] == [*map(normal_merchant, cells)]


def test_names_of_very_many_signs_are_folded_as_each_by_itself() -> None:
    names = ["".join(map(chr, range(at, at + 50))) for at in range(0x3100, 0x3400, 50)]
    assert [*normal_merchants(names)] == [*map(normal_merchant, names)]


def test_a_long_name_is_cut_as_by_itself() -> None:
    names = ["店" * 401, "店"]
    assert [*normal_merchants(names)] == ["店" * 400, "店"]
