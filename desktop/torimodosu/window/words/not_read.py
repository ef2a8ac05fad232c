"""What could not be read, and why, in words."""

from pathlib import PurePath
from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.mail.servers.places import is_on_server, read_source

_File = Literal[
    Trouble.NO_PERMISSION,
    Trouble.NOT_FOUND,
    Trouble.NO_MAIL_INSIDE,
    Trouble.NOT_A_MAIL,
    Trouble.TRUNCATED,
    Trouble.TOO_LARGE,
    Trouble.UNREADABLE,
    Trouble.FORMAT_NOT_SUPPORTED,
]
_Packed = Literal[
    Trouble.HAS_PASSWORD,
    Trouble.PACKED_TOO_LARGE,
    Trouble.PACKED_TWICE,
]
_AtServer = Literal[
    Trouble.CUT_OFF,
    Trouble.SERVER_REFUSED,
    Trouble.BODY_NOT_SEARCHED,
    Trouble.DELETED,
]


def not_read_words(trouble: Trouble) -> str:
    """Return why something was not read, and what to do about it."""
    match trouble:
        case Trouble.HAS_PASSWORD | Trouble.PACKED_TOO_LARGE | Trouble.PACKED_TWICE:
            return _packed_words(trouble)
        case (
            Trouble.CUT_OFF
            | Trouble.SERVER_REFUSED
            | Trouble.BODY_NOT_SEARCHED
            | Trouble.DELETED
        ):
            return _server_words(trouble)
        case _:
            return _file_words(trouble)


def _file_words(trouble: _File) -> str:
    """Return why a file was not read."""
    match trouble:
        case Trouble.NO_PERMISSION:
            return QCoreApplication.translate(
                "NotRead", "This computer does not let us read it. Copy it first."
            )
        case Trouble.NOT_FOUND:
            return QCoreApplication.translate(
                "NotRead", "It is no longer there. Put it back, then drop it again."
            )
        case Trouble.NO_MAIL_INSIDE:
            return QCoreApplication.translate(
                "NotRead", "There is no mail in it. Choose the folder with your mail."
            )
        case Trouble.NOT_A_MAIL:
            return QCoreApplication.translate(
                "NotRead", "This is not a mail. Bring an mbox or eml file."
            )
        case Trouble.TRUNCATED:
            return QCoreApplication.translate(
                "NotRead", "It ends in the middle. What was there has been read."
            )
        case Trouble.TOO_LARGE:
            return QCoreApplication.translate(
                "NotRead", "This one mail is too large to read. Keep the file itself."
            )
        case Trouble.UNREADABLE:
            return QCoreApplication.translate(
                "NotRead", "It could not be read. Copy it to another disk and retry."
            )
        case Trouble.FORMAT_NOT_SUPPORTED:
            return QCoreApplication.translate(
                "NotRead",
                "This form is not read yet. Save the mails as eml or mbox instead.",
            )


def _packed_words(trouble: _Packed) -> str:
    """Return why something in a zip file was not read."""
    match trouble:
        case Trouble.HAS_PASSWORD:
            return QCoreApplication.translate(
                "NotRead", "It opens with a password only. Unpack it yourself first."
            )
        case Trouble.PACKED_TOO_LARGE:
            return QCoreApplication.translate(
                "NotRead", "It is too large to be read packed. Unpack it first."
            )
        case Trouble.PACKED_TWICE:
            return QCoreApplication.translate(
                "NotRead", "It is packed inside a packed file. Unpack the outer one."
            )


def _server_words(trouble: _AtServer) -> str:
    """Return why something at the provider was not read."""
    match trouble:
        case Trouble.CUT_OFF:
            return QCoreApplication.translate(
                "NotRead",
                "The connection broke off. What had come is kept; fetch once more, and"
                " it goes on from there.",
            )
        case Trouble.SERVER_REFUSED:
            return QCoreApplication.translate(
                "NotRead", "The provider does not show this folder to mail programs."
            )
        case Trouble.BODY_NOT_SEARCHED:
            return QCoreApplication.translate(
                "NotRead",
                "The provider did not search the text of the mails. Senders and"
                " subjects were looked at.",
            )
        case Trouble.DELETED:
            return QCoreApplication.translate(
                "NotRead", "It was deleted at the provider in the meantime."
            )


def place_words(missed: NotCovered) -> str:
    """Return which file or folder, and where in it, was not read."""
    name = source_name(missed.source)
    if missed.offset is None:
        return name
    if is_on_server(missed.source):
        place = QCoreApplication.translate("NotRead", "{folder}, mail {number}")
        return place.format(folder=name, number=missed.offset)
    place = QCoreApplication.translate("NotRead", "{file}, at byte {offset}")
    return place.format(file=name, offset=missed.offset)


def source_name(source: str) -> str:
    """Return what a file, or a folder of a mailbox at a provider, is called."""
    place = read_source(source)
    if place is None:
        return PurePath(source).name or source
    if not place.folder:
        return place.user
    form = QCoreApplication.translate("NotRead", "{folder} of {name}")
    return form.format(folder=place.folder, name=place.user)
