"""The columns of files that no layout describes, as the user says what they hold."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.chosen_files import read_chosen_file
from torimodosu.adapters.store.card_records import CardRecords
from torimodosu.plain import to_plain
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.statements.column_sample import ColumnSample, sample_rows
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.file_form import Form, form_of
from torimodosu.recovery.statements.guessing import guess_mapping
from torimodosu.recovery.statements.mapped_statement import header_row_of, preview
from torimodosu.recovery.statements.mapping import ColumnMapping, FileFacts
from torimodosu.recovery.statements.statement import StatementRead
from torimodosu.recovery.statements.table import Table, open_table
from torimodosu.recovery.statements.word_book import WordBook

_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Reads the file at every question: it may have been saved anew."""

    records: CardRecords
    load_catalogue: Callable[[], Catalogue]
    clock: Clock

    def sample(self, path: str) -> ColumnSample | None:
        """Return a look at the file, None where nothing in it is like a charge."""
        table = self._table(path)
        if table is None:
            return None
        guess = guess_mapping(table, self._book(), self._facts(path))
        if guess is None:
            return None
        mapping = guess.mapping
        rows, header_row = table.sample(), header_row_of(table, mapping)
        names = next((cells for number, cells in rows if number == header_row), ())
        width = mapping.width
        return ColumnSample(
            names=tuple([*names, *[""] * width][:width]),
            rows=sample_rows(rows, header_row=header_row, width=width, most=_ROWS),
            mapping=mapping,
            unsure=guess.unsure,
        )

    def preview(self, path: str, mapping: ColumnMapping) -> StatementRead | None:
        """Return what its first rows say, None where the file is not readable."""
        table = self._table(path)
        if table is None:
            return None
        return preview(table, mapping, self._book(), self._facts(path))

    def keep(self, mapping: ColumnMapping) -> None:
        """Keep *mapping* for all files with such columns."""
        self.records.keep_mapping(mapping.key, to_plain(mapping))

    def _table(self, path: str) -> Table | None:
        raw = read_chosen_file(Path(path))
        if isinstance(raw, FileTrouble) or form_of(raw) is not Form.CSV:
            return None
        return open_table(decode(raw), self._book())

    def _book(self) -> WordBook:
        return WordBook(self.load_catalogue().statement_words)

    def _facts(self, path: str) -> FileFacts:
        return FileFacts(name=Path(path).name, today=self.clock.now().date())
