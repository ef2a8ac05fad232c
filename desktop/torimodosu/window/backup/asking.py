"""Asking where a file is to be written, or which ones are to be read."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def asked_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where to write a new file; None where the person leaves it."""
    start = str(Path.home() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent.window(), title, start)
    return Path(chosen) if chosen else None


def asked_files(parent: QWidget, title: str) -> tuple[str, ...]:
    """Ask which files to read; none where the person leaves it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent.window(), title)
    return tuple(chosen)
