"""Where things lie in this checkout, and how its commands are run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def tool(name: str, venv: Path = VENV) -> str:
    """Return the path of a program of .venv, or of another virtual environment."""
    return str(venv / BIN.name / name) + (".exe" if os.name == "nt" else "")


def status(
    command: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    is_shown: bool = True,
) -> int:
    """Show *command*, unless the person knows it, run it and return its exit status."""
    if is_shown:
        print("$", Path(command[0]).name, *command[1:], file=sys.stderr, flush=True)
    return subprocess.run(command, cwd=cwd, env=env, check=False).returncode


def call(command: Sequence[str]) -> None:
    """Run *command*, which must succeed: end with its exit status otherwise."""
    outcome = status(command)
    if outcome != 0:
        sys.exit(outcome)


def stop(message: str) -> NoReturn:
    """Tell the person what they must do first, and end with status 2."""
    print(message, file=sys.stderr)
    sys.exit(2)
