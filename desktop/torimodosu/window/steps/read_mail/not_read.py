"""What could not be read, and why, in words."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.search import NotCovered, Trouble


def not_read_words(trouble: Trouble) -> str:
    """Return why something was not read, and what to do about it."""
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


def place_words(missed: NotCovered) -> str:
    """Return which file, and where in it, was not read."""
    name = PurePath(missed.source).name or missed.source
    if missed.offset is None:
        return name
    place = QCoreApplication.translate("NotRead", "{file}, at byte {offset}")
    return place.format(file=name, offset=missed.offset)
