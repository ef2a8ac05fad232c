"""The words of rows that were not understood, to be shown one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from torimodosu.recovery.case.card_number import without_card_numbers
from torimodosu.recovery.statements.csv_rows import CsvText
from torimodosu.recovery.statements.statement import Skipped

# More nobody looks through; a file of another kind may have a million of them.
_MOST_ROWS = 200
_LONGEST = 300


def with_rows(skipped: Sequence[Skipped], text: CsvText) -> tuple[Skipped, ...]:
    """Return *skipped* with what stands in these rows of *text*, for the first 200."""
    wanted = {one.row for one in skipped[:_MOST_ROWS]}
    if not wanted:
        return ()
    pairs = zip(text.numbers, text.rows, strict=True)
    return with_words(skipped, {at: row for at, row in pairs if at in wanted})


def with_words(
    skipped: Iterable[Skipped], words: Mapping[int, str]
) -> tuple[Skipped, ...]:
    """Return *skipped* with their *words* by row; no number of a card is kept."""
    return tuple(
        replace(one, text=_shown(words[one.row])) if one.row in words else one
        for one in skipped
    )


def _shown(text: str) -> str:
    blanks = " ".join(text.replace("\0", " ").split())
    shown = without_card_numbers(blanks[: 2 * _LONGEST])
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
