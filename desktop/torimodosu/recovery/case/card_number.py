"""Card numbers: nothing but the last four digits is ever kept."""

import re
import unicodedata
from collections.abc import Sequence

LAST_DIGITS = 4
# The sign before a number that was cut already belongs to it.
_LONG_NUMBER = re.compile(r"…?[0-9](?:[ -]?[0-9]){4,}")
# In one run, or in the groups that cards print; order numbers are parted otherwise.
_CARD_NUMBER = re.compile(
    r"(?<![0-9-])(?:[0-9]{13,19}"
    r"|[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}"
    r"|[0-9]{4}([ -])[0-9]{6}\2[0-9]{4,5})(?![0-9])"
)
# What has fewer digits close together holds no such number.
_MANY_DIGITS = re.compile(r"[0-9０-９](?:[ 　－-]?[0-9０-９]){12}")
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


def without_card_numbers(text: str) -> str:
    """Return *text* with what may be a card number cut to its last four digits.

    That is a run of 13 to 19 digits (ISO/IEC 7812-1) whose check digit is right; other
    numbers, as of telephones and orders, stay.
    """
    if not _MANY_DIGITS.search(text):
        return text
    folded = text.translate(_HALF_WIDTH)
    if not _CARD_NUMBER.search(folded):
        return text
    return _CARD_NUMBER.sub(_cut_if_card, folded)


def _cut_if_card(number: re.Match[str]) -> str:
    digits = [int(char) for char in number[0] if char.isdigit()]
    return "…" + last_digits(number[0]) if _has_check_digit(digits) else number[0]


def _has_check_digit(digits: Sequence[int]) -> bool:
    """Tell whether the last of *digits* is right (Luhn, ISO/IEC 7812-1 annex B)."""
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
