"""A process of the program that native code ends tells of it at the next start."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from torimodosu.adapters.instance_lock import LOCK_FILE, read_note
from torimodosu.bootstrap.crashes import CRASH_FILES, crashes_noted
from torimodosu.bootstrap.log import Logs
from torimodosu.bootstrap.program import (
    beside_command,
    hidden_command,
    reminder_command,
    worker_command,
)
from torimodosu.frames import read_frame

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such signal"
)
PATIENCE = 120


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (worker_command, "worker-crash"),
        (beside_command, "beside-crash"),
        (reminder_command, "reminder-crash"),
    ],
)
def test_the_next_worker_tells_how_the_one_before_ended(
    tmp_path: Path, command: Callable[[Path], tuple[str, ...]], name: str
) -> None:
    run_worker(command(tmp_path), signal.SIGABRT)
    assert not Logs(tmp_path).tells_of_crash()
    run_worker(command(tmp_path), None)
    text = Logs(tmp_path).text()
    assert f"CRITICAL {name}: native code failed: Aborted" in text
    assert " serve\n" in text
    assert str(tmp_path) not in text
    assert [name for name in CRASH_FILES if (tmp_path / name).exists()] == []
    run_worker(command(tmp_path), None)
    assert Logs(tmp_path).text() == text


def run_worker(command: tuple[str, ...], end: signal.Signals | None) -> None:
    """Run a worker until it is ready; then end it by the signal *end*, or well."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert read_frame(process.stdout) == {"is": "ready"}
        if end is None:
            process.stdin.close()
        else:
            process.send_signal(end)
        assert process.wait(PATIENCE) == (0 if end is None else -end)


def test_the_next_start_of_the_program_tells_how_the_one_before_ended(
    qtbot: QtBot, tmp_path: Path
) -> None:
    run_hidden(qtbot, tmp_path, signal.SIGABRT)
    assert Logs(tmp_path).text() == ""
    run_hidden(qtbot, tmp_path, signal.SIGKILL)
    text = Logs(tmp_path).text()
    assert "CRITICAL window-crash: native code failed: Aborted" in text
    assert "torimodosu.bootstrap.opening:" in text
    run_hidden(qtbot, tmp_path, signal.SIGKILL)
    assert Logs(tmp_path).text() == text


def run_hidden(qtbot: QtBot, folder: Path, end: signal.Signals) -> None:
    """Run the program as it starts with the computer, and end it by the signal."""
    (folder / LOCK_FILE).unlink(missing_ok=True)
    away = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    platform = {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        hidden_command(folder), env=kept | platform, stderr=subprocess.PIPE
    ) as process:
        qtbot.waitUntil(lambda: read_note(folder) != "", timeout=PATIENCE * 1000)
        process.send_signal(end)
        assert process.wait(PATIENCE) == -end


def test_where_nothing_can_be_written_what_is_done_is_done(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = False
    with crashes_noted(tmp_path / "file", CRASH_FILES[0]):
        done = True
    assert done
