"""What the statement log calls charges and statements."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.statement import ChargeKind
from torimodosu.recovery.statements.which_card.matching import OpenCharge
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.dates import full_day_words


def kind_words(kind: ChargeKind) -> str:
    """Return why money moved."""
    match kind:
        case ChargeKind.PURCHASE:
            return QCoreApplication.translate("Charges", "Purchase")
        case ChargeKind.REFUND:
            return QCoreApplication.translate("Charges", "Money back")
        case ChargeKind.FEE:
            return QCoreApplication.translate("Charges", "Fee or interest")
        case ChargeKind.PAYMENT:
            return QCoreApplication.translate("Charges", "Payment")
        case ChargeKind.ADJUSTMENT:
            return QCoreApplication.translate("Charges", "Correction")


def open_charge_words(why: OpenCharge) -> str:
    """Return why a charge that nothing explains may need a look, for a column."""
    match why:
        case OpenCharge.OF_THE_SHOP:
            return QCoreApplication.translate("Charges", "No order fits")
        case OpenCharge.SMALL_TEST:
            return QCoreApplication.translate("Charges", "Maybe a test")
        case OpenCharge.NEW_SUBSCRIPTION:
            return QCoreApplication.translate("Charges", "Comes again")
        case OpenCharge.NOT_SEEN_BEFORE:
            return QCoreApplication.translate("Charges", "New shop")


def charge_amount_words(amount: Decimal | None, currency: str) -> str:
    """Return an amount; one that the file does not give is open, never 0."""
    if amount is None:
        return QCoreApplication.translate("Orders", "Not known")
    return amount_words(amount, currency)


def days_words(statement: ImportedStatement) -> str:
    """Return the days that the charges of a statement are of."""
    if statement.first is None or statement.last is None:
        return QCoreApplication.translate("Charges", "Days not known")
    first, last = full_day_words(statement.first), full_day_words(statement.last)
    form = QCoreApplication.translate("Charges", "{first} to {last}")
    return form.format(first=first, last=last)


def bill_words(day: date | None) -> str:
    """Return when the money of a statement is taken, or ""."""
    if day is None:
        return ""
    form = QCoreApplication.translate("Charges", "The money is taken on {day}")
    return form.format(day=full_day_words(day))
