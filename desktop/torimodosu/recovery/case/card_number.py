"""Card numbers: nothing but the last four digits is ever kept."""

import re
import unicodedata

LAST_DIGITS = 4
# The sign before a number that was cut already belongs to it.
_LONG_NUMBER = re.compile(r"…?[0-9](?:[ -]?[0-9]){4,}")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－　", "0123456789- ")


def last_digits(text: str) -> str:
    """Return the last four digits in *text*, or as many as it has."""
    digits = [
        char for char in unicodedata.normalize("NFKC", text) if "0" <= char <= "9"
    ]
    return "".join(digits[-LAST_DIGITS:])


def without_long_numbers(text: str) -> str:
    """Return *text* with every number of more than four digits cut to its last four.

    Spaces and hyphens inside a number belong to it. Other text stays as it is typed.
    """
    folded = text.translate(_HALF_WIDTH)
    if not _LONG_NUMBER.search(folded):
        return text
    return _LONG_NUMBER.sub(lambda number: "…" + last_digits(number[0]), folded)
