"""A printed sheet, and reading it back."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPdfWriter,
    QPolygonF,
    QTransform,
)
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.recovery.twostep.backup.accounts import BANK, MAIL, SHOP
from tests.window.backup.owner import EVENING, Owner, save_to
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import sheet_entry
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.window.backup.attempt import Attempt
from torimodosu.window.backup.sheet_painting import paint_sheet, sheet_pdf
from torimodosu.window.backup.sheet_words import SheetWords
from torimodosu.window.backup.sheets import Sheets
from torimodosu.window.jobs import Job


def photos_of(document: Path, folder: Path) -> Sequence[Path]:
    """Return pictures of the pages, as a scanner makes them."""
    pictures = []
    pdf = pypdfium2.PdfDocument(document)
    for number, page in enumerate(pdf):
        bitmap = page.render(scale=200 / 72, grayscale=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_Grayscale8,
        )
        pictures.append(folder / f"scan{number}.png")
        assert image.save(str(pictures[-1]))
    pdf.close()
    return pictures


def test_a_sheet_as_a_document_brings_everything_back(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    save_to(monkeypatch, path)
    owner.press("Save it as a PDF")
    assert owner.wait_for_backup().form is BackupForm.SHEET
    owner.press("Read it back")
    owner.bring(*photos_of(path, tmp_path))
    owner.wait_until_restored()
    owner.wait_for("This backup brings everything back")
    owner.press("Done")
    assert owner.drill.reader.attempt is None


def test_a_scan_may_be_a_document_itself(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    save_to(monkeypatch, path)
    owner.press("Save it as a PDF")
    owner.wait_for_backup()
    owner.press("Read it back")
    owner.bring(path)
    owner.wait_until_restored()


def photo_of(picture: Path, corners: Sequence[tuple[float, float]], turn: int) -> None:
    """Make a photo of a scan: its corners lie there, in shares of width and height."""
    page = QImage(str(picture)).transformed(QTransform().rotate(turn))
    width, height = page.width(), page.height()
    ends = [(0, 0), (width, 0), (width, height), (0, height)]
    flat = QPolygonF([QPointF(x, y) for x, y in ends])
    seen = QPolygonF([QPointF(x * width, y * height) for x, y in corners])
    table = QImage(page.size(), QImage.Format.Format_RGB32)
    table.fill(QColor(96, 84, 70))
    painter = QPainter(table)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    way = QTransform.quadToQuad(flat, seen)
    assert isinstance(way, QTransform)
    painter.setTransform(way)
    painter.drawImage(0, 0, page)
    painter.resetTransform()
    shadow = QLinearGradient(0, 0, width, height)
    shadow.setColorAt(0, QColor(0, 0, 0, 0))
    shadow.setColorAt(1, QColor(0, 0, 0, 120))
    painter.fillRect(table.rect(), shadow)
    painter.end()
    assert table.save(str(picture))


@pytest.mark.parametrize(
    ("corners", "turn"),
    [
        ([(0.1, 0.08), (0.88, 0.02), (0.97, 0.95), (0.03, 0.99)], 0),
        ([(0.05, 0.02), (0.95, 0.1), (0.9, 0.98), (0.02, 0.92)], 90),
        ([(0.2, 0.02), (0.98, 0.15), (0.8, 0.98), (0.02, 0.85)], 180),
    ],
    ids=["from above", "on its side", "askew and upside down"],
)
def test_a_photo_of_the_sheet_is_enough(
    owner: Owner,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    corners: Sequence[tuple[float, float]],
    turn: int,
) -> None:
    save_to(monkeypatch, tmp_path / "sheet.pdf")
    owner.press("Save it as a PDF")
    owner.wait_for_backup()
    pictures = photos_of(tmp_path / "sheet.pdf", tmp_path)
    for one in pictures:
        photo_of(one, corners, turn)
    owner.press("Read it back")
    owner.bring(*pictures)
    owner.wait_until_restored()


def test_a_printed_sheet_brings_everything_back(owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    owner.press("Print it")
    owner.wait(lambda: bool(dialogs()))
    (sheets,) = owner.panel.findChildren(Sheets)
    dialogs()[0].findChildren(QLineEdit, "filename")[0].setText(str(path))
    dialogs()[0].accept()
    assert owner.wait_for_backup().form is BackupForm.SHEET
    owner.wait(lambda: sheets.printer is None)
    if sys.platform != "win32":  # there the folder decides
        assert path.stat().st_mode & 0o077 == 0
    owner.press("Read it back")
    for picture in photos_of(path, tmp_path):
        owner.bring(picture)
        owner.wait(lambda: not owner.drill.reader.is_busy)
    owner.wait_until_restored()


def test_a_sheet_that_is_printed_where_nothing_can_be_written_is_no_backup(
    owner: Owner, tmp_path: Path
) -> None:
    owner.press("Print it")
    owner.wait(lambda: bool(dialogs()))
    (sheets,) = owner.panel.findChildren(Sheets)
    assert sheets.printer is not None
    sheets.printer.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
    # The dialog itself would ask for another place.
    dialogs()[0].accepted.emit(sheets.printer)
    dialogs()[0].reject()
    owner.wait_for("The file could not be written")
    assert owner.backups == ()


@pytest.mark.qt_log_ignore("eturned false", "annot open")
def test_a_device_that_takes_nothing_is_told(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "gone" / "sheet.pdf"))
    assert not paint_sheet(writer, 300, SheetWords.at(EVENING), [sheet_entry(SHOP)])


def test_a_sheet_that_the_printer_did_not_take_is_no_backup(owner: Owner) -> None:
    owner.drill.maker.tell_unprinted()
    owner.wait_for("The sheet was not printed")
    assert owner.backups == ()


def test_what_was_not_printed_is_no_backup(owner: Owner) -> None:
    owner.press("Print it")
    owner.wait(lambda: bool(dialogs()))
    (sheets,) = owner.panel.findChildren(Sheets)
    dialogs()[0].reject()
    owner.wait(lambda: sheets.printer is None)
    assert owner.backups == ()


def dialogs() -> Sequence[QPrintDialog]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, QPrintDialog) and one.isVisible()]


def test_a_key_may_be_typed_from_the_sheet(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for kept in owner.kept[1:]:
        owner.authenticator.remove(kept)
    owner.wait(lambda: len(owner.authenticator.accounts) == 1)
    save_to(monkeypatch, tmp_path / "sheet.pdf")
    owner.press("Save it as a PDF")
    owner.wait_for_backup()
    owner.press("Read it back")
    owner.type("backup-key", "1 is in no key")
    owner.press("Compare")
    assert owner.drill.reader.attempt is not None
    assert owner.drill.reader.attempt.refused
    owner.type("backup-key", sheet_entry(SHOP).key.lower())
    owner.press("Compare")
    owner.wait_until_restored()


def test_what_lay_in_one_backup_is_not_taken_for_another(
    owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(plain_list((SHOP, MAIL)))
    at, reader = owner.clock.now(), owner.drill.reader
    one, other = (
        Backup(form=form, made_at=at, accounts=tuple(kept.id for kept in owner.kept))
        for form in (BackupForm.PLAIN_FILE, BackupForm.SHEET)
    )
    reader.begin(one)
    reader.read_files([str(path)])
    reader.begin(other)
    owner.wait(lambda: not owner.ports.jobs.findChildren(Job))
    assert reader.attempt == Attempt(backup=other)
    assert not reader.is_busy


def test_a_sheet_with_something_missing_names_it(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "sheet.pdf")
    owner.press("Save it as a PDF")
    owner.wait_for_backup()
    other = replace(MAIL, secret=b"from before")
    held = [SHOP, other, replace(BANK, digits=8)]
    path = tmp_path / "some.pdf"
    path.write_bytes(sheet_pdf(SheetWords.at(EVENING), list(map(sheet_entry, held))))
    owner.press("Read it back")
    owner.bring(path)
    owner.wait_for("Not in what was read so far")
    assert "The backup holds another key" in owner.words
    assert "its codes would be others" in owner.words
    assert owner.backups[0].restored_at is None


def test_a_place_that_cannot_be_written_is_told(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "gone" / "sheet.pdf")
    owner.press("Save it as a PDF")
    owner.wait_for("The file could not be written")
    assert owner.backups == ()


def test_a_dialog_that_is_left_does_nothing(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, "")
    owner.press("Save it as a PDF")
    assert not owner.drill.maker.is_busy


def test_what_is_read_after_the_room_was_left_is_dropped(owner: Owner) -> None:
    owner.press("Show the codes")
    owner.drill.forget()
    owner.press("Print it")
    owner.wait(lambda: bool(dialogs()))
    dialogs()[0].reject()
    assert owner.drill.maker.codes == ()
