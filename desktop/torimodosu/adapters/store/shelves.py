"""The shelf of the real cases, and that of practice in a folder of its own."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.store import cases, otp_accounts, recovery_codes
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.places import Places
from torimodosu.adapters.store.shelf import Shelf
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble


@dataclass(frozen=True, slots=True)
class Shelves(Places):
    """Where cases lie, given the path of the real ones' file.

    Practice never mixes with a real case, and goes as a whole.
    """

    def open(self) -> None:
        """Make or upgrade the files, and end a deletion that was cut off."""
        self._real.open()
        self._finish_clearing()
        if self._practice.path.exists():
            self._practice.open()

    def for_new(self, *, is_practice: bool) -> Database:
        """Return the file for a new case, made where practice has none yet.

        Raises:
            StoreError: If the folder for practice holds something else.

        """
        if not is_practice:
            return self._real.database
        if not self._is_practice_ours:
            detail = f"{self.practice_folder} holds something else"
            raise StoreError(StoreTrouble.NOT_WRITABLE, detail)
        self.practice_folder.mkdir(exist_ok=True)
        self._practice.open()
        return self._practice.database

    def all(self) -> Sequence[Case]:
        """Return every case, oldest first, and practice after the real ones."""
        kept = cases.all_cases(self._real.database)
        if self._practice.path.exists():
            return [*kept, *cases.all_cases(self._practice.database)]
        return kept

    def delete(self, case: Case) -> None:
        """Forget *case* and everything kept with it, its folder too."""
        if case.is_practice:
            self.clear_practice()
        else:
            self._real.delete(case)

    def clear_practice(self) -> None:
        """Remove everything that practice has left.

        Its secrets are listed as leaving: only the keychain can forget them.
        """
        with self.real.write() as connection:
            otp_accounts.let_practice_leave(connection)
            recovery_codes.let_practice_leave(connection)
        if self.practice_folder.exists() and self._is_practice_ours:
            self.practice_folder.rename(self._leaving)
        self._finish_clearing()

    def made(self) -> Sequence[Path]:
        """Return the folders beside the file that were made here and are there."""
        practice = self.practice_folder if self._is_practice_ours else None
        there = [path for path in (practice, self._leaving) if path and path.exists()]
        return [*self._real.folders.made(), *there]

    def folder_of(self, case: Case) -> Path:
        """Return the folder for what belongs to *case*; it need not exist."""
        shelf = self._practice if case.is_practice else self._real
        return shelf.folders.of(case.number)

    @property
    def cases_folder(self) -> Path:
        """Where the folders of the real cases lie."""
        return self._real.folders.root

    def _finish_clearing(self) -> None:
        if self._leaving.exists():
            shutil.rmtree(self._leaving)

    @property
    def _is_practice_ours(self) -> bool:
        """Tell whether the folder for practice was made here, or is free.

        A person may keep everything below a folder that has one of that name.
        """
        folder = self.practice_folder
        if self._practice.path.exists() or not folder.exists():
            return True
        return folder.is_dir() and not any(folder.iterdir())

    @property
    def _leaving(self) -> Path:
        return self.path.with_name("practice.deleted")

    @property
    def _real(self) -> Shelf:
        return Shelf(self.path)

    @property
    def _practice(self) -> Shelf:
        return Shelf(self.practice_folder / self.path.name)
