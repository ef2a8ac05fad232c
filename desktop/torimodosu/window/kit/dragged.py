"""What mail programs hand over when a mail is dragged out of them.

As a file: Evolution, Claws Mail, Becky! and every file manager (text/uri-list). As
bytes alone: Evolution to some (message/rfc822). As a promise that a program has to know
how to collect, which Qt does not: Thunderbird, Outlook, whose FileContents Qt finds
empty, and Mail of macOS. KMail names a mail by a number of its own.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QMimeData, QTemporaryDir

_MAIL = "message/rfc822"
# In the list of formats of Windows each name stands between quotes.
_PROMISES = (
    *("text/x-moz-message", "application/x-moz-file-promise"),
    *("FileGroupDescriptor", "com.apple.pasteboard.promised-file"),
)
_MAIL_SCHEMES = {
    *("mailbox-message", "imap-message", "news-message"),
    *("message", "akonadi"),
}
_LARGEST = 256 * 2**20


def dragged_paths(data: QMimeData) -> tuple[str, ...]:
    """Return the paths of the files and folders that are dragged."""
    return tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())


def is_of_files(data: QMimeData) -> bool:
    """Tell whether files or mails are dragged, also such that are only promised."""
    return bool(dragged_paths(data)) or data.hasFormat(_MAIL) or is_withheld(data)


def is_withheld(data: QMimeData) -> bool:
    """Tell whether a mail is dragged by a program that hands over no file of it."""
    if dragged_paths(data) or data.hasFormat(_MAIL):
        return False
    names_mail = any(url.scheme() in _MAIL_SCHEMES for url in data.urls())
    formats = data.formats()
    return names_mail or any(sign in name for name in formats for sign in _PROMISES)


def taken_paths(data: QMimeData) -> tuple[str, ...]:
    """Return the paths of what was dropped.

    Mails that came as bytes are written into a folder of this user alone that goes when
    the program ends; the archive keeps their bytes.
    """
    paths = dragged_paths(data)
    if paths or not data.hasFormat(_MAIL):
        return paths
    content = data.data(_MAIL).data()
    if not 0 < len(content) <= _LARGEST:
        return ()
    folder = Path(_folder().path())
    place = folder / f"dragged-{len(list(folder.iterdir())) + 1}.eml"
    try:
        place.write_bytes(content)
    except OSError:  # nowhere to put it: the same as a program that hands over nothing
        return ()
    return (str(place),)


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()
