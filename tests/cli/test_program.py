import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line, start
from tests.fakes.small_disks import mounted
from torimodosu.bootstrap import self_checks
from torimodosu.bootstrap.tools import tools_for
from torimodosu.cli.tools import PartCheck

PARTS = ["resources", "catalogue", "words", "store", "keyring", "worker", "tray"]


def test_the_practice_incident_is_written_and_listed(
    torimodosu: Commands, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "practice"
    done = torimodosu("practice", "--out", out, "--json")
    assert (done.status, done.err) == (0, "")
    files = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert {str(Path(row["path"])) for row in done.lines} == files
    assert all(row["what"] for row in done.lines)


def test_the_practice_incident_is_the_same_every_time(
    torimodosu: Commands, practice: Path, tmp_path: Path
) -> None:
    torimodosu("practice", "--out", tmp_path / "again")
    for path in practice.rglob("*"):
        if path.is_file():
            other = tmp_path / "again" / path.relative_to(practice)
            assert other.read_bytes() == path.read_bytes()


def test_practice_leaves_a_folder_alone_that_holds_something(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    done = torimodosu("practice", "--out", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "is not empty; name a new folder with --out" in plain_line(done)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_practice_that_cannot_be_written_is_told_and_undone(
    torimodosu: Commands, tmp_path: Path
) -> None:
    with mounted(tmp_path / "disk", size="64k") as disk:
        done = torimodosu("practice", "--out", disk / "practice")
        assert done.status == 2
        line = plain_line(done)
        assert "No space left on device; name another folder with --out" in line
        assert list(disk.iterdir()) == []


def test_practice_below_a_file_is_told(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = torimodosu("practice", "--out", tmp_path / "file" / "practice")
    assert done.status == 2
    assert "cannot be used" in plain_line(done)


def test_people_see_what_practice_wrote(torimodosu: Commands, tmp_path: Path) -> None:
    done = torimodosu("practice", "--out", tmp_path / "practice")
    assert done.out.startswith("path ")
    assert "mail/takeout/all-mail.mbox " in done.out


def test_every_part_is_opened_once_and_below_the_chosen_folder(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    words = ("self-check", "--json", "--data-dir", data)
    done = start(*words, HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert done.err == ""
    checks = {line["part"]: line for line in done.lines}
    assert list(checks) == PARTS
    assert all(line.keys() == {"part", "ok", "detail"} for line in done.lines)
    assert [checks[part]["ok"] for part in PARTS[:4]] == [True] * 4
    assert "where phrases of Japanese begin" in checks["words"]["detail"]
    assert checks["worker"]["detail"] == (
        "the process that reads mails starts and answers"
    )
    assert "offscreen" in checks["tray"]["detail"]
    assert (data / "cases.sqlite").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    all_work = all(line["ok"] for line in done.lines)
    assert done.status == (0 if all_work else 1)


def test_the_tray_is_found_where_there_is_one(display: str, tmp_path: Path) -> None:
    words = ("self-check", "--json", "--data-dir", tmp_path)
    done = start(*words, DISPLAY=display, HOME=str(tmp_path))
    (tray,) = (line for line in done.lines if line["part"] == "tray")
    assert tray["ok"] is True
    assert tray["detail"].startswith("the tray shows our icon (Qt ")
    assert tray["detail"].endswith(", xcb)")


def test_a_computer_without_a_display_has_no_tray(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("elsewhere there is always a display")
    done = start("self-check", "--json", "--data-dir", tmp_path, HOME=str(tmp_path))
    (tray,) = (line for line in done.lines if line["part"] == "tray")
    assert (tray["ok"], tray["detail"]) == (
        False,
        "there is no screen to open the window on; the commands work without",
    )
    assert done.status == 1


def test_a_data_folder_that_cannot_be_one_is_a_part_that_does_not_work(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = torimodosu("self-check", "--data-dir", tmp_path / "file", "--json")
    checks = {line["part"]: line for line in done.lines}
    assert list(checks) == PARTS
    assert (done.status, done.err) == (1, "")
    assert [checks[part]["ok"] for part in ("catalogue", "store", "worker")] == [
        True,
        False,
        False,
    ]
    assert all(line["detail"] for line in done.lines)


def test_damaged_word_lists_are_a_part_that_does_not_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("japanese.txt", "leaked.bin"):
        (tmp_path / name).touch()
    monkeypatch.setattr(self_checks, "resource", lambda *_parts: tmp_path)
    checks = {check.part: check for check in islice(self_checks.self_checks(None), 3)}
    assert not checks["words"].ok
    assert "install the program again" in checks["words"].detail


def some_parts() -> Iterator[PartCheck]:
    yield PartCheck(part="store", ok=True, detail="3 cases")
    yield PartCheck(part="tray", ok=False, detail="no tray")


@pytest.mark.parametrize(("parts", "status"), [(1, 0), (2, 1)])
def test_one_part_that_does_not_work_needs_attention(
    torimodosu: Commands, parts: int, status: int
) -> None:
    checks = list(some_parts())[:parts]
    tools = replace(tools_for(None), self_checks=lambda: iter(checks))
    assert torimodosu("self-check", tools=tools).status == status


def test_people_see_what_works(torimodosu: Commands) -> None:
    tools = replace(tools_for(None), self_checks=some_parts)
    assert torimodosu("self-check", tools=tools).out == (
        "part   ok   detail\nstore  yes  3 cases\ntray   no   no tray\n"
    )
