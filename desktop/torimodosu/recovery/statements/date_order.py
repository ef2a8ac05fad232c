"""Whether the day or the month stands first, told by everything that can tell it."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.catalogue.statement_words import Term
from torimodosu.recovery.statements.mapping import FileFacts
from torimodosu.recovery.statements.printed_day import TwoNumbers, folded_day
from torimodosu.recovery.statements.printed_day import two_numbers as numbers_of
from torimodosu.recovery.statements.word_book import WordBook

# Fewer days than these may be in order, or near each other, by chance.
_ENOUGH_DAYS = 4
_MOST_DAYS_OF_A_STATEMENT = 70
_EASTMOST = timedelta(days=1)
_DAY_IN_NAME = re.compile(
    r"(?<![0-9])(?:(?P<y>[12][0-9]{3})[-_.]?(?P<m>[0-9]{2})[-_.]?(?P<d>[0-9]{2})"
    r"|(?P<d2>[0-9]{2})[-_.]?(?P<m2>[0-9]{2})[-_.]?(?P<y2>[12][0-9]{3}))(?![0-9])"
)
_MONTH_IN_NAME = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})[-_.年]?(?P<month>0[1-9]|1[0-2])(?![0-9])"
)
_YEAR_IN_NAME = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})(?![0-9])")
_LONGEST_NAME = 200

Days = Sequence[date | None]


def order_of(
    texts: Sequence[str], book: WordBook, head: Sequence[str], file: FileFacts
) -> DateForm | None:
    """Return the order in which *texts* write day and month; None: nothing tells.

    *head* are the words around.
    """
    numbers = [found for found in map(numbers_of, texts) if found]
    if not numbers:
        return DateForm.YEAR_FIRST
    if any("." in folded_day(text) for text in texts):
        return DateForm.DAY_FIRST  # no country writes the month first with points
    day_first, month_first = _read(numbers)
    latest = min((*_days_in(file.name), file.today)) + _EASTMOST
    tests: tuple[Callable[[Days], bool], ...] = (
        lambda days: None not in days,
        lambda days: all(day is None or day <= latest for day in days),
        _is_in_order,
        _is_near,
    )
    for test in tests:
        fits = test(day_first), test(month_first)
        if fits[0] != fits[1]:
            return DateForm.DAY_FIRST if fits[0] else DateForm.MONTH_FIRST
    if day_first == month_first:  # 5/5 is the same day anyhow
        return DateForm.DAY_FIRST
    return _by_words(head, book)


def year_of(name: str, *, month: int) -> int:
    """Return the year of a day in *month* by the *name* of its file, 0: not told."""
    days = list(_days_in(name))
    found = _MONTH_IN_NAME.search(name[:_LONGEST_NAME])
    if days:
        year, last = max(days).year, max(days).month
    elif found:
        year, last = int(found["year"]), int(found["month"])
    else:
        alone = _YEAR_IN_NAME.search(name[:_LONGEST_NAME])
        return int(alone["year"]) if alone else 0
    # The bill of January is of purchases in December.
    return year if month <= last else year - 1


def _read(numbers: Sequence[TwoNumbers]) -> tuple[Days, Days]:
    return (
        [_day(n.year, n.second, n.first) for n in numbers],
        [_day(n.year, n.first, n.second) for n in numbers],
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days_in(name: str) -> Iterator[date]:
    for found in _DAY_IN_NAME.finditer(name[:_LONGEST_NAME]):
        parts = found["y"] or found["y2"], found["m"] or found["m2"]
        day = _day(int(parts[0]), int(parts[1]), int(found["d"] or found["d2"]))
        if day:
            yield day


def _is_in_order(days: Days) -> bool:
    known = [day for day in days if day]
    if len(set(known)) < _ENOUGH_DAYS:
        return False
    steps = {
        (later > earlier) - (later < earlier) for earlier, later in pairwise(known)
    }
    return not {1, -1} <= steps


def _is_near(days: Days) -> bool:
    known = {day for day in days if day}
    if len(known) < _ENOUGH_DAYS:
        return False
    return (max(known) - min(known)).days <= _MOST_DAYS_OF_A_STATEMENT


def _by_words(head: Sequence[str], book: WordBook) -> DateForm | None:
    day = book.count(head, Term.DAY_FIRST)
    month = book.count(head, Term.MONTH_FIRST)
    if day == month:
        return None
    return DateForm.DAY_FIRST if day > month else DateForm.MONTH_FIRST
