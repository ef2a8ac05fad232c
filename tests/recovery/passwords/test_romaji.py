import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.kana import latin
from torimodosu.recovery.passwords.romaji import one_spelling, runs_of


@pytest.mark.parametrize(
    "spellings",
    [
        ("shinbun", "shimbun", "sinbun", "sinnbunn"),
        ("toukyou", "tokyo", "tookyoo", "toukyo", "tohkyoh"),
        ("matcha", "maccha", "mattya", "maxtucha", "maltsucha"),
        ("junko", "zyunko", "jyunko"),
        ("fuji", "huji", "huzi", "fudi"),
        ("ra-men", "raamen", "ramen"),
        ("kin'youbi", "kinyobi", "kinyoubi"),
        ("evangerion", "evangelion"),
        ("gakkou", "gaxtsukou", "gakko"),
        ("konnichiha", "konnnitiha"),
        ("Wo", "o"),
    ],
)
def test_a_word_is_one_however_it_is_spelt(spellings: tuple[str, ...]) -> None:
    assert len({one_spelling(word) for word in spellings}) == 1
    assert one_spelling(spellings[0]) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("kono", "konno"), ("saka", "sakka"), ("kata", "hata"), ("shi", "su")],
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert one_spelling(one) != one_spelling(other)


@pytest.mark.parametrize("word", ["", "password", "xyz", "sakura1", "さくら", "tōkyō"])
def test_what_is_not_japanese_throughout_has_no_spelling(word: str) -> None:
    assert one_spelling(word) is None


def test_runs_tell_where_they_stand() -> None:
    first, second = runs_of("12shinbun-xra-menq")
    assert (first.spelt, first.offsets) == ("sinbun", [0, 2, 3, 5, 6])
    assert (first.starts, first.ends) == ([2, 5, 6, 8], [5, 6, 8, 9])
    assert (second.spelt, second.starts, second.ends) == (
        "ramen",
        [11, 14, 16],
        [14, 16, 17],
    )


@given(st.text(st.sampled_from("あかさっゃしちつんーうおよりドヴぃ"), min_size=1))
def test_kana_in_latin_letters_can_be_read(kana: str) -> None:
    letters = latin(kana)
    assert letters is None or runs_of(letters)


@given(st.text())
def test_any_text_is_read_to_its_end(text: str) -> None:
    for run in runs_of(text.lower()):
        assert len(run.starts) == len(run.ends) == len(run.offsets) - 1
        assert run.offsets[-1] == len(run.spelt)
