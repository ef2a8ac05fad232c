"""What the user says that the matching has to keep to."""

from collections.abc import Mapping
from typing import Protocol

from torimodosu.recovery.statements.which_card.matching import Said


class Sayings(Protocol):
    """The newest words of the user about matches and charges, as `CardWords` has."""

    @property
    def matches(self) -> Mapping[str, Said]:
        """What they say of a match, by its key."""
        ...

    @property
    def charges(self) -> Mapping[str, bool]:
        """Whether a charge is their own, by its key."""
        ...
