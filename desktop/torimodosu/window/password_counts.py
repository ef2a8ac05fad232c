"""Counted things about passwords in words."""

from PySide6.QtCore import QObject


class PasswordCounts(QObject):
    """Says how many there are, in the singular or the plural."""

    def characters(self, count: int) -> str:
        """Return how many characters."""
        return self.tr("%n character(s)", "", count)

    def words(self, count: int) -> str:
        """Return how many words."""
        return self.tr("%n word(s)", "", count)

    def at_least(self, count: int) -> str:
        """Return how long a password must be."""
        return self.tr("at least %n character(s)", "", count)

    def at_most(self, count: int) -> str:
        """Return how long a password may be."""
        return self.tr("at most %n character(s)", "", count)

    def copied(self, seconds: int) -> str:
        """Return how long a copy stays."""
        return self.tr("Copied. It clears itself in %n second(s).", "", seconds)

    def copy_stays(self, seconds: int) -> str:
        """Return how long a copy will stay."""
        return self.tr("A copy clears itself after %n second(s).", "", seconds)

    def found_in_leaks(self, times: int) -> str:
        """Return how often a password was found."""
        return self.tr("Found in leaks %n time(s)", "", times)

    def seconds(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n second(s)", "", count)

    def minutes(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n minute(s)", "", count)

    def hours(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n hour(s)", "", count)

    def days(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n day(s)", "", count)

    def months(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n month(s)", "", count)

    def years(self, count: int) -> str:
        """Return a rough time."""
        return self.tr("about %n year(s)", "", count)
