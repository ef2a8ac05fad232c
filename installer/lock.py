"""The lock file: exactly which libraries are installed, each with its hashes."""

from __future__ import annotations

from collections.abc import Sequence

from checkout import status, tool
from environment import LOCK


def renew_lock(arguments: Sequence[str]) -> int:
    """Write the lock file after pyproject.toml; --upgrade takes newer versions.

    The file holds for every system and every supported Python, and names no
    package index: the one that pip is set up for is asked.
    """
    compile_lock = [tool("uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    compile_lock += [
        "--universal",
        "--python-version",
        "3.11",
        "--only-binary",
        ":all:",
    ]
    compile_lock += ["--generate-hashes", "--no-header", "--group", "dev"]
    compile_lock += ["--extra", "speed", "--output-file", str(LOCK)]
    return status([*compile_lock, *arguments])
