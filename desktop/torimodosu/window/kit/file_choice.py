"""Asking which files to read, or where to write one, from where the person was last."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget


class Use(Enum):
    """What a folder is wanted for; the values are kept in the settings."""

    READ = "folder_read"
    WRITE = "folder_written"


_USUAL = {
    Use.READ: QStandardPaths.StandardLocation.DownloadLocation,
    Use.WRITE: QStandardPaths.StandardLocation.DocumentsLocation,
}


class Folders(QObject):
    """Where the person last chose a file, and where they last wrote one.

    It is a child of the window, where the dialogs find it. `changed` tells the Use and
    the folder of it.
    """

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[Use, str] = {}

    def start(self, use: Use) -> str:
        """Return the folder to begin in: the last one, or the usual one of the system.

        A folder that is gone, such as on a stick, is passed over.
        """
        usual = QStandardPaths.writableLocation(_USUAL[use])
        for folder in (self._last.get(use, ""), usual):
            if folder and Path(folder).is_dir():
                return folder
        return str(Path.home())

    def recall(self, use: Use, folder: str) -> None:
        """Take up the *folder* of an earlier day."""
        self._last[use] = folder

    def remember(self, use: Use, folder: Path) -> None:
        """Begin in *folder* the next time."""
        if self._last.get(use) != str(folder):
            self._last[use] = str(folder)
            self.changed.emit(use, str(folder))


def asked_files(parent: QWidget | None, title: str, kinds: str = "") -> tuple[str, ...]:
    """Ask which files to read; none where the person leaves it.

    *kinds* is a filter such as "CSV (*.csv)", which can always be put off.
    """
    folders = _folders_of(parent)
    paths, _ = QFileDialog.getOpenFileNames(
        _window_of(parent), title, folders.start(Use.READ), _with_all_files(kinds)
    )
    if paths:
        folders.remember(Use.READ, Path(paths[0]).parent)
    return tuple(paths)


def asked_file(parent: QWidget | None, title: str) -> str:
    """Ask for one file to read; "" where the person leaves it."""
    folders = _folders_of(parent)
    start = folders.start(Use.READ)
    path, _ = QFileDialog.getOpenFileName(_window_of(parent), title, start)
    if path:
        folders.remember(Use.READ, Path(path).parent)
    return path


def asked_folder(parent: QWidget | None, title: str, use: Use) -> str:
    """Ask for a folder to read or to write into; "" where the person leaves it."""
    folders = _folders_of(parent)
    folder = QFileDialog.getExistingDirectory(
        _window_of(parent), title, folders.start(use)
    )
    if folder:
        is_read = use is Use.READ
        folders.remember(use, Path(folder).parent if is_read else Path(folder))
    return folder


def asked_path(
    parent: QWidget | None, title: str, name: str, kinds: str = ""
) -> Path | None:
    """Ask where to write a new file, *name* at first; None where the person leaves it.

    *kinds* is a filter such as "CSV (*.csv)".
    """
    folders = _folders_of(parent)
    start = str(Path(folders.start(Use.WRITE)) / name)
    chosen, _ = QFileDialog.getSaveFileName(_window_of(parent), title, start, kinds)
    if not chosen:
        return None
    folders.remember(Use.WRITE, Path(chosen).parent)
    return Path(chosen)


def _with_all_files(kinds: str) -> str:
    if not kinds:
        return ""
    words = QCoreApplication.translate("FileChoice", "All files")
    return f"{kinds};;{words} (*)"


def _window_of(parent: QWidget | None) -> QWidget | None:
    return QApplication.activeWindow() if parent is None else parent.window()


def _folders_of(parent: QWidget | None) -> Folders:
    """Return what the window remembers, or nothing where there is no window."""
    window = _window_of(parent)
    while window is not None and (above := window.parentWidget()) is not None:
        window = above.window()
    found = None if window is None else window.findChild(Folders)
    return found or Folders()
