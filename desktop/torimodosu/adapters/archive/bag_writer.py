"""Writing the files of a bag, each whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torimodosu.adapters.archive.lock import lock_folder
from torimodosu.adapters.archive.writing import write_whole, writing_to
from torimodosu.recovery.evidence.sealing import MAILS

INCOMING = "incoming"


class BagWriter:
    """Writes into the bag in *folder*, by way of a folder in it that goes at last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.incoming = folder / INCOMING

    @contextmanager
    def changing(self, *, shared: bool) -> Iterator[None]:
        """Lock the bag; alone, nobody else's file can be on its way through it.

        Raises:
            ArchiveFullError: If the disk is full.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with writing_to(self.folder):
            try:
                lock = lock_folder(self.folder, shared=shared)
            except FileNotFoundError:
                self.make_folders()
                lock = lock_folder(self.folder, shared=shared)
            try:
                yield
            finally:
                os.close(lock)

    def make_folders(self) -> None:
        """Make the folders that mails come into."""
        (self.folder / MAILS).mkdir(parents=True, exist_ok=True)
        self.incoming.mkdir(exist_ok=True)

    def write(self, path: str, data: bytes) -> None:
        """Write *data* to a *path* in the bag."""
        place = f"{self.folder}/{path}"
        try:
            write_whole(place, data, by_way_of=str(self.incoming))
        except FileNotFoundError:  # after a seal by another program, for example
            self.make_folders()
            Path(place).parent.mkdir(exist_ok=True)
            write_whole(place, data, by_way_of=str(self.incoming))

    def clear_incoming(self) -> None:
        """Throw away what killed programs left."""
        shutil.rmtree(self.incoming, ignore_errors=True)
        self.make_folders()

    def end(self) -> None:
        """Take the way away, so that the bag holds nothing but what it lists."""
        shutil.rmtree(self.incoming)
