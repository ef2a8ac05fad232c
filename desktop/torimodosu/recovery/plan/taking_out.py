"""Everything that is kept of a case, as files that other programs open."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from html import escape

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.case.sent import Sent
from torimodosu.recovery.evidence.index import index_csv, printable, row_of
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.spreadsheet import CsvLines, guarded
from torimodosu.recovery.statements.export import export_csv
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.twostep.kept import KeptAccount

EVIDENCE, PLAIN = "evidence", "everything.json"

_ORDERS = (
    *("order_number", "service", "whose", "state", "placed_at", "currency", "total"),
    *("gift_card", "points", "card", "unknown", "refunded", "items", "certainty"),
)

_CONTACTS = (
    *("at", "whom", "channel", "card", "name", "reference", "note"),
    *("promised_by", "answered_at"),
)


def case_tables(
    snapshot: Snapshot,
    *,
    journal: Sequence[Entry],
    mails: Sequence[KeptMail],
    charges: Sequence[LoggedCharge],
) -> Mapping[str, bytes]:
    """Return the tables of the case of *snapshot* by the names of their files.

    They are comma-separated values in UTF-8 with a byte order mark (RFC 4180), moments
    in ISO 8601 with offset, amounts with a point; what is not known is empty.
    """
    return {
        "orders.csv": _orders(snapshot.orders, snapshot.ownership),
        "mails.csv": index_csv(row_of(mail, _as_it_is) for mail in mails),
        "charges.csv": export_csv(charges, cards=_cards(snapshot.case)).encode(),
        "contacts.csv": _contacts(snapshot.contacts),
        "journal.csv": _journal(journal),
    }


def program_tables(
    sent: Sequence[Sent], accounts: Sequence[KeptAccount]
) -> Mapping[str, bytes]:
    """Return what belongs to no case: what was sent, and the accounts without secrets.

    The form is that of `case_tables`.
    """
    return {
        "what-left-this-computer.csv": _csv(
            ("at", "host", "what", "count"),
            ([_at(s.at), s.host, s.what.value, str(s.count)] for s in sent),
        ),
        "accounts-with-codes.csv": _csv(
            ("issuer", "name", "type", "added_at"),
            ([a.issuer, a.name, a.type.value, _at(a.added_at)] for a in accounts),
        ),
    }


def folder_name(case: Case) -> str:
    """Return a name in ASCII for the folder of *case*."""
    letters = (c if c.isascii() and c.isalnum() else "-" for c in case.answers.service)
    kind = "practice" if case.is_practice else "case"
    return f"{kind}-{case.number}-{''.join(letters)[:40]}"


def contents_page(files: Iterable[str]) -> bytes:
    """Return a page that leads to *files*, by their paths, for any browser.

    It speaks Japanese and English side by side, loads nothing and runs nothing.
    """
    lines = "".join(
        f'<li><a href="{escape(path)}">{escape(path)}</a></li>\n' for path in files
    )
    return (
        '<!DOCTYPE html>\n<html lang="ja">\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Torimodosu</title>\n{_INTRODUCTION}<ul>\n{lines}</ul>\n</html>\n"
    ).encode()


_INTRODUCTION = """<h1>Torimodosu に保存されていたもの What Torimodosu kept</h1>
<p>表（.csv）は表計算ソフトで、.json はどのソフトでも読めます。evidence の中は、
受け取ったままのメールです。<br>
<span lang="en">The tables (.csv) open in any spreadsheet program, .json in any program.
In “evidence” lie the mails as they were received.</span></p>
<p>パスワードと、確認コードのもとになる鍵は入っていません。<br>
<span lang="en">There is no password in here, and no key that codes are made from.
</span></p>
"""


def _orders(orders: Mapping[str, Order], whose: Mapping[str, Ownership]) -> bytes:
    rows = (
        [
            order.order_number or "",
            order.service,
            whose[key].value if key in whose else "",
            order.state.value,
            _at(order.placed_at),
            order.currency,
            *map(_figure, (order.total, order.gift_card, order.points)),
            *map(_figure, (order.card, order.unknown, order.refunded)),
            " / ".join(item.title for item in order.items),
            order.certainty.value,
        ]
        for key, order in orders.items()
    )
    return _csv(_ORDERS, rows)


def _contacts(contacts: Sequence[Contact]) -> bytes:
    rows = (
        [
            *(_at(one.at), one.whom.value, one.channel.value, str(one.card or "")),
            *(one.name, one.reference, one.note),
            "" if one.promised_by is None else one.promised_by.isoformat(),
            _at(one.answered_at),
        ]
        for one in contacts
    )
    return _csv(_CONTACTS, rows)


def _journal(entries: Sequence[Entry]) -> bytes:
    rows = ([_at(entry.at), entry.kind.value, entry.text] for entry in entries)
    return _csv(("at", "what", "text"), rows)


def _csv(names: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    lines = CsvLines()
    writer = csv.writer(lines)
    writer.writerow(names)
    writer.writerows([guarded(printable(cell)) for cell in row] for row in rows)
    return "".join(lines).encode("utf-8-sig")


def _cards(case: Case | None) -> Mapping[int, str]:
    cards = () if case is None else case.answers.cards
    return {c.number: f"{c.nickname or c.issuer} {c.last_four}".strip() for c in cards}


def _at(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()


def _figure(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"


def _as_it_is(moment: datetime) -> datetime:
    return moment
