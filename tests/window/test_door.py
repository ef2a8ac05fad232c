"""A second start knocks, and the first one hears it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from torimodosu.window.door import Door, knock

# In a process of its own, as it is: who waits for an answer holds up all of Python.
KNOCKING = """
import sys
from PySide6.QtCore import QCoreApplication
from torimodosu.window.door import knock
app = QCoreApplication([])
sys.exit(not knock(*sys.argv[1:]))
"""


@pytest.fixture
def door(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    del qapp
    # The name of a socket has room for 107 bytes.
    with TemporaryDirectory(prefix="door-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        door = Door("")
        yield door
        door.close()


def visit(door: Door, *words: bytes) -> QLocalSocket:
    """Say *words* at the door and stay there."""
    visitor = QLocalSocket(door)
    visitor.connectToServer(door.name)
    assert visitor.waitForConnected()
    for word in words:
        visitor.write(word)
        visitor.flush()
    return visitor


@pytest.mark.parametrize("token", ["", "gnome-shell/Files/4711-0-me_TIME1234"])
def test_a_knock_is_heard_with_its_token_and_answered(
    qtbot: QtBot, door: Door, token: str
) -> None:
    heard: list[str] = []
    door.knocked.connect(heard.append)
    visitor = QProcess(door)
    with qtbot.waitSignal(visitor.finished):
        visitor.start(sys.executable, ["-c", KNOCKING, door.name, token])
    assert (heard, visitor.exitCode()) == ([token], 0)


def test_a_knock_in_pieces_is_one(qtbot: QtBot, door: Door) -> None:
    visitor = visit(door, b"op", b"en to")
    with qtbot.waitSignal(door.knocked) as knocked:
        visitor.write(b"ken\nand more")
    assert knocked.args == ["token"]


@pytest.mark.parametrize("words", [b"close\n", b"open" + b"x" * 2000, b"\xff\n"])
def test_who_says_something_else_is_sent_away(
    qtbot: QtBot, door: Door, words: bytes
) -> None:
    with qtbot.assertNotEmitted(door.knocked):
        visitor = visit(door, words)
        with qtbot.waitSignal(visitor.disconnected):
            pass


def test_nobody_answers_behind_a_door_that_is_closed_or_never_was(
    door: Door, tmp_path: Path
) -> None:
    door.close()
    names = (door.name, str(tmp_path / "nobody"))
    assert [knock(name, "") for name in names] == [False, False]


def test_who_hears_and_does_not_answer_is_not_waited_for(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    monkeypatch.setattr("torimodosu.window.door._MILLISECONDS_TO_ANSWER", 1)
    stuck = QLocalServer()
    assert stuck.listen(str(tmp_path / "stuck"))
    assert not knock(stuck.fullServerName(), "")
    stuck.close()


def test_what_a_killed_program_has_left_is_cleared_away(door: Door) -> None:
    left = Path(door.name)
    folder = left.parent
    assert left.exists()
    another = Door(door.name)
    assert not left.exists()
    assert [str(path) for path in folder.iterdir()] == [another.name]
    another.close()
    assert list(folder.iterdir()) == []
