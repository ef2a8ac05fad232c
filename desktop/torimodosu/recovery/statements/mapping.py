"""How the columns of a statement are to be read that no layout describes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from torimodosu.recovery.catalogue.statement_layout import Account, DateForm
from torimodosu.recovery.catalogue.statement_words import Meaning


class Unsure(Enum):
    """What nothing in a file settles, so that the user must.

    Attributes:
        DATE: Which column holds the day.
        DAY_OR_MONTH: Which of the two stands first.
        AMOUNT: Which column holds the amount.
        DECIMAL: Whether a comma or a point stands before the decimals.
        DIRECTION: Which sign, or which column, is money out.
        MERCHANT: Which column names the shop.
        COLUMNS: What the columns hold; their names are not known.
        YEAR: In which year the days are.

    """

    DATE = "date"
    DAY_OR_MONTH = "day_or_month"
    AMOUNT = "amount"
    DECIMAL = "decimal"
    DIRECTION = "direction"
    MERCHANT = "merchant"
    COLUMNS = "columns"
    YEAR = "year"


# Without these nothing can be read rightly; the others are doubts about what was read.
UNREADABLE = frozenset(
    {
        *(Unsure.DATE, Unsure.DAY_OR_MONTH, Unsure.AMOUNT, Unsure.DECIMAL),
        *(Unsure.MERCHANT, Unsure.COLUMNS),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """What each column of a CSV holds, and how it is written.

    Attributes:
        delimiter: What parts the cells.
        header: The names of the columns, folded; () where there are none.
        width: How many columns there are.
        days: The places of all columns with days, by which files without names of
            columns are told apart.
        columns: The place of each; USED is the one whose day counts.
        dates: The order in which dates are written, where their text does not tell.
        decimal: What stands before the decimals, "." or ",".
        out_is_negative: Whether money out is negative in the column AMOUNT or OUT.
        currency: An ISO 4217 code, or "" where it is not known.
        issuer: The id of the issuer, or "".

    """

    delimiter: str
    header: tuple[str, ...]
    width: int
    days: tuple[int, ...] = ()
    columns: Mapping[Meaning, int] = field(default_factory=dict)
    dates: DateForm
    decimal: str
    out_is_negative: bool
    account: Account
    currency: str
    issuer: str = ""

    @property
    def key(self) -> str:
        """What such files are known by: the names of their columns, or their form."""
        if self.header:
            return "\t".join(self.header)
        return f"{self.width} {self.delimiter} {','.join(map(str, self.days))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of a file besides its text.

    Attributes:
        name: Its name, in which the day of the download often stands.
        today: The day after which nothing can have been charged.
        year: The year of days without one, as the user says; 0 where they have not.

    """

    name: str
    today: date
    year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What the columns of a file seem to hold, and what of that is not sure."""

    mapping: ColumnMapping
    unsure: frozenset[Unsure]

    @property
    def is_sure(self) -> bool:
        """Whether the file can be read as the mapping says, without asking."""
        return not self.unsure & UNREADABLE


KeptMappings = Callable[[str], ColumnMapping | None]
"""Returns the mapping that the user has made for files with a key, if any."""
