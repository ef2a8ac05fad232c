"""Counted things in words.

Only `self.tr` is read as a text with a count when the catalogues are made, so what
several places count stands here and not in functions.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject


class Counts(QObject):
    """Says how many there are, in the singular or the plural."""

    def orders(self, count: int) -> str:
        """Return how many orders."""
        return self.tr("%n order(s)", "", count)

    def own_orders(self, count: int) -> str:
        """Return how many orders there are, where all are the person's own."""
        return self.tr("%n order(s), all of them yours", "", count)

    def forged_orders(self, count: int) -> str:
        """Return how many orders stand in forged mails."""
        return self.tr("%n order(s) from mails that are not genuine", "", count)

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
            "In all, the shop says that it cancelled or paid back %n order(s);"
            " only a statement proves it.",
            "",
            count,
        )

    def goods_and_more(self, goods: str, more: int) -> str:
        """Return the first of some goods, and how many more there are."""
        return self.tr("{goods} and %n more", "", more).format(goods=goods)

    def items_to_check(self, count: int) -> str:
        """Return how much is due, in words that tell nothing else."""
        return self.tr("%n item(s) to check", "", count)

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

    def days(self, count: int) -> str:
        """Return how many days."""
        return self.tr("%n day(s)", "", count)

    def days_back_from_report(self, count: int) -> str:
        """Return what a limit covers; {day} is the loss that it counts for."""
        return self.tr(
            "Covers the %n day(s) before the report; the first use was on {day}.",
            "",
            count,
        )

    def days_after_statement(self, count: int) -> str:
        """Return what a limit is counted from; {day} is that of the statement."""
        return self.tr("%n day(s) from the statement of {day}.", "", count)

    def days_after_loss(self, count: int) -> str:
        """Return what a limit is counted from; {day} is that of the loss."""
        return self.tr("%n day(s) from the loss on {day}.", "", count)

    def months_watched(self, number: int, count: int) -> str:
        """Return how far the watch is, *number* being the month of today."""
        return self.tr("Watch: month {number} of %n", "", count).format(number=number)

    def sums_without_amount(self, count: int) -> str:
        """Return that so many amounts are not known."""
        return self.tr("%n without an amount", "", count)

    def rows_not_understood(self, count: int) -> str:
        """Return how many rows of a statement were not understood."""
        return self.tr("%n row(s) not understood", "", count)

    def in_rows(self, rows: Sequence[int]) -> str:
        """Return in which row something is, and in how many others."""
        return self.tr("Row {first}, %n in all", "", len(rows)).format(first=rows[0])

    def charges_need_a_look(self, count: int) -> str:
        """Return that the person should say a word about so many charges."""
        return self.tr("%n charge(s) need a look", "", count)

    def statements_read(self, count: int) -> str:
        """Return how many statements were read."""
        return self.tr("%n statement(s) read", "", count)

    def statements_not_read(self, count: int) -> str:
        """Return how many statements are missing."""
        return self.tr("%n statement(s) are out and not read", "", count)

    def secrets_left(self, count: int) -> str:
        """Return what to do about secrets that the keychain did not let go of."""
        return self.tr(
            "%n secret(s) may still lie in the keychain of this computer. Look there"
            " for “torimodosu” and delete what you find.",
            "",
            count,
        )
