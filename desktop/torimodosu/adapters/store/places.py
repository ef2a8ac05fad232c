"""Where the files of the store lie, and which of them a case is in."""

from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.store.connection import Database
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import CaseDeletedError


@dataclass(frozen=True, slots=True)
class Places:
    """The files of the store, given the path of the one with the real cases.

    Who only adds to a case needs no more than this.
    """

    path: Path

    def of(self, case: Case) -> Database:
        """Return the file that *case* lies in.

        Raises:
            CaseDeletedError: If it is one of practice that has been cleared.

        """
        if not case.is_practice:
            return self.real
        practice = Database(self.practice_folder / self.path.name)
        if not practice.path.exists():
            raise CaseDeletedError(case.number)
        return practice

    @property
    def real(self) -> Database:
        """The file of the real cases, which also holds the settings."""
        return Database(self.path)

    @property
    def practice_folder(self) -> Path:
        """Where everything of practice lies."""
        return self.path.with_name("practice")
