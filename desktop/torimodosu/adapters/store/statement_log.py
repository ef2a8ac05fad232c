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
        return statements.import_statements(self.shelves.of(case), case, files, at=at)

    def number_of(self, case: Case, sha256: str) -> int:
        """Return the number of the statement of this very file, 0 for none."""
        with self.shelves.of(case).read() as connection:
            return statements.number_of(connection, case.number, sha256)

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
