"""What could not be read, and why, in words."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from torimodosu.frames import JobTrouble
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.window.jobs import JobFailedError


def trouble_words(trouble: Trouble) -> str:
    """Return why something was not read, and what to do about it."""
    match trouble:
        case Trouble.NO_PERMISSION:
            return QCoreApplication.translate(
                "Troubles", "This computer does not let us read it. Copy it first."
            )
        case Trouble.NOT_FOUND:
            return QCoreApplication.translate(
                "Troubles", "It is no longer there. Put it back, then drop it again."
            )
        case Trouble.NO_MAIL_INSIDE:
            return QCoreApplication.translate(
                "Troubles", "There is no mail in it. Choose the folder with your mail."
            )
        case Trouble.NOT_A_MAIL:
            return QCoreApplication.translate(
                "Troubles", "This is not a mail. Bring an mbox or eml file."
            )
        case Trouble.TRUNCATED:
            return QCoreApplication.translate(
                "Troubles", "It ends in the middle. What was there has been read."
            )
        case Trouble.TOO_LARGE:
            return QCoreApplication.translate(
                "Troubles", "This one mail is too large to read. Keep the file itself."
            )
        case Trouble.UNREADABLE:
            return QCoreApplication.translate(
                "Troubles", "It could not be read. Copy it to another disk and retry."
            )
        case Trouble.FORMAT_NOT_SUPPORTED:
            return QCoreApplication.translate(
                "Troubles",
                "This form is not read yet. Save the mails as eml or mbox instead.",
            )


def place_words(missed: NotCovered) -> str:
    """Return which file, and where in it, was not read."""
    name = PurePath(missed.source).name or missed.source
    if missed.offset is None:
        return name
    place = QCoreApplication.translate("Troubles", "{file}, at byte {offset}")
    return place.format(file=name, offset=missed.offset)


def ending_words(ending: Ending) -> str:
    """Return why an intake did not come to its end; "" where it did."""
    match ending:
        case Ending.DONE:
            return ""
        case Ending.CANCELLED:
            return QCoreApplication.translate(
                "Troubles", "You stopped it. What was kept until then stays kept."
            )
        case Ending.DISK_FULL:
            return QCoreApplication.translate(
                "Troubles",
                "The disk is full. What was kept is safe."
                " Make some room, then drop the mail again.",
            )
        case Ending.UNWRITABLE:
            return QCoreApplication.translate(
                "Troubles",
                "The folder of this program cannot be written."
                " Check its permissions, then drop the mail again.",
            )


def failure_words(error: Exception) -> str:
    """Return what to do after *error* has ended a job."""
    trouble = error.trouble if isinstance(error, JobFailedError) else None
    match trouble:
        case JobTrouble.DISK_FULL:
            return ending_words(Ending.DISK_FULL)
        case JobTrouble.NOT_WRITABLE:
            return ending_words(Ending.UNWRITABLE)
        case JobTrouble.STORE_BUSY:
            return QCoreApplication.translate(
                "Troubles", "Another window of this program is at work. Try once more."
            )
        case _:
            return QCoreApplication.translate(
                "Troubles",
                "It stopped before the end. What was kept is safe. Try once more.",
            )
