"""Cases and their answers."""

from collections.abc import Sequence
from datetime import date, datetime

from torimodosu.adapters.store.cards import all_cards, keep_cards
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.repeats import find_cards
from torimodosu.recovery.case.case import (
    Answers,
    Case,
    MailPlace,
    SignIn,
)
from torimodosu.recovery.case.journal import Entry, Kind


def open_case(
    database: Database, answers: Answers, *, at: datetime, is_practice: bool
) -> Case:
    """Keep a new case."""
    with database.write() as connection:
        number = connection.execute(
            'INSERT INTO "case" (service, noticed, sign_in, mail_place, is_practice)'
            " VALUES (?, ?, ?, ?, ?)",
            (*_columns(answers), is_practice),
        ).lastrowid
        if number is None:
            message = "SQLite gave the new case no number"
            raise RuntimeError(message)
        answers = keep_cards(connection, number, answers)
        note(connection, number, Entry(at=at, kind=Kind.OPENED))
    return Case(number=number, answers=answers, is_practice=is_practice)


def answer(database: Database, case: Case, answers: Answers, *, at: datetime) -> Case:
    """Keep changed answers of *case*."""
    with database.write() as connection:
        require(connection, case.number)
        connection.execute(
            'UPDATE "case" SET (service, noticed, sign_in, mail_place) = (?, ?, ?, ?)'
            " WHERE id = ?",
            (*_columns(answers), case.number),
        )
        answers = keep_cards(connection, case.number, answers)
        find_cards(connection, case.number)
        note(connection, case.number, Entry(at=at, kind=Kind.ANSWERED))
    return Case(number=case.number, answers=answers, is_practice=case.is_practice)


def all_cases(database: Database) -> Sequence[Case]:
    """Return every kept case, oldest first."""
    with database.read() as connection:
        cards = all_cards(connection)
        rows = connection.execute(
            "SELECT id, service, noticed, sign_in, mail_place, is_practice"
            ' FROM "case" ORDER BY id'
        )
        return [
            Case(
                number=number,
                answers=Answers(
                    service=service,
                    noticed=date.fromisoformat(noticed),
                    sign_in=SignIn(sign_in),
                    mail_place=MailPlace(mail_place),
                    cards=tuple(cards.get(number, ())),
                ),
                is_practice=bool(is_practice),
            )
            for number, service, noticed, sign_in, mail_place, is_practice in rows
        ]


def delete(database: Database, case: Case) -> None:
    """Forget *case*, and leave no trace of it in the file or beside it."""
    with database.write() as connection:
        connection.execute('DELETE FROM "case" WHERE id = ?', (case.number,))
    with database.connect() as connection:
        # The write-ahead log still holds what was deleted, until it is emptied.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _columns(answers: Answers) -> tuple[str, str, str, str]:
    return (
        answers.service,
        answers.noticed.isoformat(),
        answers.sign_in.value,
        answers.mail_place.value,
    )
