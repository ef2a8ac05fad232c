"""Statement files, read and kept."""

from pathlib import Path

from torimodosu.adapters.statement_files import read_statement_file
from torimodosu.adapters.store.card_records import CardRecords
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.importing import StatementDesk
from torimodosu.recovery.statements.reading import read_statement
from torimodosu.recovery.statements.statement import Refused, StatementRead


def statement_desk(
    records: CardRecords, catalogue: Catalogue, clock: Clock
) -> StatementDesk:
    """Return what statement files are read and kept with."""

    def read(raw: bytes, name: str) -> StatementRead | Refused:
        layouts = catalogue.statement_layouts.values()
        return read_statement(raw, layouts, name=name, today=clock.now().date())

    return StatementDesk(log=records, bytes_of=_bytes_of, read=read, clock=clock)


def _bytes_of(path: str) -> bytes | Refused:
    return read_statement_file(Path(path))
