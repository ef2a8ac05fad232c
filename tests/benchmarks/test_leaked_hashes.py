"""Looking 10,000 passwords up in 50 million leaked ones, each side a whole process.

KeePassXC does it with a file of its own, which it opens first; `join` reads the whole
list, and says which of the passwords are in it.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes

import pytest

from tests.benchmarks import leaked_look_ups
from tests.benchmarks.leaked_look_ups import sha1
from tests.benchmarks.made_up_passwords import made_up_passwords
from tests.benchmarks.pairs import command, measure, tell
from torimodosu.recovery.keepass.writing import Lock, NewEntry, write_file

ROOT = Path(__file__).parents[2]
AGAINST_KEEPASSXC = 0.02
KEY = "made up"
SCALE = 1 << 64
ROWS_AT_ONCE = 100_000


@pytest.fixture
def passwords(tmp_path: Path, *, long_form: bool) -> Sequence[str]:
    made = [*made_up_passwords(10_000 if long_form else 200)]
    (tmp_path / "passwords").write_text("\n".join(made), "utf-8")
    return made


@pytest.fixture
def leaked(tmp_path: Path, passwords: Sequence[str], *, long_form: bool) -> Path:
    """Write a list in the order of its hashes, with a fifth of the passwords in it."""
    count = 50_000_000 if long_form else 100_000
    known = {sha1(password) for password in passwords[: len(passwords) // 5]}
    planted = {int(digits[:16], 16) * count // SCALE: digits for digits in known}
    chance = random.Random(4)  # noqa: S311 -- no secret
    tails = [f"{chance.getrandbits(96):024X}" for _ in range(9_973)]
    path = tmp_path / "leaked.txt"
    with path.open("w", newline="") as file:
        for start in range(0, count, ROWS_AT_ONCE):
            file.writelines(
                f"{planted[n]}:{n % 9_000 + 1}\r\n"
                if n in planted
                else f"{n * SCALE // count:016X}{tails[n % 9_973]}:{n % 977 + 1}\r\n"
                for n in range(start, start + ROWS_AT_ONCE)
            )
    return path


@pytest.fixture
def database(tmp_path: Path, passwords: Sequence[str]) -> Path:
    entries = [
        NewEntry(open={"Title": f"site {n}"}, hidden={"Password": password})
        for n, password in enumerate(passwords)
    ]
    path = tmp_path / "passwords.kdbx"
    lock = Lock(password=KEY, chance=token_bytes)
    path.write_bytes(write_file(entries, lock, name="", at=datetime.now(UTC)))
    return path


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def look_up(leaked: Path) -> Sequence[str | Path]:
    module = leaked_look_ups.__name__
    return (sys.executable, "-m", module, leaked, leaked.with_name("passwords"))


def test_the_counts_are_those_of_join(leaked: Path, passwords: Sequence[str]) -> None:
    hashes = leaked.with_name("hashes")
    hashes.write_text(
        "".join(f"{one}\r\n" for one in sorted(set(map(sha1, passwords))))
    )
    join = f"LC_ALL=C join -t: <(tr -d '\\r' < {hashes}) <(tr -d '\\r' < {leaked})"
    expected = subprocess.run(
        [program("bash"), "-c", join], capture_output=True, check=True, text=True
    ).stdout
    ours = subprocess.run(
        look_up(leaked), capture_output=True, check=True, text=True, cwd=ROOT
    ).stdout
    assert ours == expected
    assert len(expected.splitlines()) > len(passwords) // 10


def test_many_look_ups_against_keepassxc(
    leaked: Path, database: Path, *, long_form: bool
) -> None:
    keepassxc = program("keepassxc-cli")

    def analyse() -> None:
        subprocess.run(
            [keepassxc, "analyze", "--hibp", leaked, database],
            input=f"{KEY}\n",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            text=True,
        )

    outcome = measure(command(*look_up(leaked), folder=ROOT), analyse, rounds=1)
    kept = tell("10,000 look-ups / keepassxc-cli", outcome, limit=AGAINST_KEEPASSXC)
    assert kept or not long_form
