"""What a statement says: its charges, and what of it was not understood."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.file_trouble import FileTrouble


class ChargeKind(Enum):
    """Why money moved.

    Attributes:
        PURCHASE: The person, or a thief, bought something.
        REFUND: A shop gave money back.
        FEE: The issuer charged for a service, or interest.
        PAYMENT: Money went from the person to the issuer, or out of a bank account.
        ADJUSTMENT: A discount or correction; money that came into a bank account.

    """

    PURCHASE = "purchase"
    REFUND = "refund"
    FEE = "fee"
    PAYMENT = "payment"
    ADJUSTMENT = "adjustment"


class Why(Enum):
    """Why a row was not read as a charge although it may be one."""

    NO_DATE = "no_date"
    DATE_NOT_UNDERSTOOD = "date_not_understood"
    AMOUNT_NOT_UNDERSTOOD = "amount_not_understood"
    CUT_OFF = "cut_off"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    HOLDS_NULS = "holds_nuls"
    WRONG_ENCODING = "wrong_encoding"
    TOO_LONG = "too_long"


class Doubt(Enum):
    """What is odd about a statement as a whole; each needs a look.

    Attributes:
        DATE_IN_FUTURE: A charge is dated later than today.
        AMOUNT_UNKNOWN: A charge has no amount in the file.
        END_MISSING: The total, which such a statement ends with, is not there.
        MIXED_ENCODINGS: Some rows are in another encoding than the others.
        DAY_OR_MONTH_FIRST: Which of the two stands first, nothing in the file tells.
        TOTAL_DIFFERS: The printed total is not the sum of what was read.
        COLUMNS_GUESSED: No layout describes the file; names and content told what its
            columns hold.
        DIRECTION_GUESSED: Which amounts went out, only their number tells.
        YEAR_NOT_PRINTED: The year stands neither in the rows nor in the file's name, so
            that the days are not known.
        DATE_UNKNOWN: A charge has no day in the file, as before it is booked.
        DATE_LONG_AGO: A charge is dated before there were cards.

    """

    DATE_IN_FUTURE = "date_in_future"
    AMOUNT_UNKNOWN = "amount_unknown"
    END_MISSING = "end_missing"
    MIXED_ENCODINGS = "mixed_encodings"
    DAY_OR_MONTH_FIRST = "day_or_month_first"
    TOTAL_DIFFERS = "total_differs"
    COLUMNS_GUESSED = "columns_guessed"
    DIRECTION_GUESSED = "direction_guessed"
    YEAR_NOT_PRINTED = "year_not_printed"
    DATE_UNKNOWN = "date_unknown"
    DATE_LONG_AGO = "date_long_ago"


class Refusal(Enum):
    """Why a file as a whole was not read."""

    EMPTY = "empty"
    ONLY_NULS = "only_nuls"
    WEB_PAGE = "web_page"
    EXCEL = "excel"
    PDF = "pdf"
    PDF_LOCKED = "pdf_locked"
    PDF_PICTURE = "pdf_picture"
    ARCHIVE = "archive"
    IMAGE = "image"
    NOT_TEXT = "not_text"
    UNKNOWN_LAYOUT = "unknown_layout"
    OTHER_ISSUER = "other_issuer"
    NOT_A_CARD = "not_a_card"
    BANK_ERROR = "bank_error"
    NO_STATEMENT_INSIDE = "no_statement_inside"
    SECURITIES = "securities"
    TOO_LARGE = "too_large"
    NO_PERMISSION = "no_permission"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that was not read, and for a wrong issuer whose statement it is."""

    reason: Refusal
    issuer: str = ""


def refused_file(trouble: FileTrouble) -> Refused:
    """Return that a statement was not read for *trouble* with its file."""
    return Refused(reason=Refusal(trouble.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A charge as the shop made it; what is not printed is None or ""."""

    amount: Decimal | None
    currency: str
    rate: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One charge.

    Attributes:
        row: Its line in the file, from 1; in OFX and QIF its number among the entries.
        card: The last four digits, or "".
        holder: Whose card of the family, or a name, or "".
        date: The day of use, or None.
        merchant: The shop as it is printed, without long card numbers.
        merchant_normal: The same folded, to compare it.
        amount: Positive for money out, negative for money back; None is not known.
        billed: The part of it that this bill takes; None where the file does not say.
        currency: That of both, an ISO 4217 code, or "".
        foreign: The charge in the currency of the shop, or None.
        bill_date: The day on which the money is taken, or None.
        bill_month: The first day of the month of payment that its row prints, of
            several that of the first one; None where none is printed.

    """

    row: int
    card: str
    holder: str
    date: dt.date | None
    merchant: str
    merchant_normal: str
    amount: Decimal | None
    billed: Decimal | None
    currency: str
    foreign: Foreign | None
    kind: ChargeKind
    bill_date: dt.date | None
    bill_month: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row that may be a charge and was not understood.

    Attributes:
        row: Its number in the file, from 1.
        why: What is wrong with it.
        text: What stands in it, as far as it is kept: without numbers of cards, and ""
            behind the first 200 of a file.

    """

    row: int
    why: Why
    # The row tells which one it is; two readings of it need no comparing of its words.
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRead:
    """What was read of one file.

    Attributes:
        issuer: Its id, or "" where the layout does not tell.
        layout: The id of the layout, "ofx" or "qif".
        encoding: That of the text, as Python names it; "mixed" where there are two.
        other_rows: How many rows are no charges by their meaning: headings, totals...
        printed_total: The total that the file prints, or None.
        sum: That of the rows, as far as the total counts them.
        doubts: Each doubt with the rows that it is about, () for the whole file.
        is_open: Whether the issuer may still change the rows.

    """

    issuer: str
    layout: str
    account: Account
    encoding: str
    charges: Sequence[Charge]
    skipped: tuple[Skipped, ...]
    other_rows: Mapping[str, int] = field(default_factory=dict)
    printed_total: Decimal | None = None
    sum: Decimal
    doubts: Mapping[Doubt, tuple[int, ...]]
    is_open: bool = False

    @property
    def rows(self) -> int:
        """How many rows are, or may be, charges."""
        return len(self.charges) + len(self.skipped)

    @property
    def totals_agree(self) -> bool | None:
        """Whether sum and printed total are the same; None where there is none."""
        if self.printed_total is None:
            return None
        return Doubt.TOTAL_DIFFERS not in self.doubts
