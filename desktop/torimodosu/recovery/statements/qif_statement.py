"""Reading QIF, the exchange format of Quicken.

After Intuit's description of the format: an entry is a few lines, each with a letter in
front, up to a line with "^". A header line says what kind of entries follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_layout import Account, DateForm
from torimodosu.recovery.statements.date_order import order_of
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.doubts import find_doubts
from torimodosu.recovery.statements.encoding import Decoded
from torimodosu.recovery.statements.exchanged_amount import (
    decimal_in,
    exchanged_amount,
)
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.mapping import FileFacts
from torimodosu.recovery.statements.printed_day import printed_day
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
from torimodosu.recovery.statements.word_book import WordBook

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


def read_qif(
    decoded: Decoded, book: WordBook, file: FileFacts
) -> StatementRead | Refused:
    """Return what a QIF file with the text *decoded* says, or why it says nothing.

    *book* knows the names of months; *file* may tell which of day and month is first.
    """
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    entries, others, kinds = _entries_of(lines)
    accounts = [_ACCOUNTS[kind] for kind in kinds if kind in _ACCOUNTS]
    if not accounts:
        is_investment = _INVESTMENT in kinds
        reason = Refusal.SECURITIES if is_investment else Refusal.NO_STATEMENT_INSIDE
        return Refused(reason=reason)
    written = [entry.cells["D"] for entry in entries if entry.cells.get("D")]
    form, is_known = _date_form(written, book, file)
    read = dict(enumerate(_charges_of(entries, form, book), 1))
    charges = [one for one in read.values() if isinstance(one, Charge)]
    skipped = [Skipped(row=r, why=w) for r, w in read.items() if isinstance(w, Why)]
    doubts = dict(find_doubts(charges, today=file.today, encoding=decoded.encoding))
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


def _charges_of(
    entries: Sequence[_Entry], form: DateForm, book: WordBook
) -> Iterator[Charge | Why]:
    decimal = decimal_in(map(_amount_of, entries))
    for row, entry in enumerate(entries, 1):
        day = _day_of(entry.cells.get("D", ""), form, book)
        yield _read(row, entry, day, exchanged_amount(_amount_of(entry), decimal))


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
    # A file that ends with a line has no half of one.
    end = _END if lines[-1:] == [""] else "!"
    for line in map(str.strip, (*lines, end)):
        if line.startswith("!") or line == _END:
            if cells and kinds and kinds[-1] in _ACCOUNTS:
                if line != _END:
                    cells[_END] = ""
                entries.append(_Entry(_ACCOUNTS[kinds[-1]], cells))
            elif cells:
                others += 1
            cells = {}
        if line.startswith("!"):
            kind = " ".join(line.casefold().split()).replace("! ", "!")
            kinds.append(kind.removeprefix(_TYPE).strip())
        elif line and line != _END:
            cells.setdefault(line[0].upper(), line[1:].strip())
    return entries, others, kinds


def _date_form(
    dates: Sequence[str], book: WordBook, file: FileFacts
) -> tuple[DateForm, bool]:
    """Return whether the day or the month stands first, and whether that is known.

    Where all dates can be read both ways, their order may tell it, and that no day is
    to come. Else they are taken for those of Quicken itself, which is American.
    """
    plain = [text.replace(" ", "") for text in dates]
    fitting = {
        form: sum(day_of(text, form) is not None for text in plain)
        for form in (DateForm.MONTH_FIRST, DateForm.DAY_FIRST)
    }
    if len(set(fitting.values())) > 1:
        return max(fitting, key=lambda form: fitting[form]), True
    told = order_of(plain, book, (), file)
    return told or DateForm.MONTH_FIRST, told is not None


def _day_of(written: str, form: DateForm, book: WordBook) -> date | None:
    """Return the day of an entry, in which blanks stand for zeros."""
    day = day_of(written.replace(" ", ""), form)
    if day is None and any(map(str.isalpha, written)):
        named = printed_day(written, form, book.months)
        return named.in_year(named.year) if named and named.year else None
    return day


def _amount_of(entry: _Entry) -> str:
    return entry.cells.get("T", "") or entry.cells.get("U", "")


def _read(
    row: int, entry: _Entry, day: date | None, printed: Decimal | None
) -> Charge | Why:
    cells: Mapping[str, str] = entry.cells
    if _END in cells:
        return Why.CUT_OFF
    if day is None:
        return Why.DATE_NOT_UNDERSTOOD if cells.get("D") else Why.NO_DATE
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
