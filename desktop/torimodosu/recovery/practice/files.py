"""The files of the practice incident."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFile:
    """One file: its path below the chosen folder, in ASCII, and what it is."""

    path: str
    content: bytes
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDatabase:
    """An SQLite database, as the statements that make it."""

    path: str
    script: str
    told: str
