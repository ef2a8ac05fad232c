from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.window.card_scene import SNAPSHOT
from tests.window.steps.statements.desk import (
    CHARGES,
    UNKNOWN,
    Desk,
    go_back,
    press,
    said,
    table,
)
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.statement_task import FileRead, StatementsRead
from torimodosu.recovery.statements.statement import Refusal
from torimodosu.window.kit.fields import ComboBox
from torimodosu.window.steps.statements.page import StatementsPage


def test_every_charge_can_be_listed_by_card_and_month(
    qtbot: QtBot, page: StatementsPage, desk: Desk
) -> None:
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    qtbot.waitUntil(lambda: table(page, "Charges").rows.rowCount() == len(CHARGES))
    assert desk.log.asked == [(None, date(2026, 11, 1), date(2026, 11, 30))]
    card, _ = (one for one in page.findChildren(ComboBox) if one.isVisibleTo(page))
    card.setCurrentIndex(2)
    card.activated.emit(2)
    qtbot.waitUntil(lambda: table(page, "Charges").rows.rowCount() == 1)
    assert desk.log.asked[-1] == (2, date(2026, 11, 1), date(2026, 11, 30))
    assert table(page, "Charges").rows.index(0, 2).data() == "Not known"


def test_a_word_leaves_the_person_at_their_place(
    qtbot: QtBot, page: StatementsPage, desk: Desk
) -> None:
    press(page, "Every charge")
    qtbot.waitUntil(lambda: table(page, "Charges").rows.rowCount() == len(CHARGES))
    shown = table(page, "Charges")
    shown.select(["a"])
    shown.judge(Ownership.MINE)
    page.show_snapshot(replace(SNAPSHOT, card_words=desk.words()))
    assert table(page, "Charges") is shown
    assert shown.selected_keys() == ("open",)
    index = shown.rows.index(1, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mine"


def test_the_charges_are_saved_where_the_person_says(
    qtbot: QtBot,
    page: StatementsPage,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "mine.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(page, "Every charge")
    press(page, "Save all as CSV")
    qtbot.waitUntil(lambda: "in mine.csv" in said(page))
    assert desk.saved == [target]


@pytest.mark.logs
def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, page: StatementsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("full.csv", ""))
    press(page, "Every charge")
    press(page, "Save all as CSV")
    qtbot.waitUntil(lambda: "could not be written" in said(page))


def test_what_came_of_each_file_is_told(page: StatementsPage, desk: Desk) -> None:
    desk.intake.result = StatementsRead(
        files=(
            FileRead(path="/a/new.csv", statement=1, new_charges=12),
            FileRead(path="/a/old.csv", statement=2, was_known=True),
            FileRead(path="/a/page.csv", refused=Refusal.WEB_PAGE),
        )
    )
    page.rebuild()
    words = said(page)
    assert "Nothing is added twice" in words
    assert "This is a web page" in words
    press(page, "See it: new.csv")
    assert page.name == "202611.csv"


def test_an_unknown_file_is_read_once_its_columns_are_named(
    qtbot: QtBot,
    page: StatementsPage,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "bank.csv"
    path.write_bytes(UNKNOWN)
    taken: list[Sequence[str]] = []
    monkeypatch.setattr(page, "take_files", taken.append)
    refused = FileRead(path=str(path), refused=Refusal.UNKNOWN_LAYOUT)
    desk.intake.result = StatementsRead(files=(refused,))
    page.rebuild()
    press(page, "Name its columns: bank.csv")
    assert page.name == "Name the columns of bank.csv"
    qtbot.waitUntil(lambda: "Buchladen" in said(page))
    fields = [one for one in page.findChildren(ComboBox) if one.isVisibleTo(page)]
    for field, number in zip(fields, (1, 2, 3), strict=True):
        field.setCurrentIndex(number)
    fields[0].activated.emit(1)
    qtbot.waitUntil(lambda: table(page, "Preview").rows.rowCount() == 3)
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back == ""
    primary.run()
    primary.run()
    qtbot.waitUntil(lambda: desk.tools.jobs.is_idle)
    assert taken == [[str(path)]]
    assert desk.records.mapping("tag\twas\twieviel") is not None


def test_what_is_found_in_a_file_that_was_left_is_not_told_of_the_next(
    qtbot: QtBot, page: StatementsPage, desk: Desk, tmp_path: Path
) -> None:
    notes, bank = tmp_path / "notes.csv", tmp_path / "bank.csv"
    notes.write_text("milk,eggs\nbread,butter\n")
    bank.write_bytes(UNKNOWN)
    unknown = Refusal.UNKNOWN_LAYOUT
    files = (FileRead(path=str(one), refused=unknown) for one in (notes, bank))
    desk.intake.result = StatementsRead(files=tuple(files))
    page.rebuild()
    press(page, "Name its columns: notes.csv")
    go_back(page)
    press(page, "Name its columns: bank.csv")
    qtbot.waitUntil(lambda: desk.tools.jobs.is_idle)
    assert page.name == "Name the columns of bank.csv"
    assert "Buchladen" in said(page)


def test_a_file_without_charges_is_told(
    qtbot: QtBot, page: StatementsPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("milk,eggs\nbread,butter\n")
    refused = FileRead(path=str(path), refused=Refusal.UNKNOWN_LAYOUT)
    desk.intake.result = StatementsRead(files=(refused,))
    page.rebuild()
    press(page, "Name its columns: notes.csv")
    qtbot.waitUntil(lambda: "Nothing in this file looks like a charge" in said(page))
    go_back(page)
    assert page.name.startswith("1 charge")
