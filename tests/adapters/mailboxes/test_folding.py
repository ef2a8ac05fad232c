import sys
from unicodedata import combining, is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.folding import RUN, fold, nfkc, turning_into

# Two planes, and the one block behind them that NFKC changes.
ALL = [
    chr(code)
    for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0x2F800, 0x2FA20))
]
COMPATIBLE = "".join(map(chr, range(0x2F800, 0x2FA20)))
MIXED = st.one_of(
    st.text(),
    st.text(
        alphabet="本日は！　ｱﾞソ\u3099ー…Ａa é\u0301e\u0327한\u1112\u11ab각", max_size=40
    ),
    st.lists(st.sampled_from(ALL), max_size=20).map("".join),
)


@given(MIXED)
def test_runs_are_normalized_as_the_whole_text_is(text: str) -> None:
    assert nfkc(text) == normalize("NFKC", text)


def test_no_letter_is_passed_over_that_changes_or_is_joined_to_another() -> None:
    passed_over = {letter for letter in ALL if not RUN.match(letter)}
    assert len(passed_over) > 30_000
    assert is_normalized("NFKC", "".join(sorted(passed_over)))
    assert not any(map(combining, passed_over))
    joined = {part for letter in ALL for part in normalize("NFD", letter)[1:]}
    assert passed_over.isdisjoint(joined)


def test_nothing_changes_outside_of_what_is_looked_at() -> None:
    rest = "".join(map(chr, range(0x20000, sys.maxunicode + 1)))
    assert is_normalized("NFKC", rest.replace(COMPATIBLE, ""))


def test_folding_takes_away_width_case_and_composition() -> None:
    assert fold("Ａmａzoｎ ｱﾏｿﾞﾝ ソ\u3099") == "amazon アマゾン ゾ"


@pytest.mark.parametrize("wanted", ["a", "ゾ", "みどりや電器", "한", "株"])
def test_every_letter_that_becomes_a_part_of_a_text_is_known(wanted: str) -> None:
    pattern = turning_into([wanted])
    parts = set(normalize("NFKD", wanted))
    for letter in ALL:
        if parts & set(normalize("NFKD", letter).casefold()):
            is_changed = not is_normalized("NFKC", letter) or combining(letter) > 0
            assert bool(pattern.search(letter)) >= is_changed


NAMES = ["みどりや", "アマゾン", "한국", "ガス"]


@given(
    st.text(
        alphabet="アマゾソンみどとりやﾏｱｿﾞﾝ\u3099한국\u1112\u1161\u11ab㋐㌀ｶガカス！"
    )
)
def test_where_no_letter_turns_into_a_name_it_stands_in_the_text(text: str) -> None:
    if not turning_into(NAMES).search(text):
        for name in NAMES:
            assert name in text or name not in normalize("NFKC", text)


def test_nothing_turns_into_no_text() -> None:
    assert not turning_into([]).search("Ａｱ\u3099")
