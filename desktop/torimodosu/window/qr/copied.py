"""What is in the clipboard beside text."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copied_files() -> Sequence[str]:
    """Return the paths of the files that were copied, as file managers do."""
    data = _copied()
    urls = data.urls() if data is not None else []
    return [url.toLocalFile() for url in urls if url.isLocalFile()]


def is_picture_copied() -> bool:
    """Tell whether there is a picture, or a file that may be one."""
    data = _copied()
    return data is not None and (data.hasImage() or data.hasUrls())


def _copied() -> QMimeData | None:
    """Return what was copied; on some systems an empty clipboard gives nothing."""
    return QGuiApplication.clipboard().mimeData()
