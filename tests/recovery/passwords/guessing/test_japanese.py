import pytest

from torimodosu.recovery.passwords.guessing.japanese import JapaneseWords
from torimodosu.recovery.passwords.guessing.match import Pattern
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.ranked_words import RankedWords, text_of

LIST = RankedWords.from_text(text_of(["sakura", "ohayo", "genki"], ["miyuki"]))


def found(text: str) -> dict[str, float]:
    """Return each part of *text* that is Japanese with its fewest guesses."""
    parts: dict[str, float] = {}
    for match in JapaneseWords(LIST).found_in(Typed.of(text)):
        part = text[match.start : match.end]
        parts[part] = min(match.guesses, parts.get(part, match.guesses))
    return parts


@pytest.mark.parametrize(
    ("text", "part", "guesses"),
    [
        ("sakura", "sakura", 1),
        ("Sakura", "Sakura", 2),
        ("xOHAYOU9", "OHAYOU", 4),
        ("ohayoo", "ohayoo", 2),
        ("miyuki", "miyuki", 1),
        ("s@kura", "s@kura", 8),
        ("5@kur4", "5@kur4", None),
        ("arukas", "arukas", 2),
        ("サクラ!", "サクラ", 1),
        ("おはよう", "おはよう", 2),
        ("genkidesu", "genkidesu", 18),
        ("sakurachan", "sakurachan", 3),
        ("aiueokaki", "aiueokaki", 105),
    ],
)
def test_japanese_is_found(text: str, part: str, guesses: float | None) -> None:
    assert found(text).get(part) == guesses


def test_words_typed_on_kana_keys_are_found() -> None:
    # おはよう and げんき.
    assert found("6f94") == {"6f94": 6}
    assert found(":@yg") == {":@yg": 9}
    assert found("XHO:@YG") == {}


def test_few_keys_are_no_word() -> None:
    # さくら.
    assert found("xho") == {}


@pytest.mark.parametrize("text", ["", "xyz", "sak", "sakur", "123456", "!?", "猫"])
def test_nothing_is_found_in_what_is_not_japanese(text: str) -> None:
    assert found(text) == {}


def test_names_are_told_from_words_and_the_persons_own_words_from_both() -> None:
    words = JapaneseWords(LIST, {"kurumizawa": 1})
    text = "sakura-miyuki-kurumizawa"
    patterns = {match.word: match.pattern for match in words.found_in(Typed.of(text))}
    assert patterns["sakura"] is Pattern.JAPANESE_WORD
    assert patterns["miyuki"] is Pattern.JAPANESE_NAME
    assert patterns["kurumizawa"] is Pattern.OWN_WORD
