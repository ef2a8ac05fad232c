"""Taking statement files into the log of a case."""

from collections.abc import Callable
from dataclasses import dataclass
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
        StoreError: If one cannot be kept; the files before are.

    """
    told = []
    for done, path in enumerate(request.files):
        progress.report(done, len(request.files))
        told.append(_read_file(path, request, desk))
    progress.report(len(request.files), len(request.files))
    return StatementsRead(files=tuple(told))


def _read_file(path: str, request: ReadStatements, desk: StatementDesk) -> FileRead:
    raw, name = desk.bytes_of(path), PurePath(path).name
    if isinstance(raw, Refused):
        return _refused(path, raw)
    file = StatementFile(sha256=sha256(raw).hexdigest(), name=name, card=request.card)
    known = _number_of(file, request, desk)
    if known:
        return FileRead(path=path, statement=known, was_known=True)
    read = desk.read(raw, name)
    if isinstance(read, Refused):
        return _refused(path, read)
    kept = desk.log.import_statement(request.case, read, file, at=desk.clock.now())
    if kept is None:  # another program was faster
        known = _number_of(file, request, desk)
        return FileRead(path=path, statement=known, was_known=True)
    return FileRead(path=path, statement=kept.number, new_charges=kept.new_charges)


def _number_of(
    file: StatementFile, request: ReadStatements, desk: StatementDesk
) -> int:
    """Return the number of the statement that *file* was kept as, 0 for none."""
    kept = desk.log.statements(request.case)
    return next((one.number for one in kept if one.sha256 == file.sha256), 0)


def _refused(path: str, refused: Refused) -> FileRead:
    return FileRead(path=path, refused=refused.reason, issuer=refused.issuer)
