"""What the user says about cards, each word dated; the newest counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from torimodosu.recovery.statements.returns import ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """The newest words of the user; what they took back is not in it.

    Attributes:
        matches: What they say of a match, by its key.
        charges: Whether a charge that nothing explains is their own, by its key.
        returns: What they say of money that must come back, by its key.
        reported: On which day they reported a card's loss to its issuer.
        clean_months: Months, by card and first day, that they looked through
            themselves and found clean.
        watch_until: The day on which they want the watch to end, or None.

    """

    matches: Mapping[str, Said] = field(default_factory=dict)
    charges: Mapping[str, bool] = field(default_factory=dict)
    returns: Mapping[str, ReturnWord] = field(default_factory=dict)
    reported: Mapping[int, date] = field(default_factory=dict)
    clean_months: frozenset[tuple[int, date]] = frozenset()
    watch_until: date | None = None
