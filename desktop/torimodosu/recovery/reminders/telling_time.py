"""At which moment something that is due on a day is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from torimodosu.recovery.statements.calendar_days import (
    business_day_from,
    business_day_until,
)

# Who opens the computer for the day finds it there.
NINE = time(9)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingTime:
    """The present moment, and the hour at which the user is told.

    `now` has the user's time zone. Where that is only an offset, days beyond the next
    change of the clocks are an hour off until it has come; whoever asks anew for each
    moment is told in time.
    """

    now: datetime
    hour: time = NINE

    @property
    def today(self) -> date:
        """The day of the user."""
        return self.now.date()

    def on(self, day: date) -> datetime:
        """Return the moment of *day* at which the user is told."""
        return datetime.combine(day, self.hour, self.now.tzinfo)

    def on_business_day_from(self, day: date) -> datetime:
        """Return that of *day*, or of the next one on which banks are open."""
        return self.on(business_day_from(day))

    def on_business_day_until(self, day: date) -> datetime:
        """Return that of *day*, or of the one before on which banks are open."""
        return self.on(business_day_until(day))

    def tomorrow(self) -> datetime:
        """Return the moment up to which something is put off "until tomorrow"."""
        return self.after_days(1)

    def after_days(self, days: int) -> datetime:
        """Return the moment so many *days* from today."""
        return self.on(self.today + days * _DAY)


def business_days_after(day: date, count: int) -> date:
    """Return the day that comes *count* business days later."""
    for _ in range(count):
        day = business_day_from(day + _DAY)
    return day
