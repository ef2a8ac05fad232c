"""What is said of statement files: why one was not read, and what is odd about one."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.statements.statement import Doubt, Refusal, Why

WrongFile = Literal[
    Refusal.EMPTY,
    Refusal.ONLY_NULS,
    Refusal.WEB_PAGE,
    Refusal.EXCEL,
    Refusal.ARCHIVE,
    Refusal.IMAGE,
    Refusal.NOT_TEXT,
]
WithoutCharges = Literal[
    Refusal.BANK_ERROR, Refusal.NO_STATEMENT_INSIDE, Refusal.SECURITIES
]
UnreadPdf = Literal[Refusal.PDF, Refusal.PDF_LOCKED, Refusal.PDF_PICTURE]
OutOfReach = Literal[
    Refusal.TOO_LARGE,
    Refusal.NO_PERMISSION,
    Refusal.NOT_A_FILE,
    Refusal.UNREADABLE,
]
ColumnsDoubt = Literal[
    Doubt.COLUMNS_GUESSED,
    Doubt.DIRECTION_GUESSED,
    Doubt.YEAR_NOT_PRINTED,
    Doubt.DATE_UNKNOWN,
    Doubt.DATE_LONG_AGO,
]


def refusal_words(refusal: Refusal, issuer: str = "") -> str:
    """Return what a file is instead of a statement, and what to bring.

    *issuer* is the name of the company whose statement it is, where that is why.
    """
    match refusal:
        case Refusal.UNKNOWN_LAYOUT:
            return QCoreApplication.translate(
                "Statements",
                "Its columns are not known yet. You can show us which is which.",
            )
        case Refusal.OTHER_ISSUER:
            form = QCoreApplication.translate(
                "Statements", "This is a statement of {issuer}."
            )
            return form.format(issuer=issuer)
        case Refusal.NOT_A_CARD:
            return QCoreApplication.translate(
                "Statements",
                "This is the statement of a bank account, not of the card. Save that"
                " of the card on its own page.",
            )
        case Refusal.BANK_ERROR | Refusal.NO_STATEMENT_INSIDE | Refusal.SECURITIES:
            return _no_charges_words(refusal)
        case (
            Refusal.TOO_LARGE
            | Refusal.NO_PERMISSION
            | Refusal.NOT_A_FILE
            | Refusal.UNREADABLE
        ):
            return _out_of_reach_words(refusal)
        case Refusal.PDF | Refusal.PDF_LOCKED | Refusal.PDF_PICTURE:
            return _pdf_words(refusal)
        case _:
            return _wrong_file_words(refusal)


def doubt_words(doubt: Doubt) -> str:
    """Return what is odd about a statement."""
    match doubt:
        case Doubt.DATE_IN_FUTURE:
            return QCoreApplication.translate(
                "Statements", "A charge is dated later than today"
            )
        case Doubt.AMOUNT_UNKNOWN:
            return QCoreApplication.translate(
                "Statements", "A charge has no amount in the file"
            )
        case Doubt.END_MISSING:
            return QCoreApplication.translate(
                "Statements", "The end is missing. Save the statement once more"
            )
        case Doubt.MIXED_ENCODINGS:
            return QCoreApplication.translate(
                "Statements", "Some rows are written in another way than the others"
            )
        case Doubt.DAY_OR_MONTH_FIRST:
            return QCoreApplication.translate(
                "Statements", "Whether day or month stands first is not certain"
            )
        case Doubt.TOTAL_DIFFERS:
            return QCoreApplication.translate(
                "Statements", "The printed total is not the sum of the rows"
            )
        case _:
            return _columns_doubt_words(doubt)


def _columns_doubt_words(doubt: ColumnsDoubt) -> str:
    match doubt:
        case Doubt.COLUMNS_GUESSED:
            return QCoreApplication.translate(
                "Statements", "What each column holds was found out, not known"
            )
        case Doubt.DIRECTION_GUESSED:
            return QCoreApplication.translate(
                "Statements", "Which amounts went out was found out, not known"
            )
        case Doubt.YEAR_NOT_PRINTED:
            return QCoreApplication.translate(
                "Statements", "The year is missing, so the days are not known"
            )
        case Doubt.DATE_UNKNOWN:
            return QCoreApplication.translate(
                "Statements", "A charge has no day in the file"
            )
        case Doubt.DATE_LONG_AGO:
            return QCoreApplication.translate(
                "Statements", "A charge is dated impossibly long ago"
            )


def not_understood_words(why: Why) -> str:
    """Return why a row was not understood."""
    match why:
        case Why.NO_DATE:
            return QCoreApplication.translate("Statements", "It has no date")
        case Why.DATE_NOT_UNDERSTOOD:
            return QCoreApplication.translate("Statements", "The date is not readable")
        case Why.AMOUNT_NOT_UNDERSTOOD:
            return QCoreApplication.translate(
                "Statements", "The amount is not readable"
            )
        case Why.CUT_OFF:
            return QCoreApplication.translate("Statements", "It ends in the middle")
        case Why.QUOTE_NOT_CLOSED:
            return QCoreApplication.translate(
                "Statements", "A quotation mark in it is not closed"
            )
        case Why.HOLDS_NULS:
            return QCoreApplication.translate("Statements", "It is partly overwritten")
        case Why.WRONG_ENCODING:
            return QCoreApplication.translate("Statements", "Its letters are damaged")
        case Why.TOO_LONG:
            return QCoreApplication.translate("Statements", "It is too long for a row")


def _no_charges_words(refusal: WithoutCharges) -> str:
    match refusal:
        case Refusal.BANK_ERROR:
            return QCoreApplication.translate(
                "Statements",
                "The bank sent a message instead of a statement. Save it once more.",
            )
        case Refusal.NO_STATEMENT_INSIDE:
            return QCoreApplication.translate(
                "Statements", "There is no list of charges in it. Save the statement."
            )
        case Refusal.SECURITIES:
            return QCoreApplication.translate(
                "Statements",
                "This tells of shares and funds. Save the statement of the card.",
            )


def _pdf_words(refusal: UnreadPdf) -> str:
    match refusal:
        case Refusal.PDF:
            return QCoreApplication.translate(
                "Statements",
                "There are no rows to read in this PDF. Save the same month as CSV.",
            )
        case Refusal.PDF_LOCKED:
            return QCoreApplication.translate(
                "Statements",
                "This PDF opens only with its password. Save the same month as CSV.",
            )
        case Refusal.PDF_PICTURE:
            return QCoreApplication.translate(
                "Statements",
                "This PDF is a picture without text. Save the same month as CSV.",
            )


def _wrong_file_words(refusal: WrongFile) -> str:
    match refusal:
        case Refusal.EMPTY:
            return QCoreApplication.translate(
                "Statements", "There is nothing in it. Save the statement once more."
            )
        case Refusal.ONLY_NULS:
            return QCoreApplication.translate(
                "Statements", "The file is damaged. Save the statement once more."
            )
        case Refusal.WEB_PAGE:
            return QCoreApplication.translate(
                "Statements",
                "This is a web page, perhaps because you were signed out. Sign in"
                " there and save the CSV again.",
            )
        case Refusal.EXCEL:
            return QCoreApplication.translate(
                "Statements", "This is an Excel file. Save its sheet as CSV."
            )
        case Refusal.ARCHIVE:
            return QCoreApplication.translate(
                "Statements", "This is a packed file. Unpack it, then bring it."
            )
        case Refusal.IMAGE:
            return QCoreApplication.translate(
                "Statements", "This is a picture. Save the statement as CSV."
            )
        case Refusal.NOT_TEXT:
            return QCoreApplication.translate(
                "Statements", "This is no statement. Bring a CSV, OFX, QIF or PDF file."
            )


def _out_of_reach_words(refusal: OutOfReach) -> str:
    match refusal:
        case Refusal.TOO_LARGE:
            return QCoreApplication.translate(
                "Statements", "It is too large. Save one month at a time."
            )
        case Refusal.NO_PERMISSION:
            return QCoreApplication.translate(
                "Statements", "This computer does not let us read it. Copy it first."
            )
        case Refusal.NOT_A_FILE:
            return QCoreApplication.translate(
                "Statements", "This is not a file. Bring the statements themselves."
            )
        case Refusal.UNREADABLE:
            return QCoreApplication.translate(
                "Statements", "It could not be read. Copy it to another disk and retry."
            )
