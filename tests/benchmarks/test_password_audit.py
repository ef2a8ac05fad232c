"""A whole audit of 10,000 logins, against zxcvbn as it is on one core.

Ours is the command line from start to end; the peer only estimates.
"""

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks import estimated_passwords
from tests.benchmarks.made_up_passwords import made_up_passwords
from tests.benchmarks.pairs import command, measure, say, tell

ROOT = Path(__file__).parents[2]
AGAINST_ZXCVBN = 0.11
FIRST_SECONDS = 0.6
AUDIT = (sys.executable, "-m", "torimodosu", "password", "audit", "--json")


@pytest.fixture
def export(tmp_path: Path, *, long_form: bool) -> Path:
    made = made_up_passwords(10_000 if long_form else 600)
    (tmp_path / "passwords").write_text("\n".join(made), "utf-8")
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "url", "username", "password", "note"])
        for number, password in enumerate(made):
            site = f"site{number}.example"
            writer.writerow([site, f"https://www.{site}/in", "hanako", password, ""])
    return path


def audit(export: Path) -> None:
    found = subprocess.run(
        [*AUDIT, export], stdout=subprocess.DEVNULL, check=False, cwd=ROOT
    )
    assert found.returncode == 1  # something needs attention


def test_an_audit_against_zxcvbn(export: Path, *, long_form: bool) -> None:
    program = (sys.executable, "-m", estimated_passwords.__name__)
    passwords = export.with_name("passwords")
    peer = command(*program, "zxcvbn", passwords, folder=ROOT)
    rounds = 3 if long_form else 1
    outcome = measure(lambda: audit(export), peer, rounds=rounds)
    kept = tell("10,000 logins / zxcvbn", outcome, limit=AGAINST_ZXCVBN)
    assert kept or not long_form


def test_the_first_finding_comes_soon(export: Path, *, long_form: bool) -> None:
    audit(export)  # warms caches
    began = time.perf_counter()
    with subprocess.Popen([*AUDIT, export], stdout=subprocess.PIPE, cwd=ROOT) as going:
        assert going.stdout is not None
        first = going.stdout.readline()
        seconds = time.perf_counter() - began
        going.stdout.read()
    assert first.startswith(b'{"group": "reused"')
    say(f"first finding of 10,000 logins: {seconds:.2f} s")
    assert seconds <= FIRST_SECONDS or not long_form
