"""Reading QIF, the exchange format of Quicken.

After Intuit's description of the format: an entry is a few lines, each with a letter in
front, up to a line with "^". A header line says what kind of entries follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_layout import Account, DateForm
from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.doubts import find_doubts
from torimodosu.recovery.statements.encoding import Decoded
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.row_texts import with_words
from torimodosu.recovery.statements.shop import shop_of
from torimodosu.recovery.statements.statement import (
    Charge,
    Doubt,
    Refusal,
    Refused,
    Skipped,
    StatementRead,
    Why,
)

_TYPE = "!type:"
_ACCOUNTS = {
    "bank": Account.BANK,
    "cash": Account.BANK,
    "oth a": Account.BANK,
    "ccard": Account.CARD,
    "oth l": Account.CARD,
}
_INVESTMENT = "invst"
_END = "^"
_SHOP = "PML"
_OTHER = "list_entry"


@dataclass(slots=True)
class _Entry:
    account: Account
    cells: dict[str, str] = field(default_factory=dict)


def read_qif(decoded: Decoded, *, today: date) -> StatementRead | Refused:
    """Return what a QIF file with the text *decoded* says, or why it says nothing."""
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    entries, others, kinds = _entries_of(lines)
    accounts = [_ACCOUNTS[kind] for kind in kinds if kind in _ACCOUNTS]
    if not accounts:
        is_investment = _INVESTMENT in kinds
        reason = Refusal.SECURITIES if is_investment else Refusal.NO_STATEMENT_INSIDE
        return Refused(reason=reason)
    form, is_known = _date_form([entry.cells.get("D", "") for entry in entries])
    charges: list[Charge] = []
    skipped: list[Skipped] = []
    for row, entry in enumerate(entries, 1):
        charge = _read(row, entry, form)
        if isinstance(charge, Why):
            skipped.append(Skipped(row=row, why=charge))
        else:
            charges.append(charge)
    doubts = dict(find_doubts(charges, today=today, encoding=decoded.encoding))
    if charges and not is_known:
        doubts[Doubt.DAY_OR_MONTH_FIRST] = ()
    amounts = (charge.amount for charge in charges)
    return StatementRead(
        issuer="",
        layout="qif",
        account=accounts[0],
        encoding=decoded.encoding,
        charges=tuple(charges),
        skipped=with_words(skipped, _words_of(entries)),
        other_rows={_OTHER: others} if others else {},
        sum=sum((a for a in amounts if a is not None), Decimal(0)),
        doubts=doubts,
    )


def _words_of(entries: Sequence[_Entry]) -> Mapping[int, str]:
    """Return each entry in one line."""
    cells = ([f"{key}{cell}" for key, cell in e.cells.items()] for e in entries)
    return {row: " ".join(each) for row, each in enumerate(cells, 1)}


def _entries_of(lines: Sequence[str]) -> tuple[Sequence[_Entry], int, Sequence[str]]:
    """Return the entries of accounts, how many others there are, and all headers.

    An entry that the file breaks off in is returned with the mark "^".
    """
    entries: list[_Entry] = []
    kinds: list[str] = []
    others = 0
    cells: dict[str, str] = {}
    for line in (*lines, "!"):
        if line.startswith("!") or line.strip() == _END:
            if cells and kinds and kinds[-1] in _ACCOUNTS:
                if line.strip() != _END:
                    cells[_END] = ""
                entries.append(_Entry(_ACCOUNTS[kinds[-1]], cells))
            elif cells:
                others += 1
            cells = {}
        if line.startswith("!"):
            kinds.append(line.strip().casefold().removeprefix(_TYPE))
        elif line.strip() and line.strip() != _END:
            cells.setdefault(line[0].upper(), line[1:].strip())
    return entries, others, kinds


def _date_form(dates: Sequence[str]) -> tuple[DateForm, bool]:
    """Return whether the day or the month stands first, and whether a date tells.

    Where all dates can be read both ways, they are taken for those of Quicken itself,
    which is American.
    """
    written = [text.replace(" ", "") for text in dates if text]
    fitting = {
        form: sum(day_of(text, form) is not None for text in written)
        for form in (DateForm.MONTH_FIRST, DateForm.DAY_FIRST)
    }
    best = max(fitting, key=lambda form: fitting[form])
    return best, len(set(fitting.values())) > 1 or _has_year_first(written)


def _has_year_first(dates: Sequence[str]) -> bool:
    return all(text[:4].isdigit() for text in dates)


def _read(row: int, entry: _Entry, form: DateForm) -> Charge | Why:
    cells: Mapping[str, str] = entry.cells
    if _END in cells:
        return Why.CUT_OFF
    written = cells.get("D", "").replace(" ", "")
    day = day_of(written, form)
    if day is None:
        return Why.DATE_NOT_UNDERSTOOD if written else Why.NO_DATE
    printed = amount_of(cells.get("T", "") or cells.get("U", ""))
    if printed is None:
        return Why.AMOUNT_NOT_UNDERSTOOD
    shop = shop_of(next((cells[key] for key in _SHOP if cells.get(key)), ""))
    return Charge(
        row=row,
        card="",
        holder="",
        date=day,
        merchant=shop.printed,
        merchant_normal=shop.normal,
        amount=-printed,
        billed=None,
        currency="",
        foreign=None,
        kind=kind_of(shop.normal, -printed, entry.account),
        bill_date=None,
    )
