"""Amounts of the formats in which programs exchange statements (OFX, QIF).

OFX (2.2, section 3.2.9.2) lets a comma or a point stand before the decimals and parts
no thousands, Quicken writes as Americans do; banks do both in the way of their country.
"""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from torimodosu.recovery.statements.printed_number import (
    folded_number,
    printed_amount,
)

_UNITS = ("$", "€", "£", "¥", "\\")
# A sign with three digits behind it may part thousands, or be what it is elsewhere.
_OPEN = re.compile(r"[^0-9.,]*[0-9]{1,3}(?P<sign>[.,])[0-9]{3}[^0-9.,]*")
_OTHER = {".": ",", ",": "."}


def decimal_in(texts: Iterable[str]) -> str:
    """Return what surely stands before the decimals in *texts*, "" where none tells.

    One sign with three digits behind it and no more than three in front tells nothing.
    """
    folded = (folded_number(text) for text in texts)
    marks = Counter(_mark_of(text) for text in folded if not _OPEN.fullmatch(text))
    told = marks["."] - marks[","]
    return ("." if told > 0 else ",") if told else ""


def exchanged_amount(text: str, decimal: str) -> Decimal | None:
    """Return the amount that *text* is, or None.

    *decimal* is what stands before the decimals in the same file, "" where that is not
    known. Then a comma before three digits parts thousands, as hardly any currency has
    three decimals, and a point does not, as in both formats.
    """
    folded = folded_number(text)
    usual = decimal or "."
    mark = usual if _OPEN.fullmatch(folded) else _mark_of(folded) or usual
    printed = printed_amount(text, mark, _UNITS)
    return printed.amount if printed else None


def _mark_of(folded: str) -> str:
    """Return what stands before the decimals of an amount, "" where it has no sign."""
    signs = [sign for sign in folded if sign in _OTHER]
    if len(signs) > 1 and len(set(signs)) == 1:  # it parts thousands, over and over
        return _OTHER[signs[0]]
    return signs[-1] if signs else ""
