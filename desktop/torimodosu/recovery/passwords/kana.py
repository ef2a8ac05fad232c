"""Kana in Latin letters (Hepburn), beat by beat."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さ すせそ",
    "t": "た  てと",
    "n": "なにぬねの",
    "h": "はひ へほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざ ずぜぞ",
    "d": "だ  でど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_LATIN = {
    kana: onset + vowel
    for onset, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != " "
}
_LATIN |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "wo", "ん": "n"}
_LATIN |= {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji"}
_LATIN |= {"ぢ": "ji", "づ": "zu", "ゔ": "vu", "ゐ": "i", "ゑ": "e", "ゎ": "wa"}
_SMALL_Y = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SMALL_VOWELS = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
# The marks that make "ga" and "pa" of "ka" and "ha", alone and combining.
_MARKS = {"゛": "\u3099", "゜": "\u309a"}
_WITHOUT_Y = ("sh", "ch", "j")
_VOWELS = "aiueo"

_TO_HIRAGANA = str.maketrans(
    {chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヴ") + 1)}
)


class Beat(NamedTuple):
    """A beat in Latin letters, with where its kana begin and, exclusive, end."""

    text: str
    start: int
    end: int
    kana: str


def latin(kana: str) -> str | None:
    """Return *kana* in Hepburn letters, None where something in it is no kana.

    Long vowels are spelt as the kana are: "toukyou", "raamen".
    """
    beats = list(beats_of(kana))
    reached = 0
    for beat in beats:
        if beat.start != reached:
            return None
        reached = beat.end
    return "".join(beat.text for beat in beats) if 0 < reached == len(kana) else None


def beats_of(text: str) -> Iterator[Beat]:
    """Yield the beats in the kana of *text*; what is no kana stays out."""
    last: Beat | None = None
    stop: int | None = None
    for at, sign in enumerate(text.translate(_TO_HIRAGANA)):
        joined = _joined(last, sign) if last and last.end == at else None
        if joined is not None:
            last = joined
        elif sign == "っ":
            stop = at
        else:
            if last is not None:
                yield last
            last = _begun(last, sign, at, stop) if sign in _LATIN else None
            stop = None
    if last is not None:
        yield last


def _begun(before: Beat | None, sign: str, at: int, stop: int | None) -> Beat:
    """Return the beat that *sign* begins at *at*."""
    text, start = _LATIN[sign], at
    if stop == at - 1 and text[0] not in "aiueon":
        text, start = ("t" if text.startswith("ch") else text[0]) + text, stop
    elif before and before.end == at and before.text.endswith("n"):
        text = ("'" if text[0] in "aiueoy" else "") + text
    return Beat(text, start, at + 1, sign)


def _joined(beat: Beat, sign: str) -> Beat | None:
    """Return *beat* with a small sign or a mark behind it, None where it fits none."""
    stem = beat.text[:-1]
    text, kana = "", beat.kana
    if sign == "ー" and beat.text[-1] in _VOWELS:
        text = beat.text + beat.text[-1]
    elif sign in _SMALL_Y and stem:
        text = stem + ("" if stem.endswith(_WITHOUT_Y) else "y") + _SMALL_Y[sign]
    elif sign in _SMALL_VOWELS:
        text = ("w" if beat.text == "u" else stem) + _SMALL_VOWELS[sign]
    elif sign in _MARKS:
        kana = unicodedata.normalize("NFC", beat.kana + _MARKS[sign])
        if kana in _LATIN:
            text = beat.text.removesuffix(_LATIN[beat.kana]) + _LATIN[kana]
    return Beat(text, beat.start, beat.end + 1, kana) if text else None
