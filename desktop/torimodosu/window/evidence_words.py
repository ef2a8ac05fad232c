"""What is said when a check or a copy of the archive has ended."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.activities.evidence_check import Ended


def ended_words(ended: Ended) -> tuple[str, str]:
    """Return how a job ended, and what that means."""
    match ended:
        case Ended.COPY_WHOLE:
            return (
                QCoreApplication.translate("Evidence", "The copy is whole"),
                QCoreApplication.translate(
                    "Evidence",
                    "It was read back and compared. You can take the stick out.",
                ),
            )
        case Ended.COPY_DIFFERS:
            return (
                QCoreApplication.translate(
                    "Evidence", "The copy is not like the original"
                ),
                QCoreApplication.translate(
                    "Evidence", "Use another stick, and copy again."
                ),
            )
        case Ended.COPY_FAILED:
            return (
                QCoreApplication.translate("Evidence", "The copy could not be made"),
                QCoreApplication.translate(
                    "Evidence",
                    "The archive itself is safe. See that there is room and that the"
                    " place can be written, then try once more.",
                ),
            )
        case Ended.CHECK_FAILED:
            return (
                QCoreApplication.translate("Evidence", "It did not come to its end"),
                QCoreApplication.translate(
                    "Evidence", "The archive itself is safe. Try once more."
                ),
            )
