"""The program as one file of its own, as PyInstaller makes it: no interpreter beside.

Making one takes half a minute, so here a script stands for it that is told apart in the
same way, and starts processes as PyInstaller's own `freeze_support` does
(PyInstaller/hooks/rthooks/pyi_rth_multiprocessing.py).
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.mailboxes.runs import _FILES_FOR_WORKERS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a script cannot be run as a program there"
)

PROGRAM = """#!{python} -P
import sys
sys.frozen, sys.executable = True, __file__

def freeze_support():
    from multiprocessing import spawn
    words = sys.argv[1:]
    with open({starts!r}, "a") as starts:
        print(*words, file=starts)
    if "-c" in words:  # the tracker of what processes share
        exec(words[-1])
        sys.exit()
    if spawn.is_forking(sys.argv):
        known = dict(word.split("=") for word in words[1:])
        spawn.spawn_main(**{{name: int(value) for name, value in known.items()}})
        sys.exit()

import multiprocessing
multiprocessing.freeze_support = freeze_support

from torimodosu.__main__ import main

if __name__ == "__main__":
    main()
"""


@pytest.fixture
def starts(tmp_path: Path) -> Path:
    return tmp_path / "starts"


@pytest.fixture
def program(tmp_path: Path, starts: Path) -> Path:
    path = tmp_path / "torimodosu"
    text = PROGRAM.format(python=sys.executable, starts=str(starts))
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def test_it_starts_its_worker_by_itself(program: Path, tmp_path: Path) -> None:
    command = [str(program), "self-check", "--json", "--data-dir", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    parts = [json.loads(line) for line in done.stdout.splitlines()]
    worker = [part["ok"] for part in parts if part.get("part") == "worker"]
    assert worker == [True]


def test_its_processes_read_mail(program: Path, starts: Path, tmp_path: Path) -> None:
    mails = tmp_path / "mails"
    mails.mkdir()
    for number in range(_FILES_FOR_WORKERS + 1):
        mail = f"From: auto-confirm@amazon.co.jp\nSubject: {number}\n\nhello\n"
        (mails / f"{number}.eml").write_text(mail, "utf-8")
    command = [str(program), "mail", "scan", str(mails), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    summary = json.loads(done.stdout.splitlines()[-1])["summary"]
    assert summary["relevant"] == _FILES_FOR_WORKERS + 1
    started = starts.read_text("utf-8").splitlines()
    assert any(line.startswith("--multiprocessing-fork") for line in started)
