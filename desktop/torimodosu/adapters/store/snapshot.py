"""Everything known of a case, read in one look."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from torimodosu.adapters.store.card_words import words_of
from torimodosu.adapters.store.card_work import is_stale, work_of
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.contacts import contacts_of
from torimodosu.adapters.store.events import events_of
from torimodosu.adapters.store.mails import mails_of_kinds
from torimodosu.adapters.store.orders import orders_of, ownership_of
from torimodosu.adapters.store.password_queues import queue_of
from torimodosu.adapters.store.reminders import end_of
from torimodosu.adapters.store.reminders import words_of as reminder_words_of
from torimodosu.adapters.store.safekeeping import closing_of, coverage_of, marks_of
from torimodosu.adapters.store.sign_in import (
    looks_of,
    moments_of,
    sightings_of,
    trials_of,
)
from torimodosu.adapters.store.statements import statements_of
from torimodosu.adapters.store.two_steps import two_step_of
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.snapshot import NOTICES, Seal, Snapshot, Verification
from torimodosu.recovery.signin.history import conflict_seen_at
from torimodosu.recovery.signin.reset_time import reset_time


def snapshot_of(database: Database, case: Case, *, at: datetime) -> Snapshot:
    """Return what is known of *case*, as it stands at the moment *at*."""
    with database.read() as connection:
        orders = orders_of(connection, case.number)
        snapshot = _snapshot(connection, case, at=at)
    return weighed_anew(_parted(snapshot, orders))


def _parted(snapshot: Snapshot, orders: Mapping[str, Order]) -> Snapshot:
    """Return *snapshot* with what only forged mails tell apart from the rest."""
    mails, events = snapshot.notices, snapshot.events
    return replace(
        snapshot,
        orders={key: one for key, one in orders.items() if not one.is_forged},
        forged_orders={key: one for key, one in orders.items() if one.is_forged},
        notices=tuple(mail for mail in mails if not mail.is_forged),
        events=tuple(event for event in events if not event.is_forged),
        forged_events=tuple(event for event in events if event.is_forged),
    )


def _snapshot(connection: sqlite3.Connection, case: Case, *, at: datetime) -> Snapshot:
    number = case.number
    covered, not_covered = coverage_of(connection, number)
    milestones = _milestones(connection, number)
    reset_said, retry_at = moments_of(connection, number)
    sightings = sightings_of(connection, number, case.answers.service)
    events = tuple(events_of(connection, number))
    return Snapshot(
        at=at,
        case=case,
        kept=_kept(connection, number),
        notices=tuple(mails_of_kinds(connection, number, NOTICES)),
        ownership=ownership_of(connection, number),
        covered=covered,
        not_covered=not_covered,
        read_at=_time(milestones["read_at"]),
        orders_at=_time(milestones["orders_at"]),
        orders_packs=milestones["orders_packs"],
        events=events,
        seal=_seal(milestones),
        verification=_verification(connection, number),
        said=marks_of(connection, number),
        closing=closing_of(connection, number),
        saved_at=_saved_at(connection, number),
        scan=sightings[-1].scan if sightings else None,
        stale_seen_at=conflict_seen_at(sightings, reset_time(events, reset_said)),
        reset_said=reset_said,
        tried=trials_of(connection, number),
        looked=looks_of(connection, number),
        retry_at=retry_at,
        statements=tuple(statements_of(connection, number)),
        card_work=work_of(connection, number),
        card_words=words_of(connection, number),
        is_card_work_stale=is_stale(connection, number, at=at),
        two_step=two_step_of(connection, number),
        password_queue=queue_of(connection, number),
        reminder_words=tuple(reminder_words_of(connection, number)),
        reminders_end_on=end_of(connection, number),
        contacts=tuple(contacts_of(connection, number)),
    )


def _kept(connection: sqlite3.Connection, number: int) -> Mapping[MailKind, int]:
    rows = connection.execute(
        # A mail that lies in two mailboxes is one mail.
        "SELECT kind, count(DISTINCT sha256) FROM mail WHERE case_id = ? GROUP BY kind",
        (number,),
    )
    return {MailKind(kind): count for kind, count in rows}


def _milestones(
    connection: sqlite3.Connection, number: int
) -> Mapping[str, str | None]:
    names = ("read_at", "orders_at", "orders_packs", "sealed_at", "seal")
    row = connection.execute(
        f"SELECT {', '.join(names)} FROM milestone WHERE case_id = ?",  # noqa: S608
        (number,),
    ).fetchone()
    return dict(zip(names, row or [None] * len(names), strict=True))


def _seal(milestones: Mapping[str, str | None]) -> Seal | None:
    at, sha256 = _time(milestones["sealed_at"]), milestones["seal"]
    return None if at is None or sha256 is None else Seal(at=at, sha256=sha256)


def _verification(connection: sqlite3.Connection, number: int) -> Verification | None:
    row = connection.execute(
        "SELECT at, faults FROM verification WHERE case_id = ?"
        " ORDER BY id DESC LIMIT 1",
        (number,),
    ).fetchone()
    if row is None:
        return None
    at, faults = row
    return Verification(at=datetime.fromisoformat(at), faults=faults)


def _saved_at(connection: sqlite3.Connection, number: int) -> datetime | None:
    # Whatever the user confirms is noted in the journal with it.
    row = connection.execute(
        "SELECT at FROM entry WHERE case_id = ? ORDER BY number DESC LIMIT 1", (number,)
    ).fetchone()
    return None if row is None else _time(row[0])


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
