"""Amounts of statements from anywhere, with a point or a comma before the decimals."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

_LONGEST = 40
_MINUS = str.maketrans(dict.fromkeys("−‐‑‒–—―ー▲△", "-"))
# Switzerland parts thousands by an apostrophe, others by blanks of many kinds.
_PARTING = re.compile(r"[\s'’`]+")
_NUMBER = re.compile(
    r"(?P<left>[^0-9.,]{0,6})"
    r"(?P<number>(?:[0-9]{1,3}(?:[.,][0-9]{3}){1,6}|[0-9]{1,18})(?:[.,][0-9]{1,6})?"
    r"|[.,][0-9]{1,6})"
    r"(?P<right>[^0-9]{0,6})"
)
_LEFT = re.compile(r"[-+(]{0,2}(?P<unit>[^-+()]{0,4})[-+(]?")
_RIGHT = re.compile(
    r"[-+)]?(?:(?P<mark>CR|DR|C|D|H|S)|(?P<unit>[^-+()]{0,4}))\.?[-+)]?", re.IGNORECASE
)
# As banks in English and German mark them behind the amount.
_MARKS = {"CR": True, "C": True, "H": True, "DR": False, "D": False, "S": False}
_GROUP = 3
# One cell in five may be wrong.
_FEW = 4
_OTHER = {".": ",", ",": "."}
_NOTHING = {"", "-", "--", "*"}


class PrintedAmount(NamedTuple):
    """An amount and how it is marked; `unit` is its currency as printed, or ""."""

    amount: Decimal
    has_plus: bool
    is_in: bool | None
    unit: str


def folded_number(text: str) -> str:
    """Return *text* in NFKC with one kind of minus and without what parts thousands."""
    folded = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).translate(_MINUS)
    return _PARTING.sub("", folded)


def is_no_number(text: str) -> bool:
    """Tell whether *text* is what stands in a cell without an amount."""
    return folded_number(text) in _NOTHING


def printed_amount(
    text: str, decimal: str, units: Collection[str]
) -> PrintedAmount | None:
    """Return the amount that *text* consists of, or None.

    *decimal* is what stands before the decimals, "." or ","; *units* are the codes and
    signs of currencies. A minus stands in front or behind, or brackets around; marks
    behind, such as CR, say that money came in or went out.
    """
    folded = folded_number(text)
    found = _NUMBER.fullmatch(folded) if len(folded) <= _LONGEST else None
    left = _LEFT.fullmatch(found["left"]) if found else None
    right = _RIGHT.fullmatch(found["right"]) if found else None
    if found is None or left is None or right is None:
        return None
    digits = _plain(found["number"], decimal)
    unit = left["unit"] + (right["unit"] or "")
    if digits is None or (unit and unit not in units):
        return None
    around = found["left"] + found["right"]
    is_negative = "-" in around or ("(" in around and ")" in around)
    return PrintedAmount(
        -Decimal(digits) if is_negative else Decimal(digits),
        "+" in around,
        _MARKS.get((right["mark"] or "").upper()),
        unit,
    )


def decimal_of(texts: Iterable[str]) -> str | None:
    """Return what stands before the decimals in *texts*; "" where none has any.

    None where they contradict each other in more than a few cells. A single sign with
    three digits behind it parts thousands: hardly any currency has three decimals.
    """
    sure: Counter[str] = Counter()
    likely: Counter[str] = Counter()
    for text in texts:
        found = _NUMBER.fullmatch(folded_number(text))
        signs = [sign for sign in found["number"] if sign in ".,"] if found else []
        if found is None or not signs:
            continue
        last = signs[-1]
        behind = len(found["number"]) - found["number"].rindex(last) - 1
        if len(set(signs)) > 1:
            sure[last] += 1
        elif len(signs) > 1:
            sure[_OTHER[last]] += 1
        elif behind == _GROUP:
            likely[_OTHER[last]] += 1
        else:
            sure[last] += 1
    told = sure or likely
    most = max(told.values(), default=0)
    if most < (told.total() - most) * _FEW:
        return None
    return max(told, key=lambda sign: told[sign], default="")


def _plain(number: str, decimal: str) -> str | None:
    """Return *number* as Python writes it, None where it is not one in this form."""
    whole, mark, fraction = number.partition(decimal)
    first, *groups = whole.split(_OTHER[decimal])
    if not fraction.isdigit() and mark:
        return None
    if any(len(group) != _GROUP or not group.isdigit() for group in groups):
        return None
    return f"{first or 0}{''.join(groups)}" + (f".{fraction}" if mark else "")
