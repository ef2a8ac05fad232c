"""Look passwords up in a file of leaked ones, as a process of its own.

    python -m tests.benchmarks.leaked_look_ups LIST PASSWORDS

Writes the hash of each password that is there, and how often it was found.
"""

import hashlib
import sys
from pathlib import Path

from torimodosu.adapters.leaked_hashes import LeakedHashFile
from torimodosu.recovery.passwords.breach import BreachState


def sha1(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


def main(leaked: Path, passwords: Path) -> None:
    words = passwords.read_text("utf-8").splitlines()
    answers = LeakedHashFile(leaked).look_up(map(sha1, words))
    sys.stdout.writelines(
        f"{digits}:{answer.times}\n"
        for digits, answer in sorted(answers.items())
        if answer.state is BreachState.FOUND
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
