"""A file whose columns are not known: looked at, told, and read."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.plan.steps import Phase
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.column_sample import (
    ColumnSample,
    StatementColumns,
)
from torimodosu.recovery.statements.mapping import ColumnMapping
from torimodosu.recovery.statements.statement import StatementRead
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.page import Action, Buttons
from torimodosu.window.steps.statements.column_cards import (
    ColumnsCard,
    PreviewCard,
    WrittenCard,
)
from torimodosu.window.words.way import phase_name

T = TypeVar("T")

_MONEY = {Meaning.AMOUNT, Meaning.OUT, Meaning.IN}


class ColumnsLook(QObject):
    """The one file whose columns are being named.

    `changed` tells that there is more to show, `moved` that it is another file or none,
    `told` the path of the file once its columns are kept.
    """

    changed = Signal()
    moved = Signal()
    told = Signal(str)

    def __init__(self, look: Look, jobs: JobRunner, columns: StatementColumns) -> None:
        super().__init__()
        self._look, self._jobs, self._columns = look, jobs, columns
        self._path = ""
        self._sample: ColumnSample | None = None
        self._mapping: ColumnMapping | None = None
        self._preview: StatementRead | None = None
        self._has_failed = False
        self._job: Job | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a file is looked at."""
        return bool(self._path)

    def open(self, path: str) -> None:
        """Look at the file at *path*."""
        self.close()
        self._path = path
        self._ask(partial(self._look_at, path), self._show)
        self.moved.emit()

    def close(self) -> None:
        """Look at none any more."""
        self._drop()
        self._path, self._has_failed = "", False
        self._sample = self._mapping = self._preview = None

    def heading(self) -> Heading:
        """Say which file it is."""
        form = self.tr("Name the columns of {file}")
        return Heading(
            phase=phase_name(Phase.WATCH),
            title=form.format(file=PurePath(self._path).name),
            why=self.tr(
                "Once is enough: such files are read by themselves after that."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the columns, and what is read with them."""
        if self._has_failed:
            what = self.tr("Nothing in this file looks like a charge")
            safe = self.tr("Save the statement once more, as CSV, and bring that.")
            return [Failure(self._look, what, safe)]
        if self._sample is None or self._mapping is None:
            return [PreviewCard(self._look, None)]
        columns = ColumnsCard(self._look, self._sample, self._mapping)
        written = WrittenCard(self._look, self._mapping)
        for card in (columns, written):
            card.changed.connect(self._try)
        row = Row(self._look, columns, written, below=760).share(3, 2)
        return [row, PreviewCard(self._look, self._preview)]

    def buttons(self) -> Buttons:
        """Read the file so, or go back without it."""
        back = Action(words=self.tr("Back to the statements"), run=self._leave)
        if self._mapping is None:
            return Buttons(primary=back)
        why = "" if self._is_enough() else self.tr("Choose day, shop and amount first")
        read = Action(words=self.tr("Read it so"), run=self._keep, held_back=why)
        return Buttons(primary=read, secondary=back)

    def _is_enough(self) -> bool:
        known = set() if self._mapping is None else self._mapping.columns.keys()
        has_charges = self._preview is not None and bool(self._preview.charges)
        needed = {Meaning.USED, Meaning.MERCHANT} <= set(known)
        return has_charges and needed and bool(_MONEY & set(known))

    def _look_at(self, path: str, _progress: Progress) -> ColumnSample | None:
        return self._columns.sample(path)

    def _show(self, sample: ColumnSample | None) -> None:
        self._sample = sample
        if sample is None:
            self._has_failed = True
            self.changed.emit()
        else:
            self._try(sample.mapping)

    def _try(self, mapping: ColumnMapping) -> None:
        """See what the first rows say with *mapping*."""
        self._mapping = mapping
        self._ask(partial(self._read, self._path, mapping), self._show_preview)

    def _ask(self, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> None:
        """Do *work*; what was asked before is answered no more."""
        self._drop()
        self._job = self._jobs.run(work, on_done=on_done, on_failed=self._fail)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _read(
        self, path: str, mapping: ColumnMapping, _progress: Progress
    ) -> StatementRead | None:
        return self._columns.preview(path, mapping)

    def _show_preview(self, preview: StatementRead | None) -> None:
        self._preview = preview
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        self._has_failed = True
        self.changed.emit()

    def _keep(self) -> None:
        if self._mapping is not None:
            work = partial(self._keep_mapping, self._path, self._mapping)
            self._jobs.run(work, on_done=self._tell, on_failed=self._fail)

    def _keep_mapping(
        self, path: str, mapping: ColumnMapping, _progress: Progress
    ) -> str:
        self._columns.keep(mapping)
        return path

    def _tell(self, path: str) -> None:
        # The button may have been pressed twice, or the file left, before it was kept.
        if path == self._path:
            self._leave()
            self.told.emit(path)

    def _leave(self) -> None:
        self.close()
        self.moved.emit()
