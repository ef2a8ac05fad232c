"""Names of shops, so that two spellings of one can be compared."""

import re
import unicodedata

# Of two shops only a long name is the same for so long.
_LONGEST = 400
_DASHES = "-−‐‑‒–—―─－"
_DROPPED = ".。・,'’"
_FOLDED = re.compile(f"[{re.escape(_DASHES + _DROPPED)}]")
_MARK_OF_ISSUER = "利用"
# What Rakuten puts in front: brand and place of the use, and a code of the network.
_PREFIX = re.compile(
    r"(?:VISA|マスター|JCB|AMEX|アメックス)?(?:国内|海外)利用 ?"
    r"(?:VS|MZZ|[A-Z]{2,3}|[0-9])? (?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"利用国[A-Z]{2,3}$")


def normal_merchant(text: str) -> str:
    """Return *text* folded: NFKC, without case, blanks, dots and kinds of dashes.

    Sound marks that stand apart join their kana. What an issuer itself adds to the name
    of the shop is left out.
    """
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    if _MARK_OF_ISSUER in folded:
        folded = _PLACE.sub("", _PREFIX.sub("", folded, count=1))
    joined = "".join(folded.casefold().split())
    if _FOLDED.search(joined):
        joined = _FOLDED.sub(_fold, joined)
    return unicodedata.normalize("NFC", joined)


def _fold(sign: re.Match[str]) -> str:
    return "" if sign[0] in _DROPPED else "ー"
