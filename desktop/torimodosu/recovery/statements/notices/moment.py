"""When a card was used, as mails print it."""

import re
from datetime import date, datetime, time, timedelta, timezone

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.statements.day import day_of

# Issuers of Japan print the time of Japan; JCB says so.
JAPAN = timezone(timedelta(hours=9))

_LONGEST = 40
_WEEKDAY = r"(?: ?\([月火水木金土日]\))?"
_DAY = rf"[0-9]{{4}} ?[/年.-] ?[0-9]{{1,2}} ?[/月.-] ?[0-9]{{1,2}} ?日?{_WEEKDAY}"
_TIME = r"(?P<hour>[0-9]{1,2}) ?[:時] ?(?P<minute>[0-9]{2})(?: ?[:分] ?[0-9]{0,2}秒?)?"
_MOMENT = re.compile(rf"(?P<day>{_DAY})(?:[ T]{{0,3}}{_TIME})?(?: ?頃)?")


def moment_of(text: str) -> tuple[datetime, bool] | None:
    """Return the moment that *text* consists of, and whether only the day is told.

    *text* has half-width digits and signs. A moment without a time is midnight.
    """
    found = leading_moment(text)
    return None if found is None or found[1].strip() else found[0]


def leading_moment(text: str) -> tuple[tuple[datetime, bool], str] | None:
    """Return the moment that *text* begins with, and what stands behind it."""
    begin = text.lstrip()
    found = _MOMENT.match(begin)
    if found is None or found.end() > _LONGEST:
        return None
    rest = begin[found.end() :]
    day = day_of(found["day"], DateForm.YEAR_FIRST)
    if day is None or (rest and not rest[0].isspace()):
        return None
    return _moment(day, found), rest.lstrip()


def _moment(day: date, found: re.Match[str]) -> tuple[datetime, bool]:
    try:
        clock = time(int(found["hour"]), int(found["minute"]))
    except (TypeError, ValueError):
        # No time is told, or one that no clock shows.
        return datetime.combine(day, time(), tzinfo=JAPAN), True
    return datetime.combine(day, clock, tzinfo=JAPAN), False
