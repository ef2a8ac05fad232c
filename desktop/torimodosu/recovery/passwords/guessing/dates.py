"""Dates, as the West writes them, and years, by the rules of zxcvbn 4.5."""

import re
from collections.abc import Iterable, Iterator

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

# Years near this one are guessed first; it is that of the model.
_REFERENCE_YEAR = 2017
_LEAST_YEARS = 20
_DAYS = 365
_FIRST_YEAR, _LAST_YEAR = 1000, 2050
# From here on a year of two digits lies in the last century.
_LAST_CENTURY = 50
_MONTHS, _LONGEST_MONTH, _TWO_DIGITS = 12, 31, 99

_RECENT = re.compile(r"19\d\d|200\d|201\d")
_DIGITS = re.compile(r"\d{4,}")
_SEPARATED = re.compile(r"(\d{1,4})([\s/\\_.-])(\d{1,2})\2(\d{1,4})")
_SEPARATOR = re.compile(r"\d[\s/\\_.-]\d")
_SHORTEST, _LONGEST = 4, 8
_SHORTEST_SEPARATED, _LONGEST_SEPARATED = 6, 10
# Where digits part into three numbers, for each count of digits.
_SPLITS = {
    4: ((1, 2), (2, 3)),
    5: ((1, 3), (2, 3)),
    6: ((1, 2), (2, 4), (4, 5)),
    7: ((1, 3), (2, 3), (4, 5), (4, 6)),
    8: ((2, 4), (4, 6)),
}
# What a separator costs.
_SEPARATORS = 4


def recent_years_in(text: str) -> Iterator[Match]:
    """Yield the years from 1900 to 2019 in *text*, which the model calls recent."""
    for found in _RECENT.finditer(text):
        guesses = _years(int(found[0]))
        yield Match(found.start(), found.end(), guesses, Pattern.DATE)


def dates_in(text: str) -> Iterable[Match]:
    """Return the dates in *text*, without those that lie within another."""
    found = [*_plain(text), *_separated(text)]
    if not found:
        return ()
    dates = sorted(found, key=lambda date: date[:2])
    kept: list[Match] = []
    reached = 0
    for start in sorted({date.start for date in dates}):
        here = [date for date in dates if date.start == start]
        furthest = max(date.end for date in here)
        if furthest > reached:
            kept += (date for date in here if date.end == furthest)
            reached = furthest
    return kept


def _plain(text: str) -> Iterator[Match]:
    for run in _DIGITS.finditer(text):
        for start in range(run.start(), run.end() - _SHORTEST + 1):
            last = min(start + _LONGEST, run.end())
            # The longest first: those within it do not count.
            for end in range(last, start + _SHORTEST - 1, -1):
                year = _year_of_digits(text[start:end])
                if year is not None:
                    yield Match(start, end, _years(year) * _DAYS, Pattern.DATE)
                    break


def _separated(text: str) -> Iterator[Match]:
    if not _SEPARATOR.search(text):
        return
    for start in range(len(text) - _SHORTEST_SEPARATED + 1):
        last = min(start + _LONGEST_SEPARATED, len(text))
        for end in range(start + _SHORTEST_SEPARATED, last + 1):
            found = _SEPARATED.fullmatch(text, start, end)
            if found is None:
                continue
            year = _year(int(found[1]), int(found[3]), int(found[4]))
            if year is not None:
                guesses = _years(year) * _DAYS * _SEPARATORS
                yield Match(start, end, guesses, Pattern.DATE)


def _years(year: int) -> int:
    return max(abs(year - _REFERENCE_YEAR), _LEAST_YEARS)


def _year_of_digits(digits: str) -> int | None:
    """Return the year that is guessed first among the dates that *digits* may be."""
    nearest: int | None = None
    for first, second in _SPLITS[len(digits)]:
        year = _year(
            int(digits[:first]), int(digits[first:second]), int(digits[second:])
        )
        if year is not None and (
            nearest is None
            or abs(year - _REFERENCE_YEAR) < abs(nearest - _REFERENCE_YEAR)
        ):
            nearest = year
    return nearest


def _year(first: int, second: int, third: int) -> int | None:
    """Return the year of a date with the year at either end, None where it is none."""
    if not _may_be_date(first, second, third):
        return None
    if third >= _FIRST_YEAR:
        return third if _is_day(first, second) else None
    if first >= _FIRST_YEAR:
        return first if _is_day(second, third) else None
    if _is_day(first, second):
        return _in_full(third)
    return _in_full(first) if _is_day(second, third) else None


def _in_full(year: int) -> int:
    return year + (1900 if year > _LAST_CENTURY else 2000)


def _may_be_date(first: int, second: int, third: int) -> bool:
    if not 1 <= second <= _LONGEST_MONTH or first > _LAST_YEAR or third > _LAST_YEAR:
        return False
    if _TWO_DIGITS < first < _FIRST_YEAR or _TWO_DIGITS < third < _FIRST_YEAR:
        return False
    if first > _LONGEST_MONTH and third > _LONGEST_MONTH:
        return False
    is_month = first <= _MONTHS or second <= _MONTHS or third <= _MONTHS
    return is_month and bool(first or third)


def _is_day(one: int, other: int) -> bool:
    """Tell whether two numbers are a day and a month, in either order."""
    return 1 <= min(one, other) <= _MONTHS and 1 <= max(one, other) <= _LONGEST_MONTH
