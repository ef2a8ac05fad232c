"""What the output of a command is connected to, and in which encoding."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.mails import mail
from tests.cli.running import Commands, command, start

# Whatever the shell and its system are set to.
ENVIRONMENTS = [
    {},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "cp932:strict"},
]
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Unix only")


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_json_is_utf8_without_bom_wherever_it_runs(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    done = subprocess.run(
        command("orders", tmp_path, "--json"),
        capture_output=True,
        env=environment,
        check=True,
    )
    assert done.stderr == b""
    assert not done.stdout.startswith(b"\xef\xbb\xbf")
    assert "鉛筆 12本".encode() in done.stdout
    assert b"\r" not in done.stdout


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_table_is_in_the_encoding_of_the_terminal(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "order.eml").write_bytes(mail(subject="ご注文 ☃ é 250-7777777-0000001"))
    done = subprocess.run(
        command("orders", tmp_path), capture_output=True, env=environment, check=True
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
    if "PYTHONUTF8" in environment:
        encoding = "ascii"
    expected = "鉛筆 12本".encode(encoding, "replace")
    assert expected in done.stdout


def test_a_name_that_is_no_text_is_no_obstacle(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.eml"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 -- Path wants text
            file.write(mail())
    except OSError:
        pytest.skip("this system has no such names")
    done = start("mail", "scan", tmp_path, "--json")
    assert done.rows[0]["source"] == f"{tmp_path}/caf\ufffd.eml"
    assert start("orders", os.fsdecode(path)).status == 0


def test_lines_end_only_where_an_object_ends(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "order.eml").write_bytes(mail(subject="注文 \u2028 \u0085 \u2029 終"))
    done = torimodosu("mail", "scan", tmp_path, "--json")
    assert len(done.out.splitlines()) == 2
    assert "\u2028" in done.rows[0]["subject"]


@not_on_windows
@pytest.mark.parametrize("form", [["--json"], []])
def test_a_reader_that_goes_away_ends_the_command_quietly(
    practice: Path, form: list[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command("orders", practice, *form), stdout=writing, stderr=-1, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@not_on_windows
def test_help_that_nobody_reads_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command("--help"), stdout=writing, stderr=-1, check=False)
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_output_for_which_there_is_no_room_is_told(tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("orders", tmp_path), stdout=full, stderr=-1, check=False
        )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        b"torimodosu: standard output cannot be written: No space left on device"
    ]


@not_on_windows
@pytest.mark.parametrize(("closed", "status"), [(1, 0), (2, 0)])
def test_a_closed_stream_is_no_obstacle(
    tmp_path: Path, closed: int, status: int
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    shell = f'exec "$@" {closed}>&-'
    words = command("orders", tmp_path, "--json")
    done = subprocess.run(
        ["/bin/sh", "-c", shell, "sh", *words], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (status, b"")


@not_on_windows
def test_a_refusal_needs_no_standard_error() -> None:
    words = command("orders", "/nowhere")
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *words],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
