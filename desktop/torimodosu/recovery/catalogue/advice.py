"""What public bodies say about passwords."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Names, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordAdvice:
    """What one body recommends; None is what it does not say.

    Attributes:
        body: Who says so.
        shortest_alone: Fewest characters where the password is the only factor.
        shortest_with_second_factor: Fewest characters beside a second factor.
        periodic_change: Whether it wants passwords changed without a cause.
        source: Where this comes from.

    """

    body: Names
    shortest_alone: int | None
    shortest_with_second_factor: int | None
    periodic_change: bool | None
    source: Source
