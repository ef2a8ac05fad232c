"""What the rules about statements need from the outside world."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.log import (
    ImportedStatement,
    LoggedCharge,
    StatementFile,
)
from torimodosu.recovery.statements.statement import StatementRead


class StatementTaker(Protocol):
    """Where statements are taken in; what was imported is never changed."""

    def import_statement(
        self, case: Case, read: StatementRead, file: StatementFile, *, at: datetime
    ) -> ImportedStatement | None:
        """Keep what was read of *file*; None where the very file was kept before."""
        ...

    def statements(self, case: Case) -> Sequence[ImportedStatement]:
        """Return every imported statement, oldest first."""
        ...


class StatementLog(StatementTaker, Protocol):
    """The statements of a case, and the charges that they show."""

    def assign(self, case: Case, statement: int, card: int, *, at: datetime) -> None:
        """Keep that an imported statement is of *card*, as the user says; note it."""
        ...

    def charges(
        self,
        case: Case,
        *,
        card: int | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Sequence[LoggedCharge]:
        """Return the charges by day, of one card or all, within these days or all.

        One without a day is within any days.
        """
        ...
