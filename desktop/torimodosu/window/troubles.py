"""What is said when something could not be kept or read."""

from PySide6.QtCore import QCoreApplication

from torimodosu.frames import JobTrouble
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.window.jobs import JobFailedError


def trouble_title(error: Exception) -> str:
    """Return what happened, as a headline."""
    match _trouble_of(error):
        case StoreTrouble.FULL | JobTrouble.DISK_FULL:
            return QCoreApplication.translate("Troubles", "The disk is full")
        case JobTrouble.WORKER_DIED | JobTrouble.MISTAKE:
            return QCoreApplication.translate("Troubles", "It stopped before the end")
        case _:
            return QCoreApplication.translate(
                "Troubles", "This could not be saved just now"
            )


def trouble_words(error: Exception) -> str:
    """Return what is safe, and what to do."""
    match _trouble_of(error):
        case StoreTrouble.FULL | JobTrouble.DISK_FULL:
            return _full_words()
        case StoreTrouble.NOT_WRITABLE | JobTrouble.NOT_WRITABLE:
            return _not_writable_words()
        case StoreTrouble.BUSY | JobTrouble.STORE_BUSY:
            return _busy_words()
        case StoreTrouble.TOO_NEW | JobTrouble.STORE_TOO_NEW:
            return _too_new_words()
        case StoreTrouble.DAMAGED | JobTrouble.STORE_DAMAGED:
            return _damaged_words()
        case JobTrouble.CASE_DELETED:
            return _deleted_words()
        case JobTrouble.WORKER_DIED | JobTrouble.MISTAKE:
            return QCoreApplication.translate(
                "Troubles", "What was kept until then is safe. Do it once more."
            )
        case None:
            return QCoreApplication.translate(
                "Troubles",
                "What you confirmed before is safe. Close the program and open it"
                " again; it goes on where you were.",
            )


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
            return _full_words()
        case Ending.UNWRITABLE:
            return _not_writable_words()


def _trouble_of(error: Exception) -> StoreTrouble | JobTrouble | None:
    return error.trouble if isinstance(error, StoreError | JobFailedError) else None


def _full_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "What was kept until then is safe. Make some room on the disk, then do the last"
        " thing again.",
    )


def _not_writable_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "The folder of the program cannot be written. What was kept until then is safe."
        " See that the disk is connected, then do the last thing again.",
    )


def _busy_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "Another window of this program is writing. Wait a moment, then do the last"
        " thing again.",
    )


def _too_new_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "The saved cases come from a newer version of this program. Install that"
        " version; nothing was changed.",
    )


def _damaged_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "The file with the saved cases is damaged. Your archived mails are separate"
        " from it and are safe.",
    )


def _deleted_words() -> str:
    return QCoreApplication.translate(
        "Troubles",
        "This case was deleted, perhaps in another window. Choose another one on the"
        " first page.",
    )
