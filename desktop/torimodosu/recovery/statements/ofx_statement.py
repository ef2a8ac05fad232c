"""Reading OFX and QFX, in SGML (version 1) and in XML (version 2).

Only the elements of a list of transactions are looked at, as OFX 1.6 and 2.2 define
them (financialdataexchange.org), and no entity is ever expanded but the few of HTML.
Both versions are read in the same way: the tags that end a value are optional.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import unescape

from torimodosu.recovery.catalogue.statement_layout import Account, DateForm
from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.doubts import find_doubts
from torimodosu.recovery.statements.encoding import Decoded
from torimodosu.recovery.statements.exchanged_amount import (
    decimal_in,
    exchanged_amount,
)
from torimodosu.recovery.statements.holder_row import last_four
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.shop import shop_of
from torimodosu.recovery.statements.statement import (
    Charge,
    ChargeKind,
    Foreign,
    Refusal,
    Refused,
    Skipped,
    StatementRead,
    Why,
)

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z0-9_.]{1,40})\s*>(?P<value>[^<]*)")
_AMOUNT = re.compile(r"<TRNAMT\s*>(?P<amount>[^<]{0,60})", re.IGNORECASE)
_CHARSET = re.compile(
    rb"(?:CHARSET:|encoding\s?=\s?[\"'])\s{0,4}(?P<name>[A-Za-z0-9_-]{1,20})"
)
_HEAD = 2000
_CODE_PAGES = {"1252": "cp1252", "932": "cp932", "8859-1": "latin-1"}
_ACCOUNT = re.compile(r"[0-9X*x -]{4,40}")
_DAY, _YEAR_FIRST = 8, DateForm.YEAR_FIRST
_SHOP = ("NAME", "MEMO", "CHECKNUM")
_STATEMENTS = {"CCSTMTRS": Account.CARD, "STMTRS": Account.BANK}
# Section 11.4.4.3 of OFX 2.2; what is not here is told by words and sign.
_TYPES = {
    "FEE": ChargeKind.FEE,
    "SRVCHG": ChargeKind.FEE,
    "PAYMENT": ChargeKind.PAYMENT,
    "XFER": ChargeKind.PAYMENT,
    "DIRECTDEBIT": ChargeKind.PAYMENT,
    "REPEATPMT": ChargeKind.PAYMENT,
    "CHECK": ChargeKind.PAYMENT,
    "ATM": ChargeKind.PAYMENT,
    "CASH": ChargeKind.PAYMENT,
    "POS": ChargeKind.PURCHASE,
    "DEP": ChargeKind.ADJUSTMENT,
    "DIRECTDEP": ChargeKind.ADJUSTMENT,
    "DIV": ChargeKind.ADJUSTMENT,
}


def declared_charset(raw: bytes) -> str:
    """Return the encoding that the header of *raw* names, as Python knows it, or ""."""
    found = _CHARSET.search(raw[:_HEAD])
    if found is None:
        return ""
    name = found["name"].decode("ascii")
    return _CODE_PAGES.get(name, name)


def read_ofx(decoded: Decoded, *, today: date) -> StatementRead | Refused:
    """Return what an OFX file with the text *decoded* says, or why it says nothing."""
    text = decoded.text.replace("<![CDATA[", "").replace("]]>", "")
    amounts = (found["amount"].strip() for found in _AMOUNT.finditer(text))
    reader = _Reader(decimal_in(amounts))
    for found in _TAG.finditer(text):
        reader.take(found["name"].upper(), found["value"], is_end=bool(found["end"]))
    if reader.accounts:
        return reader.result(decoded.encoding, today)
    if reader.has_securities:
        return Refused(reason=Refusal.SECURITIES)
    if reader.has_error:
        return Refused(reason=Refusal.BANK_ERROR)
    return Refused(reason=Refusal.NO_STATEMENT_INSIDE)


class _Reader:
    """Takes the tags of a file in their order."""

    def __init__(self, decimal: str) -> None:
        self._decimal = decimal
        self.accounts: list[Account] = []
        self.has_error = False
        self.has_securities = False
        self._charges: list[Charge] = []
        self._skipped: list[Skipped] = []
        self._entry: dict[str, str] | None = None
        self._entries = 0
        self._currency = self._card = ""
        self._is_whole = False

    def take(self, name: str, value: str, *, is_end: bool) -> None:
        """Take one tag and the text behind it."""
        if name == "STMTTRN" or (is_end and name == "BANKTRANLIST"):
            self._end_entry()
            self._entry = None if is_end else {}
        elif is_end:
            self._is_whole = self._is_whole or name == "OFX"
        elif self._entry is not None:
            self._entry.setdefault(name, unescape(value).strip())
        else:
            self._take_outside(name, value.strip())

    def _take_outside(self, name: str, value: str) -> None:
        if name in _STATEMENTS:
            self.accounts.append(_STATEMENTS[name])
            self._currency = self._card = ""
        elif name == "CURDEF":
            self._currency = value.upper()
        elif name == "ACCTID" and self.accounts and _ACCOUNT.fullmatch(value):
            is_card = self.accounts[-1] is Account.CARD
            self._card = last_four(value) if is_card else ""
        elif name == "SEVERITY":
            self.has_error = self.has_error or value.upper() == "ERROR"
        elif name == "INVSTMTRS":
            self.has_securities = True

    def result(self, encoding: str, today: date) -> StatementRead:
        """Return what was read; an entry that is still open was cut off."""
        if self._entry is not None:
            self._entries += 1
            self._skipped.append(Skipped(row=self._entries, why=Why.CUT_OFF))
        doubts = find_doubts(
            self._charges,
            today=today,
            encoding=encoding,
            lacks_end=not self._is_whole,
        )
        amounts = (charge.amount for charge in self._charges)
        return StatementRead(
            issuer="",
            layout="ofx",
            account=self.accounts[0],
            encoding=encoding,
            charges=tuple(self._charges),
            skipped=tuple(self._skipped),
            sum=sum((a for a in amounts if a is not None), Decimal(0)),
            doubts=doubts,
        )

    def _end_entry(self) -> None:
        if self._entry is None:
            return
        self._entries += 1
        charge = self._read_entry(self._entry)
        if isinstance(charge, Why):
            self._skipped.append(Skipped(row=self._entries, why=charge))
        else:
            self._charges.append(charge)

    def _read_entry(self, entry: Mapping[str, str]) -> Charge | Why:
        posted = entry.get("DTUSER") or entry.get("DTPOSTED", "")
        # Behind the day stands the time; some banks write the day with hyphens.
        day = day_of(posted[:_DAY], _YEAR_FIRST) or day_of(posted, _YEAR_FIRST)
        if day is None:
            return Why.DATE_NOT_UNDERSTOOD if posted else Why.NO_DATE
        printed = exchanged_amount(entry.get("TRNAMT", ""), self._decimal)
        if printed is None:
            return Why.AMOUNT_NOT_UNDERSTOOD
        shop = shop_of(next((entry[tag] for tag in _SHOP if entry.get(tag)), ""))
        account = self.accounts[-1] if self.accounts else Account.BANK
        amount = -printed
        return Charge(
            row=self._entries,
            card=self._card,
            holder="",
            date=day,
            merchant=shop.printed,
            merchant_normal=shop.normal,
            amount=amount,
            billed=None,
            currency=_currency(entry) or self._currency,
            foreign=_foreign(entry),
            kind=_kind(entry.get("TRNTYPE", "").upper(), shop.normal, amount, account),
            bill_date=None,
        )


def _currency(entry: Mapping[str, str]) -> str:
    """Return the currency of the amount itself, where it is not that of the account."""
    return entry.get("CURSYM", "").upper() if "CURRENCY" in entry else ""


def _foreign(entry: Mapping[str, str]) -> Foreign | None:
    if "ORIGCURRENCY" not in entry:
        return None
    rate = amount_of(entry.get("CURRATE", ""))
    return Foreign(amount=None, currency=entry.get("CURSYM", "").upper(), rate=rate)


def _kind(said: str, normal: str, amount: Decimal, account: Account) -> ChargeKind:
    if said in _TYPES:
        return _TYPES[said]
    if said == "INT":
        return ChargeKind.FEE if amount > 0 else ChargeKind.ADJUSTMENT
    by_words = kind_of(normal, amount, account)
    is_payment_by_default = by_words is ChargeKind.PAYMENT and account is Account.BANK
    if said == "DEBIT" and amount > 0 and is_payment_by_default:
        return ChargeKind.PURCHASE
    return by_words
