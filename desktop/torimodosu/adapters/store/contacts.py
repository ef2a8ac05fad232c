"""Whom the user turned to."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom


def keep_contact(
    database: Database, case: Case, contact: Contact, *, at: datetime
) -> Contact:
    """Keep *contact*, under a new number where it has none."""
    with database.write() as connection:
        require(connection, case.number)
        kept = contact
        if not contact.number:
            kept = replace(contact, number=_next_number(connection, case.number))
        note(connection, case.number, _entry(kept, at=at))
        connection.execute(
            "INSERT INTO contact (case_id, number, at, whom, channel, card, name,"
            " reference, note, promised_by, answered_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET at = excluded.at, whom = excluded.whom,"
            " channel = excluded.channel, card = excluded.card, name = excluded.name,"
            " reference = excluded.reference, note = excluded.note,"
            " promised_by = excluded.promised_by, answered_at = excluded.answered_at",
            (case.number, *_row(kept)),
        )
    return kept


def forget_contact(
    database: Database, case: Case, number: int, *, at: datetime
) -> None:
    """Forget the contact with *number*; the journal still tells that there was one."""
    entry = Entry(at=at, kind=Kind.CONTACT_FORGOTTEN, text=f"number={number}")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "DELETE FROM contact WHERE case_id = ? AND number = ?",
            (case.number, number),
        )


def contacts_of(connection: sqlite3.Connection, number: int) -> Sequence[Contact]:
    """Return the contacts of the case *number*, oldest first."""
    rows = connection.execute(
        "SELECT number, at, whom, channel, card, name, reference, note, promised_by,"
        " answered_at FROM contact WHERE case_id = ?",
        (number,),
    )
    return sorted((_contact(row) for row in rows), key=lambda one: (one.at, one.number))


def _next_number(connection: sqlite3.Connection, number: int) -> int:
    (given,) = connection.execute(
        'UPDATE "case" SET contacts_given = contacts_given + 1 WHERE id = ?'
        " RETURNING contacts_given",
        (number,),
    ).fetchone()
    return int(given)


def _entry(contact: Contact, *, at: datetime) -> Entry:
    """Return the line of the journal; the user's own words stay out of it."""
    words = (
        f"number={contact.number} at={contact.at.isoformat()}"
        f" whom={contact.whom.value} channel={contact.channel.value}"
    )
    if contact.card:
        words += f" card={contact.card}"
    if contact.promised_by is not None:
        words += f" promised_by={contact.promised_by.isoformat()}"
    if contact.answered_at is not None:
        words += f" answered_at={contact.answered_at.isoformat()}"
    return Entry(at=at, kind=Kind.CONTACT_KEPT, text=words)


def _row(contact: Contact) -> tuple[str | int | None, ...]:
    promised, answered = contact.promised_by, contact.answered_at
    return (
        *(contact.number, contact.at.isoformat(), contact.whom.value),
        *(contact.channel.value, contact.card, storable(contact.name)),
        *(storable(contact.reference), storable(contact.note)),
        None if promised is None else promised.isoformat(),
        None if answered is None else answered.isoformat(),
    )


_Row = tuple[int, str, str, str, int, str, str, str, str | None, str | None]


def _contact(row: _Row) -> Contact:
    number, at, whom, channel, card, name, reference, words, promised, answered = row
    return Contact(
        number=number,
        at=datetime.fromisoformat(at),
        whom=Whom(whom),
        channel=Channel(channel),
        card=card,
        name=name,
        reference=reference,
        note=words,
        promised_by=None if promised is None else date.fromisoformat(promised),
        answered_at=None if answered is None else datetime.fromisoformat(answered),
    )
