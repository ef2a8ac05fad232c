"""Kana in Latin letters (Hepburn)."""

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
_WITHOUT_Y = ("sh", "ch", "j")
_WITHOUT_VOWEL = {"u": "w"}
_VOWELS_AND_Y = ("a", "i", "u", "e", "o", "y")

_TO_HIRAGANA = str.maketrans(
    {chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヴ") + 1)}
)


def latin(kana: str) -> str | None:
    """Return *kana* in Hepburn letters, None where something in it is no kana.

    Long vowels are spelt as the kana are: "toukyou", "raamen".
    """
    beats: list[str] = []
    stops = 0
    for sign in kana.translate(_TO_HIRAGANA):
        if sign == "っ":
            stops += 1
        elif sign in _LATIN:
            beats.append(_after(beats, _LATIN[sign], stops=stops))
            stops = 0
        elif not beats or not (joined := _joined(beats[-1], sign)):
            return None
        else:
            beats[-1] = joined
    return "".join(beats) or None


def _after(beats: list[str], beat: str, *, stops: int) -> str:
    """Return *beat* as it is spelt behind *beats* and a stop."""
    if stops and beat[0] not in "aiueon":
        return ("t" if beat.startswith("ch") else beat[0]) + beat
    if beats and beats[-1].endswith("n") and beat.startswith(_VOWELS_AND_Y):
        return "'" + beat
    return beat


def _joined(beat: str, sign: str) -> str:
    """Return *beat* with a small sign or a long mark behind it, or "" if none fits."""
    if sign == "ー":
        return beat + beat[-1] if beat[-1] in "aiueo" else ""
    stem = beat[:-1]
    if sign in _SMALL_Y and stem:
        return stem + ("" if stem.endswith(_WITHOUT_Y) else "y") + _SMALL_Y[sign]
    if sign in _SMALL_VOWELS:
        return _WITHOUT_VOWEL.get(beat, stem or beat) + _SMALL_VOWELS[sign]
    return ""
