"""What a row without a date means."""

import re
import unicodedata
from collections.abc import Sequence

from torimodosu.recovery.catalogue.statement_layout import RowMeaning, RowRule

_LONGEST = 300


def row_text(cells: Sequence[str]) -> str:
    """Return what stands in *cells*, folded, the cells parted by one blank each."""
    joined = " ".join(" ".join(cells).split())
    return unicodedata.normalize("NFKC", joined[:_LONGEST])


class RowRules:
    """The rules of one layout, ready to be applied."""

    def __init__(self, rules: Sequence[RowRule]) -> None:
        self._rules = [
            (re.compile(rule.pattern, re.IGNORECASE), rule.means) for rule in rules
        ]

    def meaning_of(self, text: str) -> RowMeaning | None:
        """Return what a row with the folded *text* means, None where no rule fits."""
        for pattern, means in self._rules:
            if pattern.search(text):
                return means
        return None
