"""Mails dragged out of mail programs, as these hand them over."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from torimodosu.window.kit.dragged import is_of_files, is_withheld, taken_paths
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.look import Look

MAIL = b"From: a@b.example\nSubject: Hello\n\nWords\n"
WINDOWS = 'application/x-qt-windows-mime;value="{}"'
THUNDERBIRD = {
    "text/x-moz-message": b"m\0a\0i\0l\0",
    "text/x-moz-url": b"m\0a\0i\0l\0",
    "application/x-moz-file-promise": b"",
}
THUNDERBIRD_WITH_ADDRESS = {
    "text/uri-list": b"mailbox-message://nobody@Local%20Folders/Inbox#12345\r\n",
}
OUTLOOK = {
    WINDOWS.format("FileGroupDescriptorW"): bytes(1188),
    WINDOWS.format("FileContents"): b"",
    "text/plain": b"From\tSubject",
}
APPLE_MAIL = {"text/uri-list": b"message:%3C1@b.example%3E\r\n"}
KMAIL = {"text/uri-list": b"akonadi:?item=12&type=message/rfc822\r\n"}


def mime(formats: Mapping[str, bytes]) -> QMimeData:
    data = QMimeData()
    for name, content in formats.items():
        data.setData(name, content)
    return data


@pytest.mark.parametrize(
    "formats",
    [THUNDERBIRD, THUNDERBIRD_WITH_ADDRESS, OUTLOOK, APPLE_MAIL, KMAIL],
    ids=["Thunderbird", "its address", "Outlook", "Apple Mail", "KMail"],
)
def test_a_mail_that_is_only_promised_is_welcome_and_told(
    formats: Mapping[str, bytes],
) -> None:
    data = mime(formats)
    assert is_of_files(data)
    assert is_withheld(data)
    assert taken_paths(data) == ()


def test_a_file_that_came_with_it_is_taken(tmp_path: Path) -> None:
    """As Claws Mail, Evolution and file managers do."""
    path = tmp_path / "mail.eml"
    data = mime({**THUNDERBIRD, "message/rfc822": MAIL})
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://b.example/")])
    assert not is_withheld(data)
    assert taken_paths(data) == (str(path),)


def test_a_mail_that_came_as_bytes_is_kept_byte_for_byte() -> None:
    data = mime({"message/rfc822": MAIL, "x-uid-list": b"1"})
    assert is_of_files(data)
    first, second = taken_paths(data), taken_paths(data)
    assert first != second
    (path,) = first
    assert Path(path).read_bytes() == MAIL
    assert Path(path).parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "formats",
    [{"text/plain": b"Hello"}, {"text/uri-list": b"https://b.example/\r\n"}, {}],
    ids=["words", "a link", "nothing"],
)
def test_other_things_are_not_welcome(formats: Mapping[str, bytes]) -> None:
    assert not is_of_files(mime(formats))


def test_an_empty_mail_is_none() -> None:
    assert taken_paths(mime({"message/rfc822": b""})) == ()


def test_the_zone_says_what_to_do_instead(qtbot: QtBot, look: Look) -> None:
    zone = DropZone(look, "Here", "mbox")
    qtbot.addWidget(zone)
    data = mime(OUTLOOK)
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, buttons, modifiers)
    QApplication.sendEvent(zone, enter)
    drop = QDropEvent(QPointF(5, 5), action, data, buttons, modifiers)
    with qtbot.assertNotEmitted(zone.dropped):
        QApplication.sendEvent(zone, drop)
    assert any("desktop" in label.text() for label in zone.findChildren(QLabel))
