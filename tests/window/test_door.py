"""A second start knocks, and the first one hears it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from torimodosu.window.door import Door, knock

# In a process of its own, as it is: who waits for an answer holds up all of Python.
KNOCKING = """
import sys
from torimodosu.window import door
door._SECONDS_TO_ANSWER = 120.0  # however busy this computer is
sys.exit(not door.knock(*sys.argv[1:]))
"""


@pytest.fixture
def door(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Door]:
    del qapp
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    door = Door("")
    yield door
    door.close()


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
    assert list(Path(door.name).iterdir()) == []


@pytest.mark.parametrize(
    ("said", "token"),
    [(b"x" * 2000, "x" * 1024), (b"\xff\xe3a", "a")],
    ids=["too long", "no ASCII"],
)
def test_of_what_is_no_token_only_what_could_be_one_is_heard(
    qtbot: QtBot, door: Door, said: bytes, token: str
) -> None:
    outside = Path(door.name).parent / "said"
    outside.write_bytes(said)
    with qtbot.waitSignal(door.knocked) as knocked:
        outside.replace(Path(door.name) / "1.knock")
    assert knocked.args == [token]


def test_what_is_still_being_written_is_not_heard(qtbot: QtBot, door: Door) -> None:
    heard: list[str] = []
    door.knocked.connect(heard.append)
    (Path(door.name) / "1.part").write_bytes(b"unfinished")
    with qtbot.waitSignal(door.knocked):
        (Path(door.name) / "2.knock").touch()
    assert heard == [""]


@pytest.mark.skipif(sys.platform == "win32", reason="rights have other names there")
def test_the_folder_is_for_this_user_alone(door: Door) -> None:
    assert Path(door.name).stat().st_mode & 0o777 == 0o700


def test_nobody_answers_behind_a_door_that_is_closed_or_never_was(
    door: Door, tmp_path: Path
) -> None:
    door.close()
    names = (door.name, str(tmp_path / "nobody"))
    assert [knock(name, "") for name in names] == [False, False]


def test_who_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torimodosu.window.door._SECONDS_TO_ANSWER", 0.0)
    assert not knock(str(tmp_path), "")
    assert list(tmp_path.iterdir()) == []


def test_where_no_folder_can_be_made_nobody_can_knock(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "absent"))
    door = Door("")
    assert door.name == ""
    door.close()


def test_what_a_killed_program_has_left_is_cleared_away(
    door: Door, tmp_path: Path
) -> None:
    left = Path(door.name)
    (left / "1.knock").touch()
    another = Door(door.name)
    assert list(tmp_path.iterdir()) == [Path(another.name)]
    another.close()
    assert list(tmp_path.iterdir()) == []


def test_nothing_but_a_door_is_cleared_away(door: Door, tmp_path: Path) -> None:
    kept = tmp_path / "photos"
    kept.mkdir()
    Door(str(kept)).close()
    assert kept.exists()
    del door


def test_what_others_keep_behind_a_door_stays(door: Door) -> None:
    behind = Path(door.name)
    for name in ("1.part", "2.knock", "3.heard", "letter.txt"):
        (behind / name).write_bytes(b"")
    Door(door.name).close()
    assert [path.name for path in behind.iterdir()] == ["letter.txt"]
