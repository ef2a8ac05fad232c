"""Amounts of money in words."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

# ISO 4217: how many decimals an amount is written with, where it is not two.
_DECIMALS = {"JPY": 0, "KRW": 0}
_TWO = 2


def amount_words(amount: Decimal, currency: str) -> str:
    """Return *amount* as the language of the window writes it, such as "¥99,400".

    A currency without a form of its own stands behind the figures by its ISO code.
    """
    figures = figure_words(amount, currency)
    match currency:
        case "JPY":
            form = QCoreApplication.translate("Amounts", "¥{figures}")
        case "USD":
            form = QCoreApplication.translate("Amounts", "${figures}")
        case "EUR":
            form = QCoreApplication.translate("Amounts", "€{figures}")
        case "GBP":
            form = QCoreApplication.translate("Amounts", "£{figures}")
        case _:
            return f"{figures} {currency}".strip()
    return form.format(figures=figures)


def figure_words(amount: Decimal, currency: str) -> str:
    """Return the figures alone, for a column whose title names the currency."""
    decimals = _DECIMALS.get(currency, _TWO)
    # Qt would round through a float; the integer part may be grouped as it is.
    whole, _, rest = f"{abs(amount):.{decimals}f}".partition(".")
    grouped = QLocale().toString(int(whole))
    point = QLocale().decimalPoint()
    sign = "-" if amount < 0 else ""
    return sign + (f"{grouped}{point}{rest}" if rest else grouped)
