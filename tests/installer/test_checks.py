import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import checks
from checkout import ROOT
from torimodosu.worker.priority import LEAST_URGENT


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the commands instead of running them; "mypy" is the one that fails."""
    ran: list[str] = []

    def status(command: list[str], *, env: Mapping[str, str] | None = None) -> int:
        is_kept = env is not None and env["PYTHONDONTWRITEBYTECODE"] == ""
        assert is_kept or Path(command[0]).name != "pytest"
        ran.append(" ".join([Path(command[0]).name, *command[1:]]))
        return int(ran[-1] == "mypy")

    def nice(more: int) -> int:
        if more:
            ran.append(f"nice {more}")
        return 3

    monkeypatch.setattr(checks, "status", status)
    monkeypatch.setattr(os, "nice", nice, raising=False)
    monkeypatch.setattr(checks, "catalogues_are_current", lambda: True)
    monkeypatch.setattr(checks, "compile_catalogues", lambda *_options: True)
    return ran


def test_a_failed_check_fails_the_run_but_the_tests_still_close_it(
    commands: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checks.run_checks([]) == 1
    assert commands[0] == "ruff check"
    assert commands[-2] == "nice 15" or sys.platform == "win32"
    assert commands[-1].startswith("pytest --numprocesses")
    assert capsys.readouterr().out == "\nFailed: mypy\n"


def test_coverage_is_measured_over_all_tests(commands: list[str]) -> None:
    assert checks.measure_coverage([]) == 0
    assert commands[-1].startswith("pytest --numprocesses")
    assert commands[-1].endswith("--cov")


def test_the_worker_of_the_window_is_hardly_more_modest_than_the_tests() -> None:
    assert checks.LITTLE_URGENT == LEAST_URGENT - 1


def test_texts_that_nobody_translated_are_a_failed_check(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "catalogues_are_current", lambda: False)
    monkeypatch.setattr(checks, "compile_catalogues", lambda *_options: False)
    failed = checks.failed_checks()
    assert len(commands) == len(checks.STATIC_CHECKS)
    assert failed[-2:] == [
        "the texts changed: run installer/dev.py catalogues",
        "a translation is unfinished",
    ]


def test_chosen_tests_run_alone(commands: list[str]) -> None:
    assert checks.run_checks(["-k", "flow"]) == 0
    assert commands == ["pytest -k flow"]


def test_a_long_run_takes_a_whole_folder_or_the_module_that_is_named(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tests" / "benchmarks").mkdir(parents=True)
    (tmp_path / "tests" / "benchmarks" / "test_scan.py").touch()
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    assert checks.run_benchmarks([]) == 0
    assert checks.run_benchmarks(["scan", "-x"]) == 0
    patient = "pytest --long --capture=no --override-ini=faulthandler_timeout=0"
    assert commands == [
        f"{patient} tests/benchmarks",
        f"{patient} tests/benchmarks/test_scan.py -x",
    ]


def test_pictures_go_where_no_commit_takes_them(commands: list[str]) -> None:
    assert checks.take_screenshots([]) == 0
    assert checks.take_screenshots(["--out", "elsewhere"]) == 0
    assert [command.partition(" ")[2] for command in commands] == [
        "-m tests.screens",
        "-m tests.screens --out elsewhere",
    ]
    assert "build/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_a_module_that_does_not_exist_is_answered_with_those_that_do(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "tests" / "benchmarks").mkdir(parents=True)
    (tmp_path / "tests" / "benchmarks" / "test_scan.py").touch()
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="2"):
        checks.run_benchmarks(["scna"])
    assert capsys.readouterr().err.endswith("There are: scan\n")
    assert commands == []
