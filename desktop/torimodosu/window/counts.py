"""Counted things in words.

Only `self.tr` is read as a text with a count when the catalogues are made, so what
several places count stands here and not in functions.
"""

from PySide6.QtCore import QObject


class Counts(QObject):
    """Says how many there are, in the singular or the plural."""

    def orders(self, count: int) -> str:
        """Return how many orders."""
        return self.tr("%n order(s)", "", count)

    def orders_between(self, first: str, last: str, count: int) -> str:
        """Return how many orders came from *first* to *last*."""
        form = self.tr("{first} to {last}, %n order(s)", "", count)
        return form.format(first=first, last=last)

    def orders_and_open(self, orders: str, missing: int) -> str:
        """Return *orders* and how many others give no amount."""
        return self.tr("{orders} + %n open", "", missing).format(orders=orders)

    def without_amount(self, count: int) -> str:
        """Return that so many orders are not part of a sum."""
        return self.tr(
            "%n order(s) give no amount and are not counted as 0.", "", count
        )

    def said_undone(self, count: int) -> str:
        """Return that the shop says it has undone so many orders."""
        return self.tr(
            "%n of them the shop says it cancelled or paid back;"
            " only a statement proves it.",
            "",
            count,
        )

    def goods_and_more(self, goods: str, more: int) -> str:
        """Return the first of some goods, and how many more there are."""
        return self.tr("{goods} and %n more", "", more).format(goods=goods)

    def mails_looked_at(self, count: int) -> str:
        """Return how many mails were looked at."""
        return self.tr("%n mail(s) looked at", "", count)

    def more(self, count: int) -> str:
        """Return that there are so many more."""
        return self.tr("and %n more", "", count)

    def minutes(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("About %n minute(s)", "", count)

    def seconds_left(self, seconds: int) -> str:
        """Return how long something may still take."""
        return self.tr("About %n second(s) left", "", seconds)

    def minutes_left(self, minutes: int) -> str:
        """Return how long something may still take."""
        return self.tr("About %n minute(s) left", "", minutes)

    def years_older(self, count: int) -> str:
        """Return by how much something is older than the reset."""
        return self.tr("%n year(s) older than your reset", "", count)

    def months_older(self, count: int) -> str:
        """Return by how much something is older than the reset."""
        return self.tr("%n month(s) older than your reset", "", count)

    def days_older(self, count: int) -> str:
        """Return by how much something is older than the reset."""
        return self.tr("%n day(s) older than your reset", "", count)

    def old_entries_gone(self, count: int) -> str:
        """Return that so many old entries are no longer there."""
        return self.tr("%n old entries are gone", "", count)

    def profiles_of(self, browser: str, count: int) -> str:
        """Return a browser and how many of its profiles."""
        return self.tr("{browser} (%n profile(s))", "", count).format(browser=browser)
