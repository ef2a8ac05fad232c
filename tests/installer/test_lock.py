import re
import tomllib
from pathlib import Path

import pytest

import environment
import lock
from checkout import ROOT


def renewed(monkeypatch: pytest.MonkeyPatch, *, lacking: str) -> tuple[int, int]:
    """Renew the lock where *lacking* has no wheel; return status and commands run."""
    commands: list[str] = []

    def status(command: list[str]) -> int:
        commands.append(" ".join(command))
        return int(lacking in commands[-1])

    monkeypatch.setattr(lock, "status", status)
    return lock.renew_lock(["--upgrade"]), len(commands)


def test_the_lock_is_asked_to_hold_on_every_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = len(lock.SYSTEMS) * len(lock.PYTHONS)
    assert renewed(monkeypatch, lacking="no such system") == (0, 2 + 2 * places)


@pytest.mark.parametrize("system", lock.SYSTEMS)
def test_a_system_without_a_wheel_fails_the_command(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome, _commands = renewed(monkeypatch, lacking=system)
    assert outcome == 1


def test_a_lock_that_cannot_be_made_is_not_looked_at_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert renewed(monkeypatch, lacking="compile") == (1, 1)


def versions(path: Path) -> dict[str, str]:
    """Return what a lock file fixes, by the names of the packages."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE))


def test_an_installer_brings_the_versions_that_were_tested() -> None:
    tested, bundled = versions(environment.LOCK), versions(lock.BUNDLE_LOCK)
    both = tested.keys() & bundled.keys()
    assert {"pyside6-essentials", "keyring"} <= both
    assert {name: bundled[name] for name in both} == {
        name: tested[name] for name in both
    }


def test_an_installer_brings_every_library_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=]", line)[0].lower() for line in project["dependencies"]}
    assert wanted <= versions(lock.BUNDLE_LOCK).keys()


def test_the_oldest_python_of_the_project_is_among_those_that_are_checked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={lock.PYTHONS[0]}"
