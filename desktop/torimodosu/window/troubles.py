"""What is said when something could not be kept or read."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.ports import StoreError, StoreTrouble


def trouble_title(error: Exception) -> str:
    """Return what happened, as a headline."""
    if isinstance(error, StoreError) and error.trouble is StoreTrouble.FULL:
        return QCoreApplication.translate("Troubles", "The disk is full")
    return QCoreApplication.translate("Troubles", "This could not be saved just now")


def trouble_words(error: Exception) -> str:
    """Return what is safe, and what to do."""
    if not isinstance(error, StoreError):
        return QCoreApplication.translate(
            "Troubles",
            "What you confirmed before is safe. Close the program and open it again;"
            " it goes on where you were.",
        )
    match error.trouble:
        case StoreTrouble.FULL:
            return QCoreApplication.translate(
                "Troubles",
                "What you confirmed before is safe. Make some room on the disk, then"
                " do the last thing again.",
            )
        case StoreTrouble.BUSY:
            return QCoreApplication.translate(
                "Troubles",
                "Another window of this program is writing. Wait a moment, then do the"
                " last thing again.",
            )
        case StoreTrouble.NOT_WRITABLE:
            return QCoreApplication.translate(
                "Troubles",
                "The folder of the program cannot be written. What you confirmed before"
                " is safe. See that the disk is connected, then do it again.",
            )
        case StoreTrouble.TOO_NEW:
            return QCoreApplication.translate(
                "Troubles",
                "The saved cases come from a newer version of this program. Install"
                " that version; nothing was changed.",
            )
        case StoreTrouble.DAMAGED:
            return QCoreApplication.translate(
                "Troubles",
                "The file with the saved cases is damaged. Your archived mails are"
                " separate from it and are safe.",
            )
