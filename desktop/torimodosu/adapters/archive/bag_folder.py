"""A folder on disk as the files of a bag."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import BagReport
from torimodosu.recovery.evidence.ports import BagEntry, Sort, UnreadableFileError
from torimodosu.recovery.progress import Progress

# As much as stays in the cache of a processor between reading and hashing.
_PIECE = 2**16


def verify_bag(folder: Path, progress: Progress | None = None) -> BagReport:
    """Verify the bag in *folder*, of any maker and BagIt version from 0.93 to 1.0.

    A folder that is absent or cannot be read is a bag with faults. Reports bytes
    hashed of bytes in all.

    Raises:
        Cancelled: By *progress*.

    """
    return check_bag(BagFolder(folder), progress)


@dataclass(frozen=True, slots=True)
class BagFolder:
    """The files below *folder*; only regular files inside it are ever opened."""

    folder: Path

    def entries(self) -> Sequence[BagEntry]:
        """Return everything below the folder, sorted by path; follow no link."""
        return sorted(self._walk(), key=lambda entry: entry.path)

    def read(self, path: str, limit: int) -> bytes:
        """Return at most *limit* bytes from the start of the file *path*.

        Raises:
            UnreadableFileError: If it cannot be read.

        """
        with self._open(path) as file:
            return file.read(limit)

    def digests(self, path: str, algorithms: Iterable[str]) -> Mapping[str, str]:
        """Return the hexadecimal digest of the file *path* by hashlib algorithm.

        Raises:
            UnreadableFileError: If it cannot be read.

        """
        hashes = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
        piece = memoryview(bytearray(_PIECE))
        with self._open(path) as file:
            while size := file.readinto(piece):
                for running in hashes.values():
                    running.update(piece[:size])
        return {name: running.hexdigest() for name, running in hashes.items()}

    @contextmanager
    def _open(self, path: str) -> Iterator[FileIO]:
        try:
            with FileIO(f"{self.folder}/{path}") as file:
                yield file
        except OSError as error:
            raise UnreadableFileError(path) from error

    def _walk(self) -> Iterator[BagEntry]:
        waiting = [""]
        while waiting:
            prefix = waiting.pop()
            try:
                found = list(os.scandir(self.folder / prefix))
            except OSError:
                yield BagEntry(path=prefix.rstrip("/"), sort=Sort.UNREADABLE)
                continue
            for item in found:
                entry = self._entry(item, prefix + item.name)
                if entry.sort is Sort.FOLDER:
                    waiting.append(f"{entry.path}/")
                yield entry

    def _entry(self, item: os.DirEntry[str], path: str) -> BagEntry:
        try:
            if item.is_symlink():
                return self._link(path)
            if item.is_dir(follow_symlinks=False):
                return BagEntry(path=path, sort=Sort.FOLDER)
            status = item.stat(follow_symlinks=False)
        except OSError:
            return BagEntry(path=path, sort=Sort.UNREADABLE)
        if stat.S_ISREG(status.st_mode):
            return BagEntry(path=path, sort=Sort.FILE, size=status.st_size)
        return BagEntry(path=path, sort=Sort.OTHER)

    def _link(self, path: str) -> BagEntry:
        try:
            target = (self.folder / path).resolve(strict=True)
            status = target.stat()
        except (OSError, RuntimeError):  # RuntimeError: a loop, up to Python 3.12
            return BagEntry(path=path, sort=Sort.LINK_OUT)
        if not target.is_relative_to(self.folder.resolve()):
            return BagEntry(path=path, sort=Sort.LINK_OUT)
        if stat.S_ISDIR(status.st_mode):
            return BagEntry(path=path, sort=Sort.FOLDER_LINK)
        if stat.S_ISREG(status.st_mode):
            return BagEntry(path=path, sort=Sort.FILE, size=status.st_size)
        return BagEntry(path=path, sort=Sort.OTHER)
