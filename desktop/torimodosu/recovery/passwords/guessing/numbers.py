"""Numbers that people in Japan know by heart."""

import re
from collections.abc import Iterator

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

_DAYS, _MONTHS = 366.0, 12.0
# How long the eras since Meiji have lasted together.
_ERA_YEARS = 160
# An era is written with a letter or in full.
_ERAS = r"meiji|taishou?|shou?wa|syou?wa|heisei|reiwa|[mtshr]"
_ERA_DATE = re.compile(
    rf"(?<![a-z])(?:{_ERAS})[-.]?(?:[1-9]|0[1-9]|[1-5]\d|6[0-4])(?:nen)?"
    r"(?:(?P<separator>[-./]?)(?P<month>0[1-9]|1[0-2])"
    r"(?:(?P=separator)(?P<day>0[1-9]|[12]\d|3[01]))?"
    r"|[-./](?P<short>[1-9]|1[0-2])[-./](?:[1-9]|[12]\d|3[01]))?(?!\d)"
)
_DAY = re.compile(r"(?<!\d)(?:0[1-9]|1[0-2])[-/]?(?:0[1-9]|[12]\d|3[01])(?!\d)")
# zxcvbn knows the years up to 2019.
_YEAR, _YEARS = re.compile(r"(?<!\d)20[2-4]\d(?!\d)"), 20.0

# Three kinds of mobile numbers, of which ten thousand million are not all given out.
_MOBILE = re.compile(r"(?<!\d)0[789]0(-?)[1-9]\d{3}\1\d{4}(?!\d)")
_MOBILES = 2.5e8
# An area, an exchange and four digits; some sixty million are in use.
_LANDLINE = re.compile(
    r"(?<!\d)0[1-9](?:\d{8}|-\d{4}-\d{4}|\d-\d{3}-\d{4}|\d\d-\d\d-\d{4})(?!\d)"
)
_LANDLINES = 6e7
# Japan Post gives out some 120,000.
_POSTCODE, _POSTCODES = re.compile(r"(?<!\d)\d{3}-?\d{4}(?!\d)"), 1.2e5
# Of a day or a year; the other numbers have more.
_FEWEST_DIGITS = 4
# With a hyphen or without.
_SPELLINGS = 2


def numbers_in(lowered: str) -> Iterator[Match]:
    """Yield the dates of eras, days, years, telephone numbers and postcodes.

    Args:
        lowered: The password in small letters, sign by sign.

    """
    digits = sum(map(str.isdecimal, lowered))
    if not digits:
        return
    for found in _ERA_DATE.finditer(lowered):
        days = _DAYS if found["day"] or found["short"] else 1
        months = _MONTHS if found["month"] and not found["day"] else 1
        guesses = _ERA_YEARS * days * months * _SPELLINGS
        yield Match(*found.span(), guesses, Pattern.ERA_DATE)
    if digits < _FEWEST_DIGITS:
        return
    for pattern, guesses, kind in (
        (_DAY, _DAYS, Pattern.DATE),
        (_YEAR, _YEARS, Pattern.DATE),
        (_MOBILE, _MOBILES, Pattern.PHONE_NUMBER),
        (_LANDLINE, _LANDLINES, Pattern.PHONE_NUMBER),
        (_POSTCODE, _POSTCODES, Pattern.POSTCODE),
    ):
        for found in pattern.finditer(lowered):
            yield Match(*found.span(), guesses * _SPELLINGS, kind)
