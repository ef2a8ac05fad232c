"""What the data packs tell of statements alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from torimodosu.recovery.catalogue.statement_layout import StatementLayout
from torimodosu.recovery.catalogue.statement_words import StatementWords


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """What statements are read with; a small part of all that the packs tell.

    Attributes:
        layouts: How issuers print their statements as CSV.
        words: By which the columns of every other CSV are known.
        issuers: The ids of issuers by their names, with which a PDF tells its own.

    """

    layouts: tuple[StatementLayout, ...]
    words: StatementWords
    issuers: Mapping[str, str]
