"""What a program asks the system to write to the disk at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest


def synced_by(
    monkeypatch: pytest.MonkeyPatch, work: Callable[[], object], path: Path
) -> list[tuple[bool, Path]]:
    """Do *work*; return what it synced in turn, and whether *path* was there then."""
    synced: list[tuple[bool, Path]] = []
    sync = os.fsync

    def note(descriptor: int) -> None:
        synced.append((path.exists(), Path(f"/proc/self/fd/{descriptor}").readlink()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    work()
    return synced
