"""A store file with the folders of its cases beside it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.store import cases
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.folders import Folders
from torimodosu.adapters.store.migrate import copies_of, migrate, shipped_scripts
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
        self.folders.give_back(self._numbers())
        # What another program holds open, such as a mail being looked at, goes later.
        with suppress(OSError):
            self.folders.remove()

    def delete(self, case: Case) -> None:
        """Forget *case* and remove its folder, and copies of the file that hold it."""
        self.folders.set_aside(case.number)
        cases.delete(self.database, case)
        for copy in self.path.parent.glob(copies_of(self.path)):
            copy.unlink(missing_ok=True)
        self.folders.remove()

    def _numbers(self) -> set[int]:
        return {case.number for case in cases.all_cases(self.database)}
