"""How an issuer prints its statements as CSV."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Source


class Account(Enum):
    """What a statement is about."""

    CARD = "card"
    BANK = "bank"


class DateForm(Enum):
    """How a statement writes its dates.

    Attributes:
        YEAR_FIRST: 2026/5/18, 2026年5月18日, 20260518, H30.01.15, 26/05/18.
        YYMMDD: 260518.
        DAY_FIRST: 18/5/2026.
        MONTH_FIRST: 5/18/2026.

    """

    YEAR_FIRST = "year_first"
    YYMMDD = "yymmdd"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Column(Enum):
    """What a column holds.

    Attributes:
        DATE: The day of use.
        MERCHANT: The shop, or what was done.
        AMOUNT: Money out, positive unless the layout says that it turns the sign.
        REFUND: Money back, positive.
        BILLED: The part of the amount that this bill takes.
        HOLDER: Whose card of the family it is, or a name.
        CARD: The number of the card, or a part of it.
        TYPE: A word for the kind of the charge.
        MARK: A sign that says that the row corrects another.
        BILL_DATE: The day on which the money is taken.
        BILL_MONTH: The month in which it is, or in which the first part of it is.
        FOREIGN: Amount, currency and rate abroad, in one text.
        FOREIGN_AMOUNT: The amount in the currency of the shop.
        FOREIGN_CURRENCY: That currency.
        RATE: What one unit of it cost.

    """

    DATE = "date"
    MERCHANT = "merchant"
    AMOUNT = "amount"
    REFUND = "refund"
    BILLED = "billed"
    HOLDER = "holder"
    CARD = "card"
    TYPE = "type"
    MARK = "mark"
    BILL_DATE = "bill_date"
    BILL_MONTH = "bill_month"
    FOREIGN = "foreign"
    FOREIGN_AMOUNT = "foreign_amount"
    FOREIGN_CURRENCY = "foreign_currency"
    RATE = "rate"


class Head(Enum):
    """What a labelled line in front of the charges tells."""

    BILL_DATE = "bill_date"
    TOTAL = "total"
    CARD = "card"
    HOLDER = "holder"


class RowMeaning(Enum):
    """What a row without a date is.

    Attributes:
        TOTAL: The sum of the rows above it, or of all.
        HOLDER: Names the card or the person that the rows below it belong to.
        FOREIGN: Continues the charge above with its amount abroad.
        REFUNDS: Begins a section whose positive amounts are money back.
        END: Ends the charges; what follows repeats them in another way.
        PAYMENT: Money that the person pays to the issuer.
        ADJUSTMENT: A discount or correction by the issuer.
        NOTE: A remark, or a heading without consequence.

    """

    TOTAL = "total"
    HOLDER = "holder"
    FOREIGN = "foreign"
    REFUNDS = "refunds"
    END = "end"
    PAYMENT = "payment"
    ADJUSTMENT = "adjustment"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """A row whose cells, folded and joined by blanks, fit `pattern` means `means`."""

    pattern: str
    means: RowMeaning


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLayout:
    """One way in which one issuer prints a statement.

    A layout with a header is known by the cells of `header` and its columns are looked
    up by name; one without is known by its width and the patterns of `shape`, and its
    columns have places.

    Attributes:
        id: Such as "rakuten_open".
        issuer: The id of the issuer, or "" where many print like that.
        currency: That of the amounts.
        turns_sign: Whether money out is printed negative.
        header: Names that the header must have, as `folded_name` writes them.
        columns: Names of each column, the first that is there counts.
        width: Least and most cells of a row of a layout without header, or None.
        shape: Patterns of cells, by place, that tell such a layout from others.
        places: The place of each column without header.
        heads: Labels of the lines in front of the charges.
        rows: What rows without a date are; the first that fits decides.
        undated: What a row without date but with an amount is; None: not understood.
        has_total_row: Whether a total stands behind the charges of every whole file.
        card_in_name: The pattern of the card's digits in the name of the file, or "".
        is_open: Whether the issuer may still change the rows of every such file.
        open_words: Words of which one in the file tells that it may.

    """

    id: str
    issuer: str
    account: Account
    currency: str
    source: Source
    dates: DateForm
    turns_sign: bool
    header: tuple[str, ...]
    columns: Mapping[Column, tuple[str, ...]]
    width: tuple[int, int] | None
    shape: tuple[tuple[int, str], ...]
    places: Mapping[Column, int]
    heads: Mapping[Head, tuple[str, ...]]
    rows: tuple[RowRule, ...]
    undated: RowMeaning | None
    has_total_row: bool
    card_in_name: str
    is_open: bool = False
    open_words: tuple[str, ...] = ()
