"""What the columns of a statement can hold, in words."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.mapping import Unsure

Offered = Literal[
    Meaning.USED,
    Meaning.MERCHANT,
    Meaning.AMOUNT,
    Meaning.OUT,
    Meaning.IN,
    Meaning.MEMO,
    Meaning.CURRENCY,
    Meaning.CARD,
    Meaning.BILLED,
]
OFFERED: tuple[Offered, ...] = (
    *(Meaning.USED, Meaning.MERCHANT, Meaning.AMOUNT, Meaning.OUT, Meaning.IN),
    *(Meaning.MEMO, Meaning.CURRENCY, Meaning.CARD, Meaning.BILLED),
)


def meaning_words(meaning: Offered) -> str:
    """Return what a column holds."""
    match meaning:
        case Meaning.USED:
            return QCoreApplication.translate("Columns", "Day of use")
        case Meaning.MERCHANT:
            return QCoreApplication.translate("Columns", "Shop")
        case Meaning.AMOUNT:
            return QCoreApplication.translate("Columns", "Amount")
        case Meaning.OUT:
            return QCoreApplication.translate("Columns", "Money out")
        case Meaning.IN:
            return QCoreApplication.translate("Columns", "Money in")
        case Meaning.MEMO:
            return QCoreApplication.translate("Columns", "Remark")
        case Meaning.CURRENCY:
            return QCoreApplication.translate("Columns", "Currency")
        case Meaning.CARD:
            return QCoreApplication.translate("Columns", "Card number, its end")
        case Meaning.BILLED:
            return QCoreApplication.translate("Columns", "Day of payment")


def date_words(form: DateForm) -> str:
    """Return in which order days are written."""
    match form:
        case DateForm.YEAR_FIRST:
            return QCoreApplication.translate("Columns", "Year first: 2026/5/18")
        case DateForm.YYMMDD:
            return QCoreApplication.translate("Columns", "Six digits: 260518")
        case DateForm.DAY_FIRST:
            return QCoreApplication.translate("Columns", "Day first: 18/5/2026")
        case DateForm.MONTH_FIRST:
            return QCoreApplication.translate("Columns", "Month first: 5/18/2026")


def unsure_words(unsure: Unsure) -> str:
    """Return what nothing in the file settles."""
    match unsure:
        case Unsure.DATE:
            return QCoreApplication.translate("Columns", "which column is the day")
        case Unsure.DAY_OR_MONTH:
            return QCoreApplication.translate(
                "Columns", "whether day or month stands first"
            )
        case Unsure.AMOUNT:
            return QCoreApplication.translate("Columns", "which column is the amount")
        case Unsure.DECIMAL:
            return QCoreApplication.translate("Columns", "what the comma stands for")
        case Unsure.DIRECTION:
            return QCoreApplication.translate("Columns", "which sign is money out")
        case Unsure.MERCHANT:
            return QCoreApplication.translate("Columns", "which column is the shop")
        case Unsure.COLUMNS:
            return QCoreApplication.translate("Columns", "what the columns are called")
        case Unsure.YEAR:
            return QCoreApplication.translate("Columns", "which year it is")
