"""What is known of the kept mails of a case."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import require
from torimodosu.adapters.store.text import from_path_bytes, path_bytes, storable
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kept import KeptMail, Origin, Quoting
from torimodosu.recovery.mail.kind import MailKind


@dataclass(frozen=True, slots=True)
class KeptMails:
    """The `Mails` of the case with this number."""

    database: Database
    number: int

    def add(self, mails: Sequence[KeptMail]) -> None:
        """Keep *mails*; a mail that is known by its SHA-256 and origin adds nothing.

        Raises:
            CaseDeletedError: If the case has been deleted.

        """
        with self.database.write() as connection:
            require(connection, self.number)
            connection.executemany(
                "INSERT INTO mail (case_id, sha256, source, offset, length, message_id,"
                " date, moment, sender_name, sender_address, subject, service, kind,"
                " quoting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                [self._row(mail) for mail in mails],
            )

    def all(self) -> Sequence[KeptMail]:
        """Return every kept mail, by date, those without one last."""
        with self.database.read() as connection:
            return mails_of_kinds(connection, self.number, MailKind)

    def reclassify(
        self,
        kinds: Mapping[str, tuple[str, MailKind]],
        verdicts: Mapping[str, Verdict],
    ) -> None:
        """Keep another service and kind of the mails with these SHA-256.

        The *verdicts* replace all that were kept before.
        """
        with self.database.write() as connection:
            require(connection, self.number)
            connection.executemany(
                "UPDATE mail SET service = ?, kind = ?"
                " WHERE case_id = ? AND sha256 = ?",
                [
                    (service, kind.value, self.number, sha256)
                    for sha256, (service, kind) in kinds.items()
                ],
            )
            connection.execute(
                "UPDATE mail SET verdict = NULL WHERE case_id = ?", (self.number,)
            )
            connection.executemany(
                "UPDATE mail SET verdict = ? WHERE case_id = ? AND sha256 = ?",
                [
                    (verdict.value, self.number, sha256)
                    for sha256, verdict in verdicts.items()
                ],
            )

    def _row(self, mail: KeptMail) -> tuple[object, ...]:
        date = mail.date
        return (
            self.number,
            mail.sha256,
            path_bytes(mail.origin.source),
            mail.origin.offset,
            mail.origin.length,
            storable(mail.message_id),
            None if date is None else date.isoformat(),
            None if date is None else date.timestamp(),
            storable(mail.sender_name),
            storable(mail.sender_address),
            storable(mail.subject),
            mail.service,
            mail.kind.value,
            mail.quoting.value,
        )


def mails_of_kinds(
    connection: sqlite3.Connection, number: int, kinds: Iterable[MailKind]
) -> list[KeptMail]:
    """Return the kept mails of these *kinds*, by date, those without one last."""
    wanted = [kind.value for kind in kinds]
    rows = connection.execute(
        "SELECT sha256, source, offset, length, message_id, date, sender_name,"
        " sender_address, subject, service, kind, quoting, verdict FROM mail"
        " WHERE case_id = ? AND kind IN (SELECT value FROM json_each(?))"
        " ORDER BY moment IS NULL, moment, id",
        (number, json.dumps(wanted)),
    )
    return [_mail(row) for row in rows]


def _mail(row: tuple[Any, ...]) -> KeptMail:
    sha256, source, offset, length, message_id, date, *words = row
    sender_name, sender_address, subject, service, kind, quoting, verdict = words
    return KeptMail(
        sha256=sha256,
        origin=Origin(source=from_path_bytes(source), offset=offset, length=length),
        message_id=message_id,
        date=None if date is None else datetime.fromisoformat(date),
        sender_name=sender_name,
        sender_address=sender_address,
        subject=subject,
        service=service,
        kind=MailKind(kind),
        quoting=Quoting(quoting),
        verdict=None if verdict is None else Verdict(verdict),
    )
