"""What Debian's own checks say about the package, before anybody installs it."""

import subprocess
from pathlib import Path

import pytest

from bundling import debian, layout


@pytest.fixture(scope="module")
def unpacked(package: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    passes("dpkg-deb", "--raw-extract", package, folder)
    return folder


def passes(*command: object) -> str:
    """Run a check, which must pass, and return what it tells."""
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_lintian_finds_nothing(package: str) -> None:
    assert passes("lintian", "--fail-on", "error,warning", package) == ""


@pytest.mark.parametrize(
    "name", [f"usr/share/applications/{layout.DESKTOP_ID}.desktop", debian.AUTOSTART]
)
def test_the_entries_of_the_desktop_are_valid(unpacked: Path, name: str) -> None:
    assert passes("desktop-file-validate", unpacked / name) == ""


def test_software_centres_can_show_it(unpacked: Path) -> None:
    about = unpacked / f"usr/share/metainfo/{layout.DESKTOP_ID}.metainfo.xml"
    assert "Validation was successful" in passes(
        "appstreamcli", "validate", "--no-net", about
    )


def test_nothing_in_it_knows_where_it_was_made(unpacked: Path) -> None:
    here = str(layout.ROOT).encode()
    telling = [
        path.relative_to(unpacked).as_posix()
        for path in sorted(unpacked.rglob("*"))
        if path.is_file() and here in path.read_bytes()
    ]
    assert telling == []


def test_the_libraries_of_qt_lie_where_they_can_be_replaced(unpacked: Path) -> None:
    libraries = unpacked / "usr/lib/torimodosu/_internal/PySide6/Qt/lib"
    assert (libraries / "libQt6Widgets.so.6").is_file()
    told = (unpacked / "usr/lib/torimodosu/licences/README.txt").read_text("utf-8")
    assert "You may replace them" in told
    texts = unpacked / "usr/lib/torimodosu/licences/PySide6_Essentials.txt"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts.read_text("utf-8")
