"""The statement log of a case, apart from what else is kept about cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from torimodosu.adapters.store import mappings, statements
from torimodosu.adapters.store.places import Places
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.log import ImportedStatement, StatementFile
from torimodosu.recovery.statements.statement import StatementRead


@dataclass(frozen=True, slots=True)
class StatementRecords:
    """The part of a store that statement files are read into.

    It is the `StatementTaker` and the `Mappings` of the rules. Whatever returns has
    been kept for good.
    """

    shelves: Places

    def import_statement(
        self, case: Case, read: StatementRead, file: StatementFile, *, at: datetime
    ) -> ImportedStatement | None:
        """Keep what was read of *file*; None where the very file was kept before."""
        database = self.shelves.of(case)
        return statements.import_statement(database, case, read, file, at=at)

    def statements(self, case: Case) -> Sequence[ImportedStatement]:
        """Return every imported statement, oldest first."""
        with self.shelves.of(case).read() as connection:
            return statements.statements_of(connection, case.number)

    def mapping(self, key: str) -> object | None:
        """Return the kept mapping of an issuer or a header, as plain data, or None."""
        return mappings.mapping_of(self.shelves.real, key)

    def keep_mapping(self, key: str, mapping: object) -> None:
        """Keep a mapping, which is plain data, for an issuer or a header."""
        mappings.keep_mapping(self.shelves.real, key, mapping)
