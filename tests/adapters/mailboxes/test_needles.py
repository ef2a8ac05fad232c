import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.needles import Anchors

WORDS = [b"midoriya", b"card.example", b"pay.test", b"qa.pay.jp"]
PIECES = [*WORDS, b"midori", b"ya", b"card", b".example", b"pay", b".test", b".jp"]


@given(st.lists(st.sampled_from([*PIECES, b" ", b"\xe3"]), max_size=8).map(b"".join))
def test_with_and_without_the_accelerator_the_same_is_found(text: bytes) -> None:
    anchors = Anchors(WORDS)
    expected = any(word in text for word in WORDS)
    assert anchors.are_in(text) is expected
    assert anchors.are_found_in(text) is expected


@pytest.mark.parametrize("before", [0, 2**17 - 9, 2**17 - 1, 2**17, 2**18 - 4, 10**6])
def test_a_word_is_found_wherever_it_stands_in_a_long_text(before: int) -> None:
    anchors = Anchors(WORDS)
    assert not anchors.are_in(b"-" * (before + 99))
    assert anchors.are_in(b"-" * before + b"qa.pay.jp" + b"-" * 99)


@pytest.mark.parametrize("words", [[], [b""]])
def test_no_word_is_in_no_text_and_an_empty_one_in_each(words: list[bytes]) -> None:
    assert Anchors(words).are_in(b"text") is bool(words)
