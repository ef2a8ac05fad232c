"""Dates and months as statements print them."""

import re
import unicodedata
from datetime import date

from torimodosu.recovery.catalogue.statement_layout import DateForm

_LONGEST = 40
_TAIL = (
    r"(?: ?\([月火水木金土日]\))?"
    r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?: ?(?:Z|[-+][0-9]{2}:?[0-9]{2}))?)?"
)
_YEAR = re.compile(
    r"'?(?P<year>[0-9]{4}|[0-9]{2}) ?[/.年-] ?(?P<month>[0-9]{1,2}) ?[/.月-] ?"
    rf"(?P<day>[0-9]{{1,2}}) ?日?{_TAIL}"
)
_ERA = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR])\.? ?(?P<year>[0-9]{1,2}|元) ?[/.年-] ?"
    rf"(?P<month>[0-9]{{1,2}}) ?[/.月-] ?(?P<day>[0-9]{{1,2}}) ?日?{_TAIL}"
)
_MONTH = re.compile(
    r"(?:'?(?P<year>[0-9]{4}|[0-9]{2}) ?[/.年-] ?)?(?P<month>[0-9]{1,2}) ?(?P<sign>月?)"
)
_EIGHT = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_TAIL}"
)
_SIX = re.compile(r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_YEAR_LAST = re.compile(
    r"(?P<first>[0-9]{1,2}) ?[/.-] ?(?P<second>[0-9]{1,2}) ?[/.'-] ?'?"
    r"(?P<year>[0-9]{4}|[0-9]{1,2})"
)
# The year before the first one of each era.
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "M": 1867,
    "T": 1911,
    "S": 1925,
    "H": 1988,
    "R": 2018,
}
# Two digits stand for the years 1969 to 2068, as strptime of POSIX has it.
_FIRST_OF_1900 = 69
# No statement is older than cards, and a year beyond is a mistake of the file.
_YEARS = range(1950, 2101)
_MONTHS = range(1, 13)


def day_of(text: str, form: DateForm) -> date | None:
    """Return the date that *text* consists of in the given *form*, or None."""
    if len(text) > _LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", text).strip().upper()
    match form:
        case DateForm.YEAR_FIRST:
            return _year_first(folded)
        case DateForm.YYMMDD:
            found = _SIX.fullmatch(folded)
            return _named(found) if found else _year_first(folded)
        case DateForm.DAY_FIRST | DateForm.MONTH_FIRST:
            found = _YEAR_LAST.fullmatch(folded)
            return _year_last(found, form) if found else _year_first(folded)


def month_in(text: str) -> date | int | None:
    """Return the first day of the month that *text* consists of, or None.

    Where the year is not printed, as in "7月", it is the number of the month.
    """
    if len(text) > _LONGEST:
        return None
    found = _MONTH.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or not (found["year"] or found["sign"]):
        return None
    month = int(found["month"])
    if found["year"]:
        return _date(_full_year(found["year"]), month, 1)
    return month if month in _MONTHS else None


def _year_first(text: str) -> date | None:
    for pattern in (_YEAR, _EIGHT, _ERA):
        found = pattern.fullmatch(text)
        if found:
            return _named(found)
    return None


def _year_last(found: re.Match[str], form: DateForm) -> date | None:
    first, second = int(found["first"]), int(found["second"])
    day, month = (first, second) if form is DateForm.DAY_FIRST else (second, first)
    return _date(_full_year(found["year"]), month, day)


def _named(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    era = parts.get("era")
    if era:
        year = _ERAS[era] + (1 if found["year"] == "元" else int(found["year"]))
    else:
        year = _full_year(found["year"])
    return _date(year, int(found["month"]), int(found["day"]))


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > len("99"):
        return year
    return year + (1900 if year >= _FIRST_OF_1900 else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
