"""What a person presses, types, and is told."""

import json
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from tests.recovery.twostep.exports import sealing
from tests.recovery.twostep.moves import message, uri
from tests.window.qr.codes import OTHER, SHOP, page
from tests.window.seen import words_in_sight
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Text
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.panel import KeyField, QrPanel
from torimodosu.window.qr.told import Told

PATIENCE = 120_000
KEY = "jbsw y3dp ehpk 3pxp"


def button(panel: QrPanel, words: str) -> Button:
    buttons = panel.findChildren(Button)
    return next(one for one in buttons if one.accessibleName() == words)


def field(panel: QrPanel) -> KeyField:
    (found,) = panel.findChildren(KeyField)
    return found


def taken_by(capture: QrCapture) -> list[OtpAccount]:
    taken: list[OtpAccount] = []
    capture.taken.connect(taken.extend)
    return taken


def ended(qtbot: QtBot, capture: QrCapture) -> None:
    qtbot.waitUntil(lambda: not capture.is_busy, timeout=PATIENCE)


def test_a_typed_key_is_taken_with_enter(panel: QrPanel, capture: QrCapture) -> None:
    taken = taken_by(capture)
    QTest.keyClicks(field(panel), KEY)
    QTest.keyClick(field(panel), Qt.Key.Key_Return)
    assert len(taken) == 1
    assert field(panel).text() == ""


def test_a_wrong_key_stays_and_is_explained(panel: QrPanel, capture: QrCapture) -> None:
    QTest.keyClicks(field(panel), "jbsw 0y3d pehp k3px")
    button(panel, "Take this key").click()
    assert "Character 5 is “0”. Perhaps it is the letter O." in words_in_sight(panel)
    assert field(panel).text() == "jbsw 0y3d pehp k3px"
    assert capture.draft == "jbsw 0y3d pehp k3px"


def test_what_came_of_it_comes_into_sight(panel: QrPanel, capture: QrCapture) -> None:
    area = QScrollArea()
    area.resize(700, 200)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    area.show()
    capture.from_text("jbsw 0y3d pehp k3px")
    (told,) = [one for one in panel.findChildren(Told) if one.isVisible()]
    middle = told.mapTo(area.viewport(), told.rect().center())
    assert area.viewport().rect().contains(middle)
    area.takeWidget()


def test_what_was_typed_outlives_the_panel(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture, look: Look
) -> None:
    QTest.keyClicks(field(panel), "jbsw")
    again = QrPanel(look, capture)
    qtbot.addWidget(again)
    assert field(again).text() == "jbsw"
    capture.forget()
    assert (field(panel).text(), field(again).text()) == ("", "")


def test_a_picture_can_be_pasted_where_the_key_goes(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture
) -> None:
    taken = taken_by(capture)
    QGuiApplication.clipboard().setImage(page(SHOP))
    QTest.keyClick(field(panel), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    ended(qtbot, capture)
    assert [account.issuer for account in taken] == ["Amazon"]
    QGuiApplication.clipboard().setText(KEY)
    QTest.keyClick(field(panel), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field(panel).text() == KEY


def test_of_two_accounts_one_is_taken(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture
) -> None:
    taken = taken_by(capture)
    QGuiApplication.clipboard().setImage(page(SHOP, OTHER))
    button(panel, "Take what I copied").click()
    ended(qtbot, capture)
    (choice,) = panel.findChildren(QComboBox)
    names = [choice.itemText(number) for number in range(choice.count())]
    assert sorted(names) == ["Amazon · taro", "Rakuten · taro"]
    choice.setCurrentIndex(names.index("Rakuten · taro"))
    button(panel, "Take this one").click()
    assert [account.issuer for account in taken] == ["Rakuten"]
    assert "Which account?" not in words_in_sight(panel)


def test_or_all_of_them(panel: QrPanel, capture: QrCapture) -> None:
    taken = taken_by(capture)
    capture.from_text(f"{SHOP}\n{OTHER}")
    button(panel, "Take all of them").click()
    assert len(taken) == 2


def test_a_file_is_chosen_and_deleted_only_after_a_question(
    qtbot: QtBot,
    panel: QrPanel,
    capture: QrCapture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "screenshot.png"
    assert page(SHOP).save(str(path))
    chosen = ([str(path)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    button(panel, "Choose a file").click()
    ended(qtbot, capture)
    assert "screenshot.png still holds the secret" in words_in_sight(panel)
    for answer in ("Keep", "Delete the file"):
        assert path.exists()
        button(panel, "Delete it").click()
        (question,) = panel.findChildren(Question)
        next(b for b in question.buttons if b.accessibleName() == answer).click()
        qtbot.waitUntil(lambda: not panel.findChildren(Question), timeout=PATIENCE)
    assert not path.exists()
    assert "still holds" not in words_in_sight(panel)


def test_no_file_is_chosen(
    panel: QrPanel, capture: QrCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    button(panel, "Choose a file").click()
    assert not capture.is_busy


def test_the_panel_says_that_it_is_looking(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture
) -> None:
    capture.from_image(page(SHOP))
    assert "Looking …" in words_in_sight(panel)
    ended(qtbot, capture)
    assert "Looking …" not in words_in_sight(panel)


def test_a_panel_that_is_gone_is_not_told(capture: QrCapture, look: Look) -> None:
    shiboken6.delete(QrPanel(look, capture))
    taken = taken_by(capture)
    capture.from_text(KEY)
    assert len(taken) == 1


def test_an_export_is_opened_with_its_password(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture, tmp_path: Path
) -> None:
    taken = taken_by(capture)
    services = [{"secret": "JBSWY3DPEHPK3PXP", "otp": {"issuer": "Amazon"}}]
    path = tmp_path / "move.2fas"
    path.write_bytes(sealing.two_fas(json.dumps(services).encode()))
    capture.from_files([str(path)])
    for typed, told in (("wrong", "Its password"), (sealing.PASSWORD, "does not open")):
        ended(qtbot, capture)
        (note,) = (
            one
            for one in panel.findChildren(Text)
            if one.isVisible() and told in one.accessibleName()
        )
        assert (note.property("tone") == "attention") is (typed != "wrong")
        field = password_field(panel)
        assert field.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    ended(qtbot, capture)
    assert [account.issuer for account in taken] == ["Amazon"]
    assert capture.outcome.open_files == ()


def password_field(panel: QrPanel) -> QLineEdit:
    fields = panel.findChildren(QLineEdit, "export-password")
    return next(one for one in fields if one.isVisible())


def test_a_part_of_a_move_asks_for_the_others(
    panel: QrPanel, capture: QrCapture
) -> None:
    account = message({1: b"0123456789", 2: b"taro"})
    capture.from_text(uri(account, size=3, index=1, batch=5))
    assert "number 1, 3" in words_in_sight(panel)


def test_of_many_files_the_first_are_told_and_the_others_at_a_press(
    qtbot: QtBot, panel: QrPanel, capture: QrCapture, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("a", "b", "c", "d", "e")]
    for path in paths:
        path.write_text("nothing of the kind")
    capture.from_files([str(path) for path in paths])
    ended(qtbot, capture)
    told = words_in_sight(panel)
    assert "c.txt: This is neither a picture" in told
    assert "d.txt" not in told
    button(panel, "Show 2 more").click()
    assert "e.txt: This is neither a picture" in words_in_sight(panel)


@pytest.mark.parametrize("text", ["https://shop.example", SHOP])
def test_a_secret_that_was_copied_can_be_taken_back(
    panel: QrPanel, capture: QrCapture, text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    button(panel, "Take what I copied").click()
    assert capture.outcome.is_copied is (text == SHOP)
    assert ("What you copied still" in words_in_sight(panel)) is (text == SHOP)


def test_the_clipboard_is_emptied(panel: QrPanel, capture: QrCapture) -> None:
    QGuiApplication.clipboard().setText(SHOP)
    capture.from_clipboard()
    button(panel, "Empty the clipboard").click()
    assert QGuiApplication.clipboard().text() == ""
    assert "What you copied still" not in words_in_sight(panel)
    capture.from_text(SHOP)
    assert not capture.outcome.is_copied
