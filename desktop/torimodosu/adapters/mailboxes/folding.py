"""NFKC and case folding of long texts, most of which these leave as they are.

`unicodedata` is quick to tell that a text is in NFKC already. But a single full-width
mark makes it take all of the text apart and put it together again, at 400 ns a letter;
and hardly a Japanese mail is without one.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice
from unicodedata import is_normalized, normalize

# Letters that NFKC neither changes nor joins to the one before: ASCII, Cyrillic,
# arrows, lines and boxes, Japanese marks, kana, ideographs, Hangul. There are others;
# to leave them out costs time alone.
_STABLE = (
    "\x00-\x7f\u0400-\u0482\u2190-\u2211\u2500-\u26ff\u3001-\u3029\u3041-\u3094"
    "\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
# Where all those are that NFKC changes; Hangul and most ideographs are elsewhere.
_CHANGING = (
    range(0x80, 0x3400),
    range(0xA000, 0xAC00),
    range(0xF900, 0x20000),
    range(0x2F800, 0x2FA20),
)
_UNSTABLE = re.compile(f"[^{_STABLE}]")
# What may change. Not "[...]+", which is three times as slow to search for.
RUN = re.compile(f"[^{_STABLE}][^{_STABLE}]*")
# Beyond so many runs it is better to take the rest of a text as a whole.
_MANY = 1000


def nfkc(text: str) -> str:
    """Return *text* in NFKC, as `unicodedata.normalize` does.

    Only runs of letters that may change are normalized, each with the letter before,
    to which an accent may be joined.
    """
    if is_normalized("NFKC", text):
        return text
    pieces: list[str] = []
    done = 0
    for run in islice(RUN.finditer(text), _MANY):
        start = max(run.start() - 1, done)
        pieces += (text[done:start], normalize("NFKC", text[start : run.end()]))
        done = run.end()
    return "".join((*pieces, normalize("NFKC", text[done:])))


def fold(text: str) -> str:
    """Return *text* with differences of width, case and composition taken away."""
    return nfkc(text).casefold()


def turning_into(texts: Iterable[str]) -> re.Pattern[str]:
    """Return what finds letters that become a part of one of *texts* by folding.

    The texts are folded. Where there is none of these letters, a text that holds one
    of them once it is in NFKC holds it as it stands, too.
    """
    parts = frozenset(normalize("NFKD", "".join(texts)))
    # Accents, and the parts of Hangul.
    joined = {part for part in parts if _UNSTABLE.match(part)}
    changed = (
        letter
        for letter, becomes in _changing().items()
        if not parts.isdisjoint(becomes)
    )
    letters = "".join(map(re.escape, sorted(joined.union(changed))))
    return re.compile(f"[{letters}]" if letters else r"(?!)")


@cache
def _changing() -> dict[str, str]:
    """Return the letters that NFKC changes, each with all that it is made of."""
    return {
        letter: normalize("NFKD", letter).casefold()
        for letter in map(chr, chain.from_iterable(_CHANGING))
        if not is_normalized("NFKC", letter)
    }
