"""Dates, as the West writes them, and years."""

import re
from collections.abc import Iterable, Iterator

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

# Years near this one are guessed first.
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
    """Yield the years of the last and this century in *text*."""
    for found in _RECENT.finditer(text):
        guesses = _years(int(found[0]))
        yield Match(found.start(), found.end(), guesses, Pattern.DATE)


def dates_in(text: str) -> Iterable[Match]:
    """Return the dates in *text*, without those that lie within another."""
    dates = sorted([*_plain(text), *_separated(text)], key=lambda date: date[:2])
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
            for end in range(start + _SHORTEST, last + 1):
                year = _year_of_digits(text[start:end])
                if year is not None:
                    yield Match(start, end, _years(year) * _DAYS, Pattern.DATE)


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
    parts = (
        _year(int(digits[:first]), int(digits[first:second]), int(digits[second:]))
        for first, second in _SPLITS[len(digits)]
    )
    years = [year for year in parts if year is not None]
    return min(years, key=lambda year: abs(year - _REFERENCE_YEAR), default=None)


def _year(first: int, second: int, third: int) -> int | None:
    """Return the year of a date with the year at either end, None where it is none."""
    numbers = (first, second, third)
    if not _may_be_date(numbers):
        return None
    ends = ((third, first, second), (first, second, third))
    for year, *day in ends:
        if _FIRST_YEAR <= year <= _LAST_YEAR:
            return year if _is_day(*day) else None
    for year, *day in ends:
        if _is_day(*day):
            return year + (1900 if year > _LAST_CENTURY else 2000)
    return None


def _may_be_date(numbers: tuple[int, int, int]) -> bool:
    return (
        1 <= numbers[1] <= _LONGEST_MONTH
        and not any(_TWO_DIGITS < it < _FIRST_YEAR or it > _LAST_YEAR for it in numbers)
        and sum(it > _LONGEST_MONTH for it in numbers) <= 1
        and min(numbers) <= _MONTHS
        and sum(it <= 0 for it in numbers) <= 1
    )


def _is_day(one: int, other: int) -> bool:
    """Tell whether two numbers are a day and a month, in either order."""
    return 1 <= min(one, other) <= _MONTHS and 1 <= max(one, other) <= _LONGEST_MONTH
