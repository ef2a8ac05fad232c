"""What goes into a bundle, and that it comes out the same each time."""

import gzip
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
import tarfile
from configparser import ConfigParser
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from bundling import (
    archives,
    binaries,
    contents,
    debian,
    inventory,
    layout,
    needs,
    pictures,
)
from torimodosu.bootstrap.program import DESKTOP_ID

PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("name", "used"),
    [
        (f"{PLUGINS}/platforms/libqxcb.so", True),
        (f"{PLUGINS}/platforms/libqwayland.so", True),
        (f"{PLUGINS}/platforms/libqcocoa.dylib", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        (f"{PLUGINS}/platforms/libqvnc.so", False),
        (f"{PLUGINS}/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (f"{PLUGINS}/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        (f"{PLUGINS}/imageformats/libqjpeg.so", True),
        (f"{PLUGINS}/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_ja.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_help_ja.qm", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("keyring-25.7.0.dist-info/METADATA", False),
        ("torimodosu/resources/i18n/torimodosu_ja.qm", True),
        ("publicsuffixlist/public_suffix_list.dat", True),
        ("budoux/skip_nodes.json", True),
        ("budoux/models/ja.json", True),
        ("budoux/models/ja_word.json", False),
        ("budoux/models/th.json", False),
    ],
)
def test_what_the_program_uses_comes_along(name: str, *, used: bool) -> None:
    assert contents.is_used(name) == used


@pytest.mark.parametrize(
    ("name", "brought"),
    [
        ("libpython3.11.so.1.0", True),
        ("libssl.so.3", True),
        ("libxcb-cursor.so.0", True),
        # These must fit the drivers of the screen, or the settings of the desktop.
        ("libxcb.so.1", False),
        ("libstdc++.so.6", False),
        ("libfontconfig.so.1", False),
        ("libffi.so.8", True),
        ("libfftw.so.3", False),
    ],
)
def test_of_the_system_only_what_differs_between_systems_comes_along(
    name: str, *, brought: bool
) -> None:
    assert contents.is_brought_from_the_system(name) == brought


def test_a_library_without_a_known_package_stops_the_making(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert needs.packages_for({"libGL.so.1", "libm.so.6"}) == ["libc6", "libgl1"]
    with pytest.raises(SystemExit, match="2"):
        needs.packages_for({"libGL.so.1", "libnew.so.7"})
    assert "names no package for libnew.so.7" in capsys.readouterr().err


def test_what_a_bundle_needs_is_read_from_its_files(tmp_path: Path) -> None:
    if not shutil.which("objdump"):
        pytest.skip("binutils is not installed")
    modules = Path(str(sysconfig.get_config_var("DESTSHARED")))
    for path in modules.glob("_s*.so"):
        shutil.copy(path, tmp_path)
    found = needs.needs_of(tmp_path)
    assert "libc.so.6" in found.libraries
    assert (2, 0) < found.glibc < (3, 0)
    # A library that comes along is not asked for.
    (tmp_path / "libc.so.6").touch()
    assert "libc.so.6" not in needs.needs_of(tmp_path).libraries


def test_a_library_that_was_polished_tells_no_path_and_still_loads(
    tmp_path: Path,
) -> None:
    if not (shutil.which("strip") and shutil.which("patchelf")):
        pytest.skip("binutils and patchelf are not installed")
    modules = Path(str(sysconfig.get_config_var("DESTSHARED")))
    source = min(modules.glob("_*.so"))
    name = source.name.partition(".")[0]
    library = tmp_path / source.name
    shutil.copy(source, library)
    binaries.polish(tmp_path)
    assert not binaries.search_path(library).startswith("/")
    assert library.stat().st_size <= source.stat().st_size
    loads = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import {name}"
    told = f"{loads}; print({name}.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", told], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(library)


def test_equal_folders_give_equal_archives(tmp_path: Path) -> None:
    packed = []
    for name, mode, moment in (("a", 0o700, 1), ("b", 0o775, 2)):
        folder = tmp_path / name / "program"
        folder.mkdir(parents=True)
        (folder / "start").write_text("x", "utf-8")
        (folder / "start").chmod(mode)
        (folder / "terms").write_text("y", "utf-8")
        (folder / "link").symlink_to("start")
        os.utime(folder / "terms", (moment, moment))
        target = tmp_path / f"{name}.tar.gz"
        archives.write_tar(folder, target, 1_700_000_000)
        packed.append(target.read_bytes())
    assert packed[0] == packed[1]
    with tarfile.open(tmp_path / "a.tar.gz") as archive:
        found = {entry.name: (entry.mode, entry.mtime) for entry in archive}
    assert list(found) == [
        "program",
        "program/link",
        "program/start",
        "program/terms",
    ]
    assert found["program/start"] == (0o755, 1_700_000_000)
    assert found["program/terms"] == (0o644, 1_700_000_000)


def test_a_compressed_text_tells_no_time(tmp_path: Path) -> None:
    target = tmp_path / "new" / "text.gz"
    archives.write_gzip(b"hello", target)
    assert target.read_bytes()[4:8] == b"\0\0\0\0"
    assert gzip.decompress(target.read_bytes()) == b"hello"


def test_files_get_the_modes_of_a_package(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir(mode=0o700)
    (tmp_path / "inside" / "program").touch(0o700)
    (tmp_path / "text").touch(0o600)
    archives.settle_folder(tmp_path)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"inside": 0o755, "program": 0o755, "text": 0o644}


@pytest.fixture(scope="module")
def drawn() -> dict[int, bytes]:
    icon = layout.RESOURCES / "icons" / "torimodosu.svg"
    sizes = {*pictures.WINDOWS_SIZES, *pictures.APPLE_TYPES.values()}
    return {size: pictures.png(icon, size) for size in sizes}


def test_the_icon_is_drawn_in_every_size(drawn: dict[int, bytes]) -> None:
    for size, content in drawn.items():
        image = QImage.fromData(content)
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, size // 2).alpha() == 255


def test_an_icon_of_windows_holds_each_picture_where_it_says(
    drawn: dict[int, bytes],
) -> None:
    icon = pictures.ico({size: drawn[size] for size in pictures.WINDOWS_SIZES})
    assert struct.unpack_from("<3H", icon) == (0, 1, len(pictures.WINDOWS_SIZES))
    for place, size in enumerate(pictures.WINDOWS_SIZES):
        width, *_, length, begin = struct.unpack_from("<4B2H2I", icon, 6 + 16 * place)
        assert width == size % 256
        assert icon[begin : begin + length] == drawn[size]


def test_an_icon_of_macos_is_as_long_as_it_says(drawn: dict[int, bytes]) -> None:
    icon = pictures.icns(drawn)
    assert struct.unpack_from(">4sI", icon) == (b"icns", len(icon))
    name, length = struct.unpack_from(">4sI", icon, 8)
    assert (name, icon[16 : 8 + length]) == (b"icp4", drawn[16])


@pytest.mark.parametrize("name", ["torimodosu.desktop", "autostart.desktop"])
def test_an_entry_of_the_desktop_starts_the_program_by_its_name(name: str) -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(debian.DATA / name, "utf-8")
    words = entry["Desktop Entry"]
    assert words["Exec"].split()[0] == words["TryExec"] == layout.NAME
    assert words["Icon"] == layout.DESKTOP_ID == DESKTOP_ID
    assert ("Hidden" in words) == (name == "autostart.desktop")


def test_the_description_for_software_centres_names_version_and_entry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layout, "version", lambda: "1.2.3")
    text = debian.filled(debian.DATA / "torimodosu.metainfo.xml", 86_400)
    about = ET.fromstring(text)
    assert about.findtext("id") == DESKTOP_ID
    assert about.findtext("launchable") == f"{DESKTOP_ID}.desktop"
    release = about.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "1970-01-02"}


def test_the_notes_about_a_package_come_along_without_where_it_was_taken_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "PAPERS", tmp_path)
    package = next(
        package
        for package in metadata.distributions()
        if package.metadata["Name"] == "keyring"
    )
    names = {name.partition("/")[2] for name, _ in inventory.papers(package)}
    assert {"METADATA", "RECORD", "entry_points.txt", "licenses/LICENSE"} <= names
    assert not names & {"INSTALLER", "direct_url.json", "REQUESTED"}


def test_a_package_is_in_the_bundle_when_code_of_it_is() -> None:
    import keyring  # noqa: PLC0415 -- only to know where it lies

    found = inventory.bundled_packages({Path(keyring.__file__)})
    assert [package.metadata["Name"] for package in found] == ["keyring"]


def test_a_file_of_a_debian_system_is_known_by_its_package() -> None:
    if not shutil.which("dpkg-query"):
        pytest.skip("this is no Debian")
    # It lies in /usr, but its package still says /bin.
    package = inventory.owner(Path("/bin/cat"))
    assert package == "coreutils"
    assert inventory.installed_version(package)[0].isdigit()
    assert inventory.owner(Path(__file__)) == ""
