"""Names of shops, so that two spellings of one can be compared."""

import re
import unicodedata
from collections.abc import Sequence

# Of two shops only a long name is the same for so long.
_LONGEST = 400
_FOLDED = {**dict.fromkeys("-−‐‑‒–—―─－", "ー"), **dict.fromkeys(".。・,'’", "")}
_MARK_OF_ISSUER = "利用"
# What Rakuten puts in front: brand and place of the use, and a code of the network.
_PREFIX = re.compile(
    r"(?:VISA|マスター|JCB|AMEX|アメックス)?(?:国内|海外)利用 ?"
    r"(?:VS|MZZ|[A-Z]{2,3}|[0-9])? (?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"利用国[A-Z]{2,3}$")
_BLANK = re.compile(r"[^\S\n]+")


def normal_merchant(text: str) -> str:
    """Return *text* folded: NFKC, without case, blanks, dots and kinds of dashes.

    Sound marks that stand apart join their kana. What an issuer itself adds to the name
    of the shop is left out.
    """
    folded = unicodedata.normalize("NFKC", text[:_LONGEST])
    return _normal("".join(_of_shop(folded).casefold().split()))


def normal_merchants(texts: Sequence[str]) -> Sequence[str]:
    """Return what `normal_merchant` makes of each of *texts*, in far less time.

    As lines of one text they are folded together: nothing folds across a line end.
    """
    if not texts or any("\n" in text or len(text) > _LONGEST for text in texts):
        return [*map(normal_merchant, texts)]
    folded = unicodedata.normalize("NFKC", "\n".join(texts))
    if _MARK_OF_ISSUER in folded:
        folded = "\n".join(map(_of_shop, folded.split("\n")))
    folded = folded.casefold().replace(" ", "")  # most blanks, in less time
    return _normal(_BLANK.sub("", folded)).split("\n")


def _of_shop(folded: str) -> str:
    """Return a name without what the issuer has added to it."""
    if _MARK_OF_ISSUER not in folded:
        return folded
    return _PLACE.sub("", _PREFIX.sub("", folded.strip(), count=1))


def _normal(blankless: str) -> str:
    # One sign after the other: a text has few of them, and is looked through at once.
    for sign, fold in _FOLDED.items():
        blankless = blankless.replace(sign, fold)
    return unicodedata.normalize("NFC", blankless)
