"""What of the installers for Windows and macOS can be looked at on any system."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bundling import layout, macos, pictures, windows

SCRIPT = windows.SCRIPT.read_text("utf-8")


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "version", lambda: "1.2.3")


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4)), ("2.0rc1", (2, 0, 0, 0))],
)
def test_windows_counts_versions_by_four_numbers(
    version: str, numbers: tuple[int, ...]
) -> None:
    assert windows.four_numbers(version) == numbers


def test_the_installer_gets_every_value_that_its_script_asks_for(
    tmp_path: Path,
) -> None:
    command = windows.compiling("makensis", tmp_path, tmp_path / "Setup.exe")
    given = {word[2:].partition("=")[0] for word in command if word.startswith("-D")}
    asked = set(re.findall(r"\$\{([A-Z]+)\}", SCRIPT))
    own = set(re.findall(r"^!define ([A-Z]+) ", SCRIPT, re.MULTILINE))
    assert asked - own == given


def test_no_administrator_is_asked_for() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT


def test_what_the_installer_writes_into_the_registry_the_uninstaller_takes_out() -> (
    None
):
    install, uninstall = SCRIPT.split('Section "Uninstall"')
    keys = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', install))
    removed = set(re.findall(r'DeleteReg(?:Key|Value) HKCU "([^"]+)"', uninstall))
    assert keys == removed


def test_the_session_starts_it_only_when_the_person_says_so() -> None:
    assert 'Section /o "$(AUTOSTART_PART)"' in SCRIPT


def test_the_script_of_the_installer_can_be_made_into_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler = shutil.which("makensis")
    if compiler is None:
        pytest.skip("NSIS is not installed")
    monkeypatch.setattr(layout, "ICONS", tmp_path)
    source = layout.RESOURCES / "icons" / "torimodosu.svg"
    drawn = {size: pictures.png(source, size) for size in pictures.WINDOWS_SIZES}
    (tmp_path / "torimodosu.ico").write_bytes(pictures.ico(drawn))
    program, target = tmp_path / "program", tmp_path / "Setup.exe"
    (program / "_internal").mkdir(parents=True)
    (program / "torimodosu.exe").write_bytes(b"MZ")
    command = windows.compiling(compiler, program, target)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert target.read_bytes().startswith(b"MZ")


def test_a_mac_signs_for_the_hardened_runtime_by_any_certificate() -> None:
    alone = macos.signing(Path("Torimodosu.app"), macos.NOBODY)
    published = macos.signing(Path("Torimodosu.app"), "Developer ID Application: Some")
    assert "--timestamp" not in alone
    assert "--timestamp" in published
    assert alone[alone.index("--options") + 1] == "runtime"
    entitlements = Path(alone[alone.index("--entitlements") + 1])
    assert set(plistlib.loads(entitlements.read_bytes()).values()) == {True}


def test_a_mac_is_told_the_languages_and_the_oldest_system() -> None:
    told = plistlib.loads(plistlib.dumps(macos.INFO_PLIST))
    assert told["CFBundleLocalizations"] == ["ja", "en"]
    assert told["LSMinimumSystemVersion"] == "13.0"


def test_the_image_for_a_mac_lies_where_it_is_looked_for() -> None:
    command = macos.packing(Path("disk"), Path("Torimodosu.dmg"))
    assert command[-1] == "Torimodosu.dmg"
    assert command[command.index("-srcfolder") + 1] == "disk"


def test_machines_with_other_systems_would_make_them_by_the_same_command() -> None:
    workflow = layout.ROOT / ".github" / "workflows" / "bundle.yml"
    text = workflow.read_text("utf-8")
    assert "run: python installer/dev.py bundle\n" in text
    assert {"windows", "macos", "ubuntu"} <= set(re.findall(r"([a-z]+)-\d\d", text))
