"""A store file with the folders of its cases beside it."""

from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.store import cases
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.folders import Folders
from torimodosu.adapters.store.migrate import migrate, shipped_scripts
from torimodosu.recovery.case.case import Case


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cases of one sort: real ones or practice."""

    path: Path

    @property
    def database(self) -> Database:
        """The rows."""
        return Database(self.path)

    @property
    def folders(self) -> Folders:
        """What cannot be a row, such as the archive of a case."""
        return Folders(self.path.with_name("cases"))

    def open(self) -> None:
        """Make or upgrade the file, and end a deletion that was cut off."""
        migrate(self.path, shipped_scripts())
        self.folders.tidy(self._numbers())

    def delete(self, case: Case) -> None:
        """Forget *case* and remove its folder."""
        self.folders.set_aside(case.number)
        cases.delete(self.database, case)
        self.folders.tidy(self._numbers())

    def _numbers(self) -> set[int]:
        return {case.number for case in cases.all_cases(self.database)}
