"""Saturday evening: I answer five questions, drop my mailbox, and learn the damage."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.pressing import press, press_primary
from tests.window.scene import SaturdayEvening, ports_on
from tests.window.seen import words_in
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.practice.incident import MAIL_FOLDER, practice_files
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.table import Table
from torimodosu.window.place import Place, View

PATIENCE = 120_000


@contextmanager
def window(app: QApplication, data: Path) -> Iterator[Frame]:
    """Open the program on the folder *data*, in English, and close it again."""
    store = Store.at(data / "cases.sqlite")
    jobs = JobRunner(worker=worker_command(data))
    before, sheet, font = QLocale(), app.styleSheet(), app.font()
    appearance = Appearance(app, store)
    appearance.choose_language(Language.ENGLISH)
    ports = ports_on(store, jobs=jobs, clock=SaturdayEvening())
    frame = Frame(ports=ports, appearance=appearance)
    frame.show()
    try:
        yield frame
    finally:
        frame.close()
        jobs.shut_down()
        shiboken6.delete(frame)
        shiboken6.delete(appearance)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
        app.setStyleSheet(sheet)
        app.setFont(font)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    write_practice(tmp_path / "incident", practice_files())
    return tmp_path / "incident" / MAIL_FOLDER


def is_at(frame: Frame, place: Place) -> bool:
    return frame.navigation.place is place


def sort_with_keys(qtbot: QtBot, frame: Frame) -> None:
    """Judge each order with one key: what came in the burst is not mine."""
    orders = frame.case_file.snapshot.orders
    burst = find_burst(orders.values())
    assert burst is not None
    table = frame.navigation.page.findChild(Table)
    assert isinstance(table, Table)
    table.setFocus()
    for number in range(table.rows.rowCount()):
        table.selectRow(number)
        key = table.rows.key_at(number)
        sign = Qt.Key.Key_N if key in burst.orders else Qt.Key.Key_M
        QTest.keyClick(table, sign)
        qtbot.waitUntil(partial(has_verdict, frame, key), timeout=PATIENCE)


def has_verdict(frame: Frame, key: str) -> bool:
    return key in frame.case_file.snapshot.ownership


def test_the_damage_is_known_and_still_there_tomorrow(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, mails: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with window(qapp, data) as frame:
        answer_the_questions(qtbot, frame)
        frame.navigation.take_files((str(mails),))
        assert is_at(frame, Step.READ_MAIL)
        qtbot.waitUntil(
            lambda: "kept safe" in frame.navigation.page.name, timeout=PATIENCE
        )
        press_primary(qtbot, frame)
        qtbot.waitUntil(lambda: is_at(frame, Step.SORT_ORDERS))
        sort_with_keys(qtbot, frame)
        assert frame.navigation.page.name == "14 orders in 58 minutes were not yours"
        said = words_in(frame.navigation.page)
        assert "¥99,400" in said
        assert "The parts make up ¥99,400 exactly." in said

    with window(qapp, data) as frame:
        assert is_at(frame, View.OVERVIEW)
        snapshot = frame.case_file.snapshot
        verdicts = list(snapshot.ownership.values())
        assert verdicts.count(Ownership.NOT_MINE) == 14
        assert "Loss: ¥99,400" in words_in(frame.navigation.page)
        check_the_evidence(qtbot, frame)
        case = frame.case_file.case
        assert case is not None
        store = Store.at(data / "cases.sqlite")
        mail = next((bag_of(store, case) / "data" / "mails").iterdir())
        mail.write_bytes(b"forged")
        frame.book.evidence.verify(case)
        qtbot.waitUntil(
            lambda: "no longer" in frame.navigation.page.name, timeout=PATIENCE
        )


def answer_the_questions(qtbot: QtBot, frame: Frame) -> None:
    assert is_at(frame, View.WELCOME)
    press(frame, "Begin")
    qtbot.waitUntil(lambda: is_at(frame, Step.QUESTIONS))
    for answer in ("Amazon.co.jp", "No", "Mail files I have here"):
        press(frame, answer)
    press_primary(qtbot, frame)
    qtbot.waitUntil(lambda: frame.case_file.case is not None, timeout=PATIENCE)


def check_the_evidence(qtbot: QtBot, frame: Frame) -> None:
    frame.navigation.go_to(Step.CHECK_EVIDENCE)
    press_primary(qtbot, frame)
    qtbot.waitUntil(
        lambda: frame.navigation.page.name == "The evidence is whole", timeout=PATIENCE
    )
