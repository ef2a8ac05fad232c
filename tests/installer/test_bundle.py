import sys
import sysconfig
from pathlib import Path

import pytest

import bundle


def test_the_time_of_a_bundle_is_that_of_the_commit_or_the_one_that_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    moment = bundle.what_must_not_differ()["SOURCE_DATE_EPOCH"]
    assert moment == bundle.moment()
    assert int(moment) > 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert bundle.what_must_not_differ()["SOURCE_DATE_EPOCH"] == "86400"


def test_where_no_history_is_the_time_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SystemExit, match="2"):
        bundle.moment()
    assert "set SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="it is a file apart only on Linux")
@pytest.mark.parametrize("name", ["libpython3.99.so.1.0", "libpython3.11.a", None])
def test_a_python_without_a_library_of_its_own_is_refused(
    name: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    variables = {"INSTSONAME": name, "LIBDIR": "/usr/lib", "MULTIARCH": "some"}
    monkeypatch.setattr(sysconfig, "get_config_var", variables.get)
    with pytest.raises(SystemExit, match="2"):
        bundle.check_library_of_python()
    assert f"libpython3.{sys.version_info.minor}" in capsys.readouterr().err


def test_the_tools_are_installed_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[Path] = []
    venv = tmp_path / "environment"

    def install(where: Path, _lock: Path) -> None:
        made.append(where)
        where.mkdir()

    monkeypatch.setattr(bundle, "VENV", venv)
    monkeypatch.setattr(bundle, "STAMP", venv / "libraries")
    monkeypatch.setattr(bundle, "install_libraries", install)
    bundle.provide_tools()
    bundle.provide_tools()
    assert made == [venv]
