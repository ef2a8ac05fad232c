"""The lists, made up and as they ship."""

import re
from hashlib import sha1

import pytest

from torimodosu.adapters.word_lists import load_passphrase_words, load_word_lists
from torimodosu.recovery.passwords.breach import Breach, BreachState
from torimodosu.recovery.passwords.leaked_list import LeakedList, rows_of
from torimodosu.recovery.passwords.ranked_words import Group, RankedWords, text_of
from torimodosu.recovery.passwords.romaji import one_spelling
from torimodosu.resources import resource


def test_words_are_found_by_their_first_three_letters() -> None:
    text = text_of(["sakura", "neko", "sakana"], ["sakuya", "sakurako"])
    assert text == "nek\to 2\nsak\tura 1 ana 3 uya -1 urako -2\n"
    words = RankedWords.from_text(text)
    places = {"ura": 1, "ana": 3, "uya": -1, "urako": -2}
    for _ in range(2):  # read, and known from then on
        assert words.beginning_with("sak") == Group(places, 5)
    assert words.beginning_with("inu") is None


def test_a_list_of_leaked_passwords_knows_their_order() -> None:
    listed = LeakedList(rows_of(["123456", "password", "さくら"]))
    known = [
        listed.rank_of(it) for it in ("123456", "password", "さくら", "sakura", "")
    ]
    assert known == [1, 2, 3, None, None]


def test_it_is_asked_by_hashes() -> None:
    listed = LeakedList(rows_of(["password"]))
    found, other = (sha1(text).hexdigest().upper() for text in (b"password", b"other"))  # noqa: S324 -- as lists have it
    assert listed.look_up([found, other]) == {
        found: Breach(state=BreachState.FOUND),
        other: Breach(state=BreachState.NOT_FOUND),
    }


def test_an_empty_list_holds_nothing() -> None:
    assert LeakedList().rank_of("password") is None


def test_the_shipped_lists_hold_what_they_should() -> None:
    lists = load_word_lists(resource("words"))
    assert lists.leaked.rank_of("123456") == 1
    assert lists.leaked.rank_of("070162") == 100_000
    group = lists.japanese.beginning_with("dor")
    assert group is not None
    assert 0 < group.places["aemon"] < 20_000


def test_no_list_shows_words_where_it_is_only_named() -> None:
    assert "aemon" not in repr(load_word_lists(resource("words")))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_words_for_passphrases_are_as_many_as_five_dice_throw(language: str) -> None:
    words = load_passphrase_words(resource("words"))[language]
    assert len(words) == len(set(words)) == 6**5
    assert [word for word in words if not re.fullmatch("[a-z-]{3,9}", word)] == []


def test_no_two_japanese_words_for_passphrases_sound_alike() -> None:
    words = load_passphrase_words(resource("words"))["ja"]
    assert len({one_spelling(word) for word in words}) == len(words)
