"""Which days of a card its read statements cover."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCoverage:
    """What was read of one card.

    Attributes:
        card: Its number in the case.
        closed: The days that statements of closed months cover, first and last of
            each stretch, in order, none touching the next.
        open: The same for statements whose rows may still change.
        notices_until: The last day on which usage notices of this card would have
            been seen in the mails that were read, or None where it sends none.
        next_statement: The day on which the next statement is expected, or None.
        has_skipped_rows: Whether rows of its statements were not understood, or may be
            missing in the file.
        out_until: The last day of use whose closed statement is out, by the closing day
            of the issuer, whether it was read or not; None where that is not known.

    """

    card: int
    closed: tuple[tuple[date, date], ...] = ()
    open: tuple[tuple[date, date], ...] = ()
    notices_until: date | None = None
    next_statement: date | None = None
    has_skipped_rows: bool = False
    out_until: date | None = None
