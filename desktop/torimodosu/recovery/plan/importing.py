"""Taking statement files into the log of a case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.plan.statement_task import (
    FileRead,
    ReadStatements,
    StatementsRead,
)
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.log import StatementFile
from torimodosu.recovery.statements.ports import StatementTaker
from torimodosu.recovery.statements.statement import Refused, StatementRead

# So many files, or rows, are kept at once: a second's work, while which nobody else
# can write.
MOST_FILES, MOST_ROWS = 100, 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDesk:
    """What the files are read and kept with.

    Attributes:
        log: Where what they say is kept.
        bytes_of: Returns what is in the file with a path, or why it is not read.
        read: Returns what a file with these bytes and this name says, or why not.
        clock: When they were imported.

    """

    log: StatementTaker
    bytes_of: Callable[[str], bytes | Refused]
    read: Callable[[bytes, str], StatementRead | Refused]
    clock: Clock


def read_files(
    request: ReadStatements, desk: StatementDesk, progress: Progress
) -> StatementsRead:
    """Read the files and keep what they say, each as a whole or not at all.

    Raises:
        Cancelled: By *progress*; the files before are kept.
        StoreError: If they cannot be kept; those that were before are.

    """
    reading = _Reading(request, desk)
    try:
        for done, path in enumerate(request.files):
            progress.report(done, len(request.files))
            reading.read(path)
    finally:
        reading.keep()
    progress.report(len(request.files), len(request.files))
    return StatementsRead(files=tuple(reading.all_told()))


class _Reading:
    """Reads files one by one, and keeps what they say some at a time.

    To keep each by itself takes many times as long as to read it: the disk is waited
    for, and each is compared with all before it.
    """

    def __init__(self, request: ReadStatements, desk: StatementDesk) -> None:
        self._request, self._desk = request, desk
        # By the place of what is told of each.
        self._waiting: dict[int, tuple[StatementFile, StatementRead]] = {}
        self.told: list[FileRead] = []

    def read(self, path: str) -> None:
        """Read the file with this *path*; what it says is kept soon."""
        self.told.append(self._read(path))
        waiting = [read for _, read in self._waiting.values()]
        if len(waiting) >= MOST_FILES or sum(one.rows for one in waiting) >= MOST_ROWS:
            self.keep()

    def keep(self) -> None:
        """Keep what was read until now."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        case, at = self._request.case, self._desk.clock.now()
        kept = self._desk.log.import_statements(case, [*waiting.values()], at=at)
        for (place, (file, _)), one in zip(waiting.items(), kept, strict=True):
            path = self.told[place].path
            if one is None:  # another program was faster
                self.told[place] = self._known(path, file)
            else:
                self.told[place] = FileRead(
                    path=path, statement=one.number, new_charges=one.new_charges
                )

    def all_told(self) -> Iterator[FileRead]:
        """Yield what came of each file that was read, once all are kept."""
        kept = self._desk.log.statements(self._request.case)
        open_ones = {one.number for one in kept if one.is_open}
        for file in self.told:
            yield replace(file, is_open=file.statement in open_ones)

    def _read(self, path: str) -> FileRead:
        raw, name = self._desk.bytes_of(path), PurePath(path).name
        if isinstance(raw, Refused):
            return _refused(path, raw)
        digest = sha256(raw).hexdigest()
        file = StatementFile(sha256=digest, name=name, card=self._request.card)
        if any(one.sha256 == digest for one, _ in self._waiting.values()):
            self.keep()
        known = self._known(path, file)
        if known.statement:
            return known
        read = self._desk.read(raw, name)
        if isinstance(read, Refused):
            return _refused(path, read)
        self._waiting[len(self.told)] = file, read
        return FileRead(path=path)

    def _known(self, path: str, file: StatementFile) -> FileRead:
        number = self._desk.log.number_of(self._request.case, file.sha256)
        return FileRead(path=path, statement=number, was_known=True)


def _refused(path: str, refused: Refused) -> FileRead:
    return FileRead(path=path, refused=refused.reason, issuer=refused.issuer)
