"""The package on a Debian 12 that has nothing else than what the package asks for.

Takes a few minutes, root, and 1 GB; the packages come from Debian.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from functools import partial

import pytest

from bundling import layout
from tests.bundle.bare_debian import HOME, Debian, bare_debian
from tests.display import virtual_display
from tests.secret_service import secret_service_in
from torimodosu.adapters.autostart import DesktopAutostart

PATIENCE = 60
DATA = f"{HOME}/.local/share/torimodosu"
PICTURE = layout.WORK / "bare-debian.png"
JAPANESE = {"LANG": "ja_JP.UTF-8", "LC_ALL": ""}


@pytest.fixture(scope="module")
def debian(package: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debian]:
    """Yield a system with the package installed."""
    with bare_debian(tmp_path_factory.mktemp("debian")) as system:
        shutil.copy(package, system.path("/package.deb"))
        system.root("apt-get", "update")
        install = ["apt-get", "install", "--yes", "--no-install-recommends"]
        system.root(*install, "/package.deb")
        yield system


@pytest.fixture
def screen() -> Iterator[str]:
    with virtual_display("openbox", "trayer") as name:
        yield name


def test_there_is_no_python_but_its_own(debian: Debian) -> None:
    assert not [name for name in debian.names() if name.endswith("bin/python3")]


def test_it_starts_from_its_entry_in_the_menu(debian: Debian, screen: str) -> None:
    entry = ConfigParser(interpolation=None)
    place = f"/usr/share/applications/{layout.DESKTOP_ID}.desktop"
    entry.read(debian.path(place), "utf-8")
    words = entry["Desktop Entry"]["Exec"].split()
    process = debian.person(*words, having={"DISPLAY": screen, **JAPANESE})
    try:
        # The window stands there at once, under its plain name, and is then filled.
        window = waited(process, partial(window_on, screen)).split()[0]
        waited(process, partial(filled, screen, window))
        told = asked(screen, "xprop", "-id", window)
        assert f'"{layout.DESKTOP_ID}"' in told
        assert '"torimodosu"' in told.partition("WM_CLASS")[2].partition("\n")[0]
        waited(process, partial(painted, screen))
        assert process.poll() is None
    finally:
        errors = debian.end(process)
    assert "Traceback" not in errors
    assert debian.path(DATA).is_dir()


def waited(process: subprocess.Popen[str], ask: Callable[[], str]) -> str:
    """Return what *ask* tells, as soon as that is something."""
    deadline = time.monotonic() + PATIENCE
    while not (told := ask()):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return told


def window_on(screen: str) -> str:
    """Return the number of the window of the program, or ""."""
    search = ("xdotool", "search", "--onlyvisible", "--class", "torimodosu")
    return asked(screen, *search)


def filled(screen: str, window: str) -> str:
    """Return the name of the *window* once it is one in Japanese, or ""."""
    name = asked(screen, "xdotool", "getwindowname", window).strip()
    return "" if name.isascii() else name


def painted(screen: str) -> str:
    """Take a picture and return its name once it is the same as the one before."""
    before = PICTURE.read_bytes() if PICTURE.exists() else b""
    asked(screen, "import", "-strip", "-window", "root", str(PICTURE))
    return PICTURE.name if PICTURE.read_bytes() == before else ""


def asked(screen: str, *command: str) -> str:
    """Return what *command* tells of the *screen*."""
    return subprocess.run(
        command,
        env=os.environ | {"DISPLAY": screen},
        check=False,
        capture_output=True,
        text=True,
    ).stdout


def test_every_part_works_where_there_are_a_keychain_and_a_tray(
    debian: Debian, screen: str
) -> None:
    bus = debian.path("/bus")
    bus.mkdir()
    with secret_service_in(bus) as service:
        service.start()
        (bus / "run").chmod(0o755)
        address = service.address.replace(str(debian.folder), "")
        having = {"DISPLAY": screen, "DBUS_SESSION_BUS_ADDRESS": address}
        process = debian.person("torimodosu", "self-check", "--json", having=having)
        told, errors = process.communicate()
    parts = [json.loads(line) for line in told.splitlines()]
    of_parts = [part for part in parts if "part" in part]
    assert len(of_parts) >= 7
    assert [part for part in of_parts if not part["ok"]] == []
    assert (process.returncode, errors) == (0, "")


COMMANDS = (
    ("mail", "scan", "practice/mail"),
    ("mail", "judge", "practice/mail"),
    ("orders", "practice/mail"),
    ("evidence", "pack", "practice/mail", "--out", "evidence"),
    ("evidence", "verify", "evidence"),
    ("signin", "scan", "--service", "amazon.co.jp", "--home", "practice/home"),
    ("totp", "read", "practice/shop/two_step_qr.png"),
    ("password", "new", "--words", "5"),
)


def test_every_command_works_without_a_screen(debian: Debian) -> None:
    practice = run(debian, "practice", "--out", f"{HOME}/practice")
    assert practice.splitlines()
    for command in COMMANDS:
        words = [
            f"{HOME}/{word}" if word.startswith(("practice/", "evidence")) else word
            for word in command
        ]
        # Where the first word is a command, it is no file.
        assert run(debian, command[0], *words[1:])


def run(debian: Debian, *words: str) -> str:
    """Run a command of the program and return what it prints."""
    process = debian.person("torimodosu", *words, having={})
    told, errors = process.communicate()
    assert process.returncode in {0, 1}, errors
    assert "Traceback" not in errors
    return told


def test_it_leaves_without_a_trace_and_says_where_the_cases_are(
    debian: Debian,
) -> None:
    command = ("/usr/lib/torimodosu/torimodosu", "--hidden")
    autostart = DesktopAutostart(debian.path(f"{HOME}/.config/autostart"), command)
    autostart.turn(on=True)
    listed = debian.root("dpkg", "--listfiles", "torimodosu").splitlines()
    told = debian.root("apt-get", "purge", "--yes", "torimodosu")
    assert "the cases of each person stay in ~/.local/share/torimodosu" in told
    left = debian.names()
    assert [name for name in sorted(left) if "torimodosu" in name.lower()] == []
    files = [name for name in listed if not debian.path(name).is_dir()]
    assert [name for name in files if name.lstrip("/") in left] == []
    assert (debian.path(DATA) / "cases.sqlite").exists()
    assert not autostart.is_on()
