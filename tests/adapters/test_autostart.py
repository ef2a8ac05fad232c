"""The entry that starts the program with the computer, as each system reads it."""

import plistlib
import re
from pathlib import Path

import pytest

from torimodosu.adapters.autostart import (
    DesktopAutostart,
    MacAutostart,
    own_autostart,
)

COMMAND = ("/opt/a b/torimodosu", "--hidden", "--data-dir", '/home/taro/50% "$x`\\')


@pytest.fixture(params=[DesktopAutostart, MacAutostart])
def entry(
    request: pytest.FixtureRequest, tmp_path: Path
) -> DesktopAutostart | MacAutostart:
    made: DesktopAutostart | MacAutostart = request.param(tmp_path / "new", COMMAND)
    return made


def test_it_is_off_until_it_is_turned_on_and_leaves_nothing_behind(
    entry: DesktopAutostart | MacAutostart,
) -> None:
    seen = [entry.is_on()]
    for on in (False, True, True, False, False):
        if on:
            entry.turn(on=True)
            entry.turn(on=True)
        else:
            entry.turn(on=False)
        seen.append(entry.is_on())
    assert seen == [False, False, True, True, False, False]
    assert list(entry.folder.iterdir()) == []


def test_linux_reads_the_command_as_it_is(tmp_path: Path) -> None:
    entry = DesktopAutostart(tmp_path, COMMAND)
    entry.turn(on=True)
    (file,) = tmp_path.iterdir()
    lines = dict(
        line.split("=", 1) for line in file.read_text("utf-8").splitlines()[1:]
    )
    # A string value first, then a quoted line, then field codes (freedesktop).
    line = lines["Exec"].replace("\\\\", "\\").replace("%%", "%")
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    assert tuple(re.sub(r"\\(.)", r"\1", word) for word in quoted) == COMMAND
    assert (lines["Type"], lines["Terminal"]) == ("Application", "false")


def test_linux_passes_over_an_entry_whose_program_was_removed(tmp_path: Path) -> None:
    program = tmp_path / "program with a \\ in it"
    DesktopAutostart(tmp_path, [str(program), "--hidden"]).turn(on=True)
    (file,) = tmp_path.iterdir()
    told = dict(line.split("=", 1) for line in file.read_text("utf-8").splitlines()[1:])
    assert told["TryExec"].replace("\\\\", "\\") == str(program)


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = TRUE"]
)
def test_an_entry_that_the_desktop_has_switched_off_is_off(
    tmp_path: Path, line: str
) -> None:
    entry = DesktopAutostart(tmp_path, COMMAND)
    entry.turn(on=True)
    (file,) = tmp_path.iterdir()
    file.write_text(f"{file.read_text('utf-8')}{line}\n", "utf-8")
    assert not entry.is_on()
    entry.turn(on=True)
    assert entry.is_on()


def test_macos_reads_the_command_as_it_is(tmp_path: Path) -> None:
    entry = MacAutostart(tmp_path, COMMAND)
    entry.turn(on=True)
    (file,) = tmp_path.iterdir()
    agent = plistlib.loads(file.read_bytes())
    assert tuple(agent["ProgramArguments"]) == COMMAND
    assert agent["RunAtLoad"] is True


def test_on_linux_it_lies_where_the_desktop_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    chosen = own_autostart(COMMAND)
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    usual = own_autostart(COMMAND)
    folders = [getattr(entry, "folder", None) for entry in (chosen, usual)]
    assert folders == [tmp_path / "autostart", Path.home() / ".config" / "autostart"]


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    entry = DesktopAutostart(tmp_path / "file", COMMAND)
    with pytest.raises(OSError, match="file"):
        entry.turn(on=True)
