"""European texts in the one-byte encodings of Windows, told from Japanese ones.

In CP932 common characters begin with the bytes 0x81 to 0x9F, which European letters
hardly ever use, and half-width kana stand in rows, while letters with accents stand
alone between plain ones.
"""

import re
from collections import Counter
from collections.abc import Mapping

_SAMPLE = 1 << 16
_HIGH = re.compile(rb"[\x80-\xff]{1,4000}")
_FIRST_LETTER = 0xA0
# Among Czech letters, of which most of these are, hardly one in six is so low.
_MOST_LOW = 0.3
_MOST_IN_A_ROW = 2
_SIGNS = "€£§©®°«»„“”‚‘’–—…•´`¨ºª¿¡ \u00ad"
# Letters of each language beyond a to z, after the main exemplar characters of Unicode
# CLDR 45 (cldr.unicode.org), in the encoding in which Windows writes them.
_LETTERS: Mapping[str, tuple[str, ...]] = {
    "cp1252": (
        *("äöüß", "àâæçèéêëîïôœùûüÿ", "áéíñóúü", "àèéìíîòóùú", "àáâãçéêíóôõúü"),
        *("áäéëíïóöúü", "åäöé", "æøåéóòôêà", "áéíóúýþæöð"),
    ),
    "cp1250": (
        *("áčďéěíňóřšťúůýž", "ąćęłńóśźż", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű"),
        *("čćđšž", "ăâîşţ"),
    ),
}


def western_encoding(raw: bytes) -> str:
    """Return the one-byte encoding that *raw* is in, "" where it is none of them."""
    start = _HIGH.search(raw)
    runs = _HIGH.findall(raw, start.start(), start.start() + _SAMPLE) if start else []
    letters = Counter(b"".join(runs))
    if not letters:
        return ""
    low = sum(count for byte, count in letters.items() if byte < _FIRST_LETTER)
    in_rows = sum(len(run) for run in runs if len(run) > _MOST_IN_A_ROW)
    total = letters.total()
    if low > total * _MOST_LOW or in_rows > total / 2:
        return ""
    return _likeliest(letters)


def _likeliest(letters: Counter[int]) -> str:
    """Return the encoding in which most of *letters* are of one language."""
    best, most = "cp1252", 0
    for encoding, languages in _LETTERS.items():
        for known in languages:
            told = sum(
                count
                for byte, count in letters.items()
                if bytes([byte]).decode(encoding, "replace").lower() in known + _SIGNS
            )
            if told > most:
                best, most = encoding, told
    return best
