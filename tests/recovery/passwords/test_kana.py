import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.japanese_keys import typed_as_kana
from torimodosu.recovery.passwords.kana import beats_of, latin


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("おはようございます", "ohayougozaimasu"),
        ("しゃしん", "shashin"),
        ("まっちゃ", "matcha"),
        ("がっこう", "gakkou"),
        ("ティッシュ", "tisshu"),
        ("ラーメン", "raamen"),
        ("きんようび", "kin'youbi"),
        ("しんいち", "shin'ichi"),
        ("ファミリー", "famirii"),
        ("ウィスキー", "wisukii"),
        ("ヴァイオリン", "vaiorin"),
        ("チェック", "chekku"),
        ("か゛っこう", "gakkou"),
        ("は゜ん", "pan"),
        ("あっ", None),
        ("っ", None),
        ("ー", None),
        ("漢字", None),
        ("さくら1", None),
        ("ゃま", None),
        ("", None),
    ],
)
def test_kana_are_spelt_as_hepburn_does(kana: str, letters: str | None) -> None:
    assert latin(kana) == letters


def test_beats_tell_where_they_stand() -> None:
    beats = [(beat.text, beat.start, beat.end) for beat in beats_of("x2きゃっと、ん")]
    assert beats == [("kya", 2, 4), ("tto", 4, 6), ("n", 7, 8)]


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x30FF)))
def test_beats_follow_one_another(text: str) -> None:
    reached = 0
    for beat in beats_of(text):
        assert reached <= beat.start < beat.end <= len(text)
        reached = beat.end


@pytest.mark.parametrize(
    ("keys", "kana"),
    [
        ("6f94b@x@ejr", "おはようこ゛さ゛います"),
        ("x@hkf7", "さ゛くのはや"),
        ("#E$%&'()Z", "ぁぃぅぇぉゃゅょっ"),
        ("QWA", "QWA"),
        ("~ é", "~ é"),
    ],
)
def test_keys_are_read_as_the_kana_on_them(keys: str, kana: str) -> None:
    assert typed_as_kana(keys) == kana
