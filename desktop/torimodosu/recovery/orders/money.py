"""Amounts of money as mails print them."""

import re
from dataclasses import dataclass
from decimal import Decimal

_CODES = "JPY|USD|EUR|GBP|CAD|AUD|SGD|CHF|SEK|PLN|INR|BRL|MXN|CNY|TWD|KRW|HKD"
_MARKS = {
    "円": "JPY",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "zł": "PLN",
    "US$": "USD",
    "CDN$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "R$": "BRL",
    "¥": "JPY",
    "\\": "JPY",
    # The sign stands for the money of the shop's country.
    "$": "$",
}
_BEFORE = rf"(?:(?:JPY\s?|JP)[¥\\]|{_CODES}|US\$|CDN\$|CA\$|A\$|R\$|[$€£₹¥\\])"
_AFTER = rf"(?:\(?円\)?|{_CODES}|€|£|zł)"
_DIGITS = r"(?:\d{1,3}(?:[,.]\d{3}){1,3}|\d{1,11})(?:[.,]\d{2})?(?![\d.,]\d|\d)"
_AMOUNT = rf"""
    (?P<minus>[-▲△])?\s?
    (?:(?P<before>(?<![A-Za-z]){_BEFORE})\s?(?P<minus_inside>-)?\s?(?P<digits>{_DIGITS})
      |(?:(?<!\w)(?<![.,])|(?<=[計額金料]))「?(?P<digits_first>{_DIGITS})」?\s?(?P<after>{_AFTER}))
"""
_TAX = r"(?:\((?:税込|税抜|内税|税別|消費税)[^()]{0,20}\)|税込み?|税抜き?)"
_TAIL = rf"\s?円?-?\s?{_TAX}?\s?(?:です)?[。*]?"
_WHOLE = re.compile(rf"{_AMOUNT}{_TAIL}", re.VERBOSE)
_DIGIT = re.compile(r"\d")
_ANYWHERE = re.compile(_AMOUNT, re.VERBOSE)
_AT_END = re.compile(rf"{_AMOUNT}{_TAIL}$", re.VERBOSE)

# Where "$" is not that of the United States.
_DOLLARS = {
    "amazon.ca": "CAD",
    "amazon.com.au": "AUD",
    "amazon.sg": "SGD",
    "amazon.com.mx": "MXN",
}
# Thousands apart by blanks, which may as well be two numbers.
_APART_BEFORE = re.compile(r"(?<![\d/.-])\d{1,3} \Z")
_APART_BEHIND = re.compile(r" \d{3}(?![\d/-])")
# No label with an amount is longer; the limit keeps the search short.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; `currency` is an ISO 4217 code, or "$" as it is printed."""

    currency: str
    amount: Decimal


def money_of(text: str) -> Money | None:
    """Return the amount that folded *text* consists of, or None."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    found = _WHOLE.fullmatch(text)
    return _money(found) if found else None


def money_at_end(text: str) -> tuple[str, Money] | None:
    """Return what stands before the amount that folded *text* ends with, and it."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    found = _AT_END.search(text)
    money = _money(found) if found else None
    if found is None or money is None:
        return None
    return text[: found.start()].rstrip(), money


def money_in(text: str) -> Money | None:
    """Return the first amount in folded *text*, or None.

    It is None too where blanks leave open which digits belong to the amount.
    """
    text = text[:_LONGEST]
    found = _ANYWHERE.search(text)
    if found is None or _APART_BEHIND.match(text, found.end()):
        return None
    return None if _is_apart_before(text, found) else _money(found)


def currency_of(mark: str, service: str) -> str:
    """Return the ISO 4217 code that *mark* stands for in a mail of *service*."""
    return _DOLLARS.get(service, "USD") if mark == "$" else mark


def _is_apart_before(text: str, found: re.Match[str]) -> bool:
    digits = found["digits_first"] or ""
    is_group = len(re.split("[,.]", digits, maxsplit=1)[0]) == len("000")
    start = found.start("digits_first")
    return is_group and _APART_BEFORE.search(text, 0, start) is not None


def _money(found: re.Match[str]) -> Money | None:
    mark = found["before"] or found["after"].strip("()")
    if mark.startswith("JP"):
        mark = "JPY"
    currency = _MARKS.get(mark, mark)
    digits = found["digits"] or found["digits_first"]
    whole, fraction = _split(digits)
    if currency in {"JPY", "KRW"} and fraction:
        if not digits.endswith(".00"):
            return None
        fraction = ""
    amount = Decimal(f"{whole}.{fraction}" if fraction else whole)
    is_negative = bool(found["minus"] or found["minus_inside"])
    return Money(currency, -amount if is_negative else amount)


def _split(digits: str) -> tuple[str, str]:
    """Part the whole from the fraction: two digits after the last point or comma."""
    whole, fraction = digits, ""
    if len(digits) > len("0.00") - 1 and digits[-3] in ",.":
        whole, fraction = digits[:-3], digits[-2:]
    return whole.replace(",", "").replace(".", ""), fraction
