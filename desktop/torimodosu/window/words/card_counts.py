"""Counted things about cards in words; see `counts` for why they stand in a class."""

from PySide6.QtCore import QObject


class CardCounts(QObject):
    """Says how many there are, in the singular or the plural."""

    def cards_were_charged(self, count: int) -> str:
        """Return that so many cards were charged."""
        return self.tr("%n card(s) were charged", "", count)

    def cards_may_be_it(self, count: int) -> str:
        """Return that it may be one of so many cards."""
        return self.tr("It may be one of %n card(s)", "", count)

    def orders_found(self, count: int, total: int) -> str:
        """Return for how many of *total* orders the charge was found."""
        form = self.tr("%n of {total} charges were found, to the yen.", "", count)
        return form.format(total=total)

    def orders_awaited(self, count: int) -> str:
        """Return that so many charges are not certain, or not seen at all."""
        return self.tr("%n more are not certain yet.", "", count)

    def charges_fit(self, count: int) -> str:
        """Return that so many charges of a card are for orders of somebody else."""
        return self.tr("%n charge(s) fit", "", count)

    def more_may(self, count: int) -> str:
        """Return that so many more charges of the card may be."""
        return self.tr("%n more may", "", count)

    def charges_may_fit(self, count: int) -> str:
        """Return that so many charges of a card may be."""
        return self.tr("%n charge(s) may fit; others may as well", "", count)

    def cards_not_registered(self, count: int) -> str:
        """Return the link to the cards that the shop does not have."""
        return self.tr("%n card(s) that the shop does not have", "", count)

    def matches(self, count: int) -> str:
        """Return how many matches there are."""
        return self.tr("%n match(es)", "", count)

    def matches_to_check(self, count: int) -> str:
        """Return how many matches the person should say a word about."""
        return self.tr("%n match(es) to check", "", count)

    def check_matches(self, count: int) -> str:
        """Return the link to them."""
        return self.tr("Check each match (%n)", "", count)

    def own_matches(self, count: int) -> str:
        """Return how many matches are for the person's own orders."""
        return self.tr("Show your own too (%n)", "", count)

    def unexplained(self, count: int) -> str:
        """Return how many charges nothing explains."""
        return self.tr("%n charge(s) that nothing explains", "", count)

    def forged_uses(self, count: int) -> str:
        """Return how many uses only mails tell that are not genuine."""
        return self.tr("%n use(s) from mails that are not genuine", "", count)

    def orders_without_charge(self, count: int) -> str:
        """Return how many orders no charge was found for."""
        return self.tr("%n order(s) without a charge so far", "", count)
