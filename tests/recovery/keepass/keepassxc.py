"""The program KeePassXC, as a person would use it."""

import shutil
import subprocess
from pathlib import Path

import pytest

PASSWORD = "正しい馬 ×"  # noqa: S105 -- made up


def program() -> str:
    found = shutil.which("keepassxc-cli")
    if found is None:
        pytest.skip("keepassxc-cli is not installed")
    return found


def told(command: str, *arguments: str | Path, typed: str = PASSWORD) -> str:
    """Return what it says; *typed* are the lines that it asks for."""
    result = subprocess.run(
        [program(), command, "-q", *arguments],
        input=f"{typed}\n".encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()
