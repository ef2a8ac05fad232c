"""Bringing a sheet to paper: by a printer, or by a document to be printed later."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.twostep.backup.sheet import SheetEntry
from torimodosu.window.backup.making import BackupMaker
from torimodosu.window.backup.sheet_painting import paint_sheet, set_page, sheet_pdf
from torimodosu.window.backup.sheet_words import SheetWords
from torimodosu.window.kit.file_choice import asked_path


class Sheets(QWidget):
    """Asks for a printer or a place, in front of the window; itself it is not seen."""

    def __init__(self, maker: BackupMaker, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._maker, self._clock = maker, clock
        self._entries: Sequence[SheetEntry] = ()
        self.printer: QPrinter | None = None
        self.hide()
        maker.sheet_ready.connect(self._ask)

    def save(self) -> None:
        """Ask where to save a document, and write it."""
        path = asked_path(self, self.tr("Where to save the sheet?"), "torimodosu.pdf")
        if path is not None:
            words = SheetWords.at(self._clock.now())
            self._maker.save_sheet(path, partial(sheet_pdf, words))

    def _ask(self, entries: Sequence[SheetEntry]) -> None:
        self._entries = entries
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_page(self.printer)
        dialog = QPrintDialog(self.printer, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        # After the answer: the secrets are not needed any more then.
        dialog.finished.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self) -> None:
        printer = self.printer
        if printer is None:
            return
        words = SheetWords.at(self._clock.now())
        if printer.outputFileName():
            # Like every file: as a whole, and for nobody else to read.
            paint = partial(sheet_pdf, words, layout=printer.pageLayout())
            self._maker.save_sheet(Path(printer.outputFileName()), paint)
        elif paint_sheet(printer, printer.resolution(), words, self._entries):
            self._maker.note_printed()
        else:
            self._maker.tell_unprinted()

    def _forget(self) -> None:
        self._entries, self.printer = (), None
