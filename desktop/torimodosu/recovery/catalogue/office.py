"""Public offices that advise whoever was harmed, and how to reach them."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.source import Names, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A number to dial, or a page to open.

    Attributes:
        name: Who answers there, and for what it is.
        target: The telephone number, or the https address to type.
        source: Where this comes from.

    """

    name: Names
    target: str
    source: Source
