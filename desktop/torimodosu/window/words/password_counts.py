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

    def logins(self, count: int) -> str:
        """Return how many logins an export holds."""
        return self.tr("%n password(s) in it", "", count)

    def damaged_rows(self, count: int) -> str:
        """Return how many rows of an export could not be read."""
        return self.tr("%n row(s) could not be read", "", count)

    def to_change(self, count: int) -> str:
        """Return how many are still to be changed."""
        return self.tr("%n password(s) to change", "", count)

    def looked_at(self, count: int) -> str:
        """Return how many logins were looked at."""
        return self.tr("%n password(s) looked at", "", count)

    def same_at(self, count: int) -> str:
        """Return at how many places there is one password."""
        return self.tr("The same password at %n place(s)", "", count)

    def alike_at(self, count: int) -> str:
        """Return at how many places the passwords are the same or nearly so."""
        return self.tr(
            "The same password, or nearly the same, at %n place(s)", "", count
        )

    def more_groups(self, count: int) -> str:
        """Return how many groups are not shown."""
        return self.tr("and %n more group(s)", "", count)

    def in_leaks(self, count: int) -> str:
        """Return how many passwords are on lists of leaks."""
        return self.tr("%n of them are known from leaks", "", count)

    def settled(self, settled: int, count: int) -> str:
        """Return how many of all are settled."""
        return self.tr("{settled} of %n settled", "", count).format(settled=settled)

    def found_so_far(self, count: int) -> str:
        """Return how many are to be changed, while more are looked at."""
        return self.tr("%n to change so far", "", count)
