"""Days on which banks and card desks in Japan work, and months."""

from datetime import MAXYEAR, date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5
_MONTHS = 12
# Files and mails with other years are misprinted, or made to break what reads them.
_YEARS = range(1970, 2200)


def is_plausible(day: date) -> bool:
    """Tell whether *day* can be that of a card's use, so that days can be counted."""
    return day.year in _YEARS


def is_business_day(day: date) -> bool:
    """Tell whether banks are open on *day*.

    They are not on Saturdays, Sundays, national holidays, and from 31 December to
    3 January: order for the enforcement of the Banking Act, article 5.
    """
    if day.weekday() >= _SATURDAY:
        return False
    if (day.month, day.day) in {(12, 31), (1, 2), (1, 3)}:
        return False
    # Late: it brings the rules of every holiday since 1948 along.
    import jpholiday  # noqa: PLC0415

    return not jpholiday.is_holiday(day)


def business_day_from(day: date) -> date:
    """Return *day*, or the next business day where it is none."""
    while not is_business_day(day):
        day += _DAY
    return day


def business_day_until(day: date) -> date:
    """Return *day*, or the business day before it where it is none."""
    while not is_business_day(day):
        day -= _DAY
    return day


def month_of(day: date) -> date:
    """Return the first day of the month of *day*."""
    return day.replace(day=1)


def month_after(month: date, months: int) -> date:
    """Return the first day of the month that comes so many *months* later.

    Beyond the calendar it is the last month, or the first one.
    """
    number = month.year * _MONTHS + month.month - 1 + months
    number = min(max(number, _MONTHS), (MAXYEAR + 1) * _MONTHS - 1)
    return date(number // _MONTHS, number % _MONTHS + 1, 1)


def day_in(month: date, day: int) -> date:
    """Return that *day* of *month*, or its last day where it is shorter."""
    # Late: it brings the words of the system's language along.
    from calendar import monthrange  # noqa: PLC0415

    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))
