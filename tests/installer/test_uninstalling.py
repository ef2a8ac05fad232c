"""What the package does in the folders of people when it is removed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bundling.debian import DATA
from torimodosu.adapters.autostart import DesktopAutostart

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages are of Linux")

INSTALLED = "/usr/lib/torimodosu/torimodosu"


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the homes of three people, whom the system knows."""
    people = tmp_path / "getent"
    lines = "".join(f"echo {n}:x:1000:1000::{tmp_path}/{n}:/bin/sh\n" for n in "abc")
    people.write_text(f"#!/bin/sh\n{lines}", "ascii")
    people.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def entry_of(home: Path, program: str) -> DesktopAutostart:
    """Let *program* start with the session of whose home this is."""
    entry = DesktopAutostart(home / ".config" / "autostart", (program, "--hidden"))
    entry.turn(on=True)
    return entry


def removed(why: str) -> str:
    """Run what dpkg runs then, and return what it says."""
    done = subprocess.run(
        ["/bin/sh", str(DATA / "postrm"), why],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stderr


@pytest.mark.parametrize("why", ["remove", "purge"])
def test_nothing_starts_with_a_session_any_more(homes: Path, why: str) -> None:
    theirs = [entry_of(homes / name, INSTALLED) for name in "ac"]
    assert "the cases of each person stay" in removed(why)
    assert [entry.is_on() for entry in theirs] == [False, False]
    assert list(homes.rglob("*.desktop")) == []


def test_another_copy_of_the_program_goes_on_starting(homes: Path) -> None:
    entry = entry_of(homes / "b", "/opt/torimodosu-0.1.0/torimodosu")
    removed("remove")
    assert entry.is_on()


def test_a_newer_version_goes_on_starting(homes: Path) -> None:
    entry = entry_of(homes / "b", INSTALLED)
    assert removed("upgrade") == ""
    assert entry.is_on()
