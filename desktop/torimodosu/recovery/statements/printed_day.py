"""Dates as statements anywhere print them, with or without a year."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.statements.day import day_of

_LONGEST = 40
_TIME = re.compile(
    r"[T, ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?"
    r" ?(?:[AP]\.?M\.?)?(?: ?(?:Z|UTC|GMT|[-+][0-9]{2}:?[0-9]{2}))?"
)
_PART = r" ?[-./ ,'] ?"
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}}){_PART}(?P<month>[0-9]{{1,2}}){_PART}(?P<day>[0-9]{{1,2}})\.?"
)
_YEAR_LAST = re.compile(
    rf"(?P<first>[0-9]{{1,2}}){_PART}(?P<second>[0-9]{{1,2}}){_PART}"
    r"(?P<year>[0-9]{4}|[0-9]{2})\.?"
)
# "12.05" without a point behind it is an amount.
_NO_YEAR = re.compile(
    r"(?P<first>[0-9]{1,2}) ?(?:[/月]|\.(?= ?[0-9]{1,2}\.)) ?"
    r"(?P<second>[0-9]{1,2})[.日]?"
)
_NAME = r"(?P<name>[^\W\d_]{3,14})\.?"
_NAMED = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})\.?[- /]?{_NAME}[- /,']{{0,2}}(?P<year>[0-9]*)"),
    re.compile(rf"{_NAME}[- /]?(?P<day>[0-9]{{1,2}})[- /,']{{0,2}}(?P<year>[0-9]*)"),
    re.compile(rf"(?P<year>[0-9]{{4}})[- /]?{_NAME}[- /]?(?P<day>[0-9]{{1,2}})"),
)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,4}[.,] ?(?=[0-9])|\([^()]{1,3}\)$")
_TWO_DIGITS = 2
# Two digits stand for the years 1969 to 2068, as strptime of POSIX has it.
_FIRST_OF_1900 = 69


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day; `year` is 0 where it is not printed."""

    year: int
    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """Return the date in its year, or in *year* where it has none."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """Day and month, whichever stands first, and the year."""

    first: int
    second: int
    year: int


def folded_day(text: str) -> str:
    """Return *text* in NFKC and capitals, without day of the week and time."""
    folded = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).strip().upper()
    if len(folded) > _LONGEST:
        return ""
    plain = _WEEKDAY.sub("", folded, count=1).strip()
    end = _TIME.search(plain)
    return plain[: end.start()].strip() if end and end.end() == len(plain) else plain


def two_numbers(text: str) -> TwoNumbers | None:
    """Return day and month of a *text* that does not tell which is which, or None."""
    found = _YEAR_LAST.fullmatch(folded_day(text))
    if found is None:
        return None
    year = _full_year(found["year"])
    return TwoNumbers(int(found["first"]), int(found["second"]), year)


def printed_day(
    text: str, form: DateForm, months: Mapping[str, int]
) -> PrintedDay | None:
    """Return the day that *text* consists of, or None.

    *form* settles what the text itself does not tell; *months* are the names of months
    in capitals, with their numbers.
    """
    folded = folded_day(text)
    numbers = two_numbers(folded)
    if numbers and form in (DateForm.DAY_FIRST, DateForm.MONTH_FIRST):
        return _ordered(numbers, form)
    whole = _YEAR_FIRST.fullmatch(folded)
    if whole:
        return _valid(int(whole["year"]), int(whole["month"]), int(whole["day"]))
    known = day_of(folded, form)
    if known is not None:
        return PrintedDay(known.year, known.month, known.day)
    return _named(folded, months) or _without_year(folded, form)


def _ordered(numbers: TwoNumbers, form: DateForm) -> PrintedDay | None:
    if form is DateForm.DAY_FIRST:
        return _valid(numbers.year, numbers.second, numbers.first)
    return _valid(numbers.year, numbers.first, numbers.second)


def _named(text: str, months: Mapping[str, int]) -> PrintedDay | None:
    for pattern in _NAMED:
        found = pattern.fullmatch(text)
        month = months.get(found["name"]) if found else None
        if found and month and len(found["year"]) in (0, _TWO_DIGITS, 4):
            return _valid(_full_year(found["year"]), month, int(found["day"]))
    return None


def _without_year(text: str, form: DateForm) -> PrintedDay | None:
    found = _NO_YEAR.fullmatch(text)
    if found is None:
        return None
    numbers = TwoNumbers(int(found["first"]), int(found["second"]), 0)
    return _ordered(numbers, DateForm.MONTH_FIRST if "月" in text else form)


def _full_year(text: str) -> int:
    if len(text) != _TWO_DIGITS:
        return int(text or 0)
    return int(text) + (1900 if int(text) >= _FIRST_OF_1900 else 2000)


def _valid(year: int, month: int, day: int) -> PrintedDay | None:
    printed = PrintedDay(year, month, day)
    # In a leap year every day of any year is one.
    return printed if printed.in_year(year or 2000) else None
