"""How far the mails let one see, and whether it was quiet up to there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from torimodosu.recovery.orders.order import Order

# An intruder who comes back comes back the same day; a quiet hour says nothing.
QUIET_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """How far the mails let one see.

    Attributes:
        now: The present moment.
        covered_until: Up to when the mailboxes are known to hold every mail; None is
            not known.
        address_changed: Whether the address of the account was changed, so that mails
            go elsewhere; None is not known.
        noticed_on: The day of the discovery, of which older mails know nothing; None
            is not known.

    """

    now: datetime
    covered_until: datetime | None
    address_changed: bool | None = None
    noticed_on: date | None = None

    @property
    def seen_until(self) -> datetime:
        """Return the newest moment that the mails can tell of."""
        covered = self.covered_until
        return min(self.now, covered) if covered else self.now

    @property
    def ends_early(self) -> bool:
        """Tell whether the mailbox ends so long ago that much may have come since."""
        return self.seen_until < self.now - QUIET_FOR

    def was_quiet(self, foreign: Iterable[Order]) -> bool:
        """Tell whether the mails reach a whole day beyond the last of *foreign*.

        Where there is none, they must reach the day that it was noticed.
        """
        if self.covered_until is None:
            return False
        ends = [order.placed_by for order in foreign]
        if not ends:
            seen_on = self.seen_until.astimezone(self.now.tzinfo).date()
            return self.noticed_on is not None and seen_on >= self.noticed_on
        return all(
            end is not None and self.seen_until - end >= QUIET_FOR for end in ends
        )
