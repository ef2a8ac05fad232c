"""Amounts abroad, as they stand in a text."""

import re
import unicodedata
from decimal import Decimal

from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.statement import Foreign

_LONGEST = 300
_RATE = "レート"
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?"
_CODE = r"(?<![A-Z])[A-Z]{3}(?![A-Z])"
# SMBC: 0.60 USD 110.712 07 03
_AMOUNT_CODE_RATE = re.compile(
    rf"(?P<amount>-?(?:{_NUMBER})) (?P<code>{_CODE}) (?P<rate>{_NUMBER})(?: .{{0,12}})?"
)
# Epos: USD11 (1USD=163.454545円 換算日2026年1月7日)
_CODE_AMOUNT_RATE = re.compile(
    rf"(?P<code>{_CODE}|[A-Z]{{3}}) ?(?P<amount>-?(?:{_NUMBER})) ?"
    rf"\(1 ?[A-Z]{{3}} ?= ?(?P<rate>{_NUMBER}) ?円"
)
# Rakuten: 現地利用額 12.34 USD 変換レート 150.123円
# Orico: shop 22.00 換算レート/ 166.59円
_BEFORE_RATE = re.compile(
    rf"(?:^| )(?:現地利用額)? ?(?P<amount>-?(?:{_NUMBER})) ?(?P<code>{_CODE})? ?"
    rf"(?:変換|換算)レート ?[/:]? ?(?P<rate>{_NUMBER}) ?円?"
)
_SHAPES = (_AMOUNT_CODE_RATE, _CODE_AMOUNT_RATE, _BEFORE_RATE)


def foreign_of(text: str) -> Foreign | None:
    """Return the amount abroad that a text of its own tells, or None."""
    folded = _folded(text)
    for shape in _SHAPES:
        found = shape.search(folded)
        if found:
            return _read(found)
    return None


def tells_rate(text: str) -> bool:
    """Tell whether an amount abroad may follow a shop in *text*."""
    return _RATE in text


def split_foreign(merchant: str) -> tuple[str, Foreign | None]:
    """Return the shop of a *merchant* cell, and the amount abroad that follows it."""
    if not tells_rate(merchant):
        return merchant, None
    folded = _folded(merchant)
    found = _BEFORE_RATE.search(folded)
    if found is None or not folded[: found.start()].strip():
        return merchant, None
    return folded[: found.start()].strip(), _read(found)


def foreign_from(amount: str, currency: str, rate: str) -> Foreign | None:
    """Return the amount abroad that stands in cells of its own, or None."""
    printed = amount_of(amount)
    if printed is None:
        return None
    code = unicodedata.normalize("NFKC", currency).strip().upper()
    return Foreign(amount=printed, currency=code, rate=amount_of(rate))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())


def _read(found: re.Match[str]) -> Foreign:
    return Foreign(
        amount=_decimal(found["amount"]),
        currency=found["code"] or "",
        rate=_decimal(found["rate"]),
    )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
