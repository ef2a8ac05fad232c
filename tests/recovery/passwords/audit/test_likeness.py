"""Passwords that are nearly the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.audit.likeness import like_groups, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tanaka2019", "Tanaka2020!"),
        ("hellopass", "hellopass01"),
        ("sakura!", "123sakura"),
        ("P@ssw0rd", "password1"),
        ("hanako-1985", "hanako_1986"),
        ("さくら咲く2019", "さくら咲く2020"),
        ("Ｔanaka1", "tanaka2"),
        ("x9#kQ2mLw0z", "x9#kQ2mLw1z"),  # one is another
        ("x9#kQ2mLw0z", "x9#kQ2mLw0z1"),  # one more
        ("x9#kQ2mLw0z", "x9#kQ2Lw0z"),  # one less
        ("20190401", "20190402"),
        ("tanaka2019-tokyo", "Tanaka2020-tokyo"),
        ("ABCDEF", "abcdef"),
    ],
)
def test_who_knows_one_soon_finds_the_other(one: str, other: str) -> None:
    assert like_groups({one: (), other: ()}) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tanaka2019", "suzuki2019"),
        ("x9#kQ2mLw0z", "x9#kQ2mLzz0"),
        ("abcdef", "bcdefg"),
        ("123456", "654321"),
        ("1234", "1235"),
        ("abc1", "abc2"),
        ("a1", "b1"),
        ("", "1"),
        ("tulip-orbit-canyon-violin", "maple-quartz-lantern-otter"),
        ("q" * 60, "q" * 61 + "x"),
    ],
)
def test_others_have_nothing_in_common(one: str, other: str) -> None:
    assert like_groups({one: (), other: ()}) == []


def test_some_people_add_the_site_to_one_password() -> None:
    labels = {"hanahana-amazon": {"amazon"}, "hanahana-rakuten": {"rakuten"}}
    assert len(like_groups(labels)) == 1


def test_the_name_of_a_site_alone_is_no_stem() -> None:
    assert like_groups({"amazon1": {"amazon"}, "rakuten1": {"rakuten"}}) == []


def test_likeness_is_passed_on() -> None:
    labels = dict.fromkeys(["sakura-hill1", "sakura-hill2", "Sakura-hil1", "other"], ())
    assert like_groups(labels) == [["sakura-hill1", "sakura-hill2", "Sakura-hil1"]]


@pytest.mark.parametrize(
    ("password", "stems"),
    [
        ("Tanaka2020!", {"tanaka"}),
        ("123456", set()),
        ("!!abc!!", set()),
        ("p@ss-word9", {"pass-word", "p@ss-word"}),
        ("hana2019ko", {"hana2oi9ko", "hana\0ko"}),
    ],
)
def test_a_stem_is_what_is_left(password: str, stems: set[str]) -> None:
    assert stems_of(password) == stems


@given(st.lists(st.text(max_size=12), unique=True, max_size=30))
def test_each_password_is_in_one_group_at_most(passwords: list[str]) -> None:
    groups = like_groups(dict.fromkeys(passwords, ()))
    grouped = [password for group in groups for password in group]
    assert len(set(grouped)) == len(grouped)
    assert set(grouped) <= set(passwords)
    assert all(len(group) > 1 for group in groups)


def one_edit_apart(one: str, other: str) -> bool:
    """Tell it by definition, for the rule that finds it without comparing all."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == len(shorter):
        return sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


@given(st.text("012", min_size=6, max_size=8), st.text("012", min_size=6, max_size=8))
def test_two_passwords_of_figures_are_alike_by_one_edit(one: str, other: str) -> None:
    if one != other:
        found = bool(like_groups({one: (), other: ()}))
        assert found == one_edit_apart(one, other)
