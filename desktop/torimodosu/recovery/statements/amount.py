"""Amounts as statements print them."""

import re
import unicodedata
from decimal import Decimal

_LONGEST = 40
_MARKS = r"(?:¥|\\|\$|€|£|[A-Z]{3})?"
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]?){_MARKS}(?P<inside>[-+]?)"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(?P<fraction>\.[0-9]{1,6})?"
    r"(?P<behind>-?)(?:円|[A-Z]{3})?"
)
_IN_BRACKETS = re.compile(r"\((.{1,38})\)")
# The minus signs of typesetters and accountants.
_FOLDED = str.maketrans(dict.fromkeys("−‐‑–—―ー▲△", "-"))
_NOTHING = {"", "-", "--", "*"}
_MOST_DIGITS = 18


def folded_amount(text: str) -> str:
    """Return *text* in NFKC, with one kind of minus and without blanks."""
    if len(text) > _LONGEST:
        return text
    return "".join(unicodedata.normalize("NFKC", text).translate(_FOLDED).split())


def is_no_amount(text: str) -> bool:
    """Tell whether *text* is what stands in a cell without an amount."""
    return folded_amount(text) in _NOTHING


def amount_of(text: str) -> Decimal | None:
    """Return the amount that *text* consists of, or None.

    Commas part thousands; a minus stands in front or behind, or brackets around.
    """
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return Decimal(text)
    folded = folded_amount(text)
    bracketed = _IN_BRACKETS.fullmatch(folded)
    found = _AMOUNT.fullmatch(bracketed[1] if bracketed else folded)
    if found is None or len(folded) > _LONGEST:
        return None
    digits = found["whole"].replace(",", "") + (found["fraction"] or "")
    minus = (found["sign"] + found["inside"] + found["behind"]).count("-")
    amount = Decimal(digits)
    return -amount if bool(minus) != bool(bracketed) else amount
