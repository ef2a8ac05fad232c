"""Statement files, read and kept."""

from functools import partial
from pathlib import Path

from torimodosu.adapters.chosen_files import read_chosen_file
from torimodosu.adapters.statement_pdf import read_pdf
from torimodosu.adapters.store.statement_log import StatementRecords
from torimodosu.plain import NotPlainError, from_plain
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.statement_facts import StatementFacts
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.plan.importing import StatementDesk
from torimodosu.recovery.statements.mapping import ColumnMapping
from torimodosu.recovery.statements.reading import StatementReader
from torimodosu.recovery.statements.statement import (
    Refused,
    StatementRead,
    refused_file,
)


def statement_desk(
    records: StatementRecords, facts: StatementFacts, clock: Clock
) -> StatementDesk:
    """Return what statement files are read and kept with."""
    kept = partial(_kept_mapping, records)
    reader = StatementReader(facts=facts, kept=kept, pdf=read_pdf)

    def read(raw: bytes, name: str) -> StatementRead | Refused:
        return reader.read(raw, name=name, today=clock.now().date())

    return StatementDesk(log=records, bytes_of=_bytes_of, read=read, clock=clock)


def _kept_mapping(records: StatementRecords, key: str) -> ColumnMapping | None:
    """Return what the user has said of the columns of such files, None: nothing."""
    kept = records.mapping(key)
    try:
        return None if kept is None else from_plain(ColumnMapping, kept)
    except NotPlainError:  # another version wrote it
        return None


def _bytes_of(path: str) -> bytes | Refused:
    raw = read_chosen_file(Path(path))
    return refused_file(raw) if isinstance(raw, FileTrouble) else raw
