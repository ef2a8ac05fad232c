"""Copying a bag to another place, such as a USB stick."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from torimodosu.adapters.archive.bag_folder import BagFolder, verify_bag
from torimodosu.adapters.archive.bag_writer import INCOMING
from torimodosu.adapters.archive.lock import lock_folder
from torimodosu.adapters.archive.writing import settle, writing_to
from torimodosu.recovery.evidence.bag_report import BagReport
from torimodosu.recovery.evidence.ports import Sort
from torimodosu.recovery.progress import Progress

_PIECE = 2**20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NOT_OF_THE_BAG = (f"{INCOMING}/", ".lock")


def copy_bag(source: Path, target: Path, progress: Progress) -> BagReport:
    """Copy the bag in *source* to the new folder *target* and verify the copy.

    The copy appears under its name when all of it is on the disk, so that a stick can
    be pulled out once this returns. It is then read back from the disk. Links and what
    else is no file are left behind, as the report will show. Reports bytes copied and
    then checked, of both.

    Raises:
        FileExistsError: If *target* is there already.
        ArchiveFullError: If the disk is full; nothing is left of the copy.
        ArchiveUnwritableError: If *target* cannot be written, or *source* not be read.
        Cancelled: By *progress*; nothing is left of the copy.

    """
    if os.path.lexists(target):
        raise FileExistsError(str(target))
    with writing_to(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f"{target.name}-", dir=target.parent))
        try:
            lock = lock_folder(source, shared=True)
            try:
                _copy_files(source, unfinished, _Half(progress, 0))
            finally:
                os.close(lock)
            unfinished.rename(target)
            settle(target.parent)
        finally:
            # After the renaming there is none.
            shutil.rmtree(unfinished, ignore_errors=True)
    return verify_bag(target, _Half(progress, 1))


class _Half:
    """The first or the second half of the work that *progress* hears of."""

    def __init__(self, progress: Progress, half: int) -> None:
        self._progress = progress
        self._half = half

    def report(self, done: int, total: int) -> None:
        self._progress.report(self._half * total + done, 2 * total)


def _copy_files(source: Path, target: Path, progress: Progress) -> None:
    files = [
        entry
        for entry in BagFolder(source).entries()
        if entry.sort is Sort.FILE and not entry.path.startswith(_NOT_OF_THE_BAG)
    ]
    total = sum(entry.size for entry in files)
    done = 0
    for entry in files:
        (target / entry.path).parent.mkdir(parents=True, exist_ok=True)
        _copy(source / entry.path, target / entry.path)
        done += entry.size
        progress.report(done, total)
    for folder, _, _ in os.walk(target):
        settle(Path(folder))


def _copy(source: Path, target: Path) -> None:
    with (
        source.open("rb") as original,
        os.fdopen(os.open(target, _NEW, 0o600), "wb") as copy,
    ):
        shutil.copyfileobj(original, copy, _PIECE)
        copy.flush()
        os.fsync(copy.fileno())
        with suppress(AttributeError, OSError):
            # Forget the copied bytes, so that verifying reads them from the disk.
            os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
