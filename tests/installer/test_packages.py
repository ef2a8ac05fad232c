import re
import shutil
import sys

import pytest

import packages
from checkout import ROOT

if sys.platform != "linux":
    pytest.skip("only Linux gets its packages this way", allow_module_level=True)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the commands instead of changing this computer."""
    commands: list[str] = []
    monkeypatch.setattr(
        packages, "call", lambda command: commands.append(" ".join(command))
    )
    return commands


def only(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """Pretend that of all programs only *programs* are there."""
    monkeypatch.setattr(
        shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None
    )


def test_a_missing_library_is_asked_for_by_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packages, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(packages, "has_japanese_font", lambda: True)
    assert packages.missing_for_window() == ["libegl1"]


def test_without_fontconfig_a_japanese_font_is_asked_for_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = "libfontconfig.so.1"
    monkeypatch.setattr(packages, "loads", lambda library: library != missing)
    assert packages.missing_for_window() == ["fonts-noto-cjk", "libfontconfig1"]


def test_what_python_lacks_for_the_set_up_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packages, "loads", lambda _library: True)
    monkeypatch.setattr(packages, "has_japanese_font", lambda: True)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    expected = f"python3.{sys.version_info.minor}-venv"
    assert packages.missing_for_window() == [expected]


def test_this_computer_can_show_japanese() -> None:
    assert packages.has_japanese_font()


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert packages.loads("libc.so.6")
    assert not packages.loads("libtorimodosu-is-not-there.so.1")


def test_root_installs_without_a_question(
    monkeypatch: pytest.MonkeyPatch, calls: list[str]
) -> None:
    only(monkeypatch, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    packages.provide_programs({"Xvfb": "xvfb", "openbox": "openbox"})
    lock = "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300"
    assert calls == [
        f"{lock} update",
        f"{lock} install -y --no-install-recommends openbox xvfb",
    ]


def test_on_a_terminal_sudo_asks_for_the_password(
    monkeypatch: pytest.MonkeyPatch, calls: list[str]
) -> None:
    only(monkeypatch, "apt-get", "sudo")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("os.isatty", lambda _descriptor: True)
    packages.provide(["libegl1"])
    assert [command.split()[0] for command in calls] == ["sudo", "sudo"]


@pytest.mark.parametrize(
    ("programs", "told"),
    [
        (["apt-get", "sudo"], "Please run: sudo apt-get update && sudo apt-get "),
        (["apt-get"], "Please run as root: apt-get update && apt-get "),
    ],
)
def test_without_a_right_to_install_the_exact_command_is_told(
    programs: list[str],
    told: str,
    calls: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(monkeypatch, *programs)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("os.isatty", lambda _descriptor: False)
    with pytest.raises(SystemExit, match="2"):
        packages.provide(["libegl1", "libgl1"])
    error = capsys.readouterr().err
    assert error.startswith(told)
    assert error.endswith("install -y --no-install-recommends libegl1 libgl1\n")
    assert calls == []


def test_without_apt_the_names_are_told_and_work_goes_on(
    calls: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(monkeypatch)
    packages.provide(["libegl1"])
    assert "libegl1" in capsys.readouterr().err
    assert calls == []


@pytest.mark.parametrize(
    ("about", "installs"),
    [
        ({"ID": "debian"}, "firefox-esr xvfb"),
        ({"ID": "linuxmint", "ID_LIKE": "debian"}, "firefox-esr xvfb"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "xvfb"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "xvfb"),
    ],
)
def test_browsers_are_installed_where_they_are_packages(
    about: dict[str, str],
    installs: str,
    monkeypatch: pytest.MonkeyPatch,
    calls: list[str],
) -> None:
    only(monkeypatch, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: about)
    packages.provide_programs({"Xvfb": "xvfb", "firefox-esr": "firefox-esr"})
    assert calls[-1].endswith(f"--no-install-recommends {installs}")


def test_what_the_tests_say_is_installed_for_them_is() -> None:
    promise = re.compile(r"[Nn]eeds ([\w-]+), which `installer/dev\.py test` installs")
    sources = (ROOT / "tests").rglob("*.py")
    promised = {
        name for path in sources for name in promise.findall(path.read_text("utf-8"))
    }
    assert promised >= {"dbus-daemon", "gnome-keyring-daemon"}
    assert promised <= {*packages.FOR_TESTS, *packages.FOR_TESTS.values()}


def test_a_linux_that_does_not_say_its_name_is_no_ubuntu(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr("platform.freedesktop_os_release", fail)
    assert not packages.is_ubuntu()


def test_nothing_is_done_where_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, calls: list[str]
) -> None:
    only(monkeypatch, "apt-get", "Xvfb")
    packages.provide_programs({"Xvfb": "xvfb"})
    assert calls == []
