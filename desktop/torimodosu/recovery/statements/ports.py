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

    def import_statements(
        self,
        case: Case,
        files: Sequence[tuple[StatementFile, StatementRead]],
        *,
        at: datetime,
    ) -> Sequence[ImportedStatement | None]:
        """Keep what was read of *files*, in their order, all of it or nothing.

        Returns None in place of one whose very file was kept before.
        """
        ...

    def number_of(self, case: Case, sha256: str) -> int:
        """Return the number of the statement of this very file, 0 for none."""
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
