"""What is said of a check or a copy of the archive, once it has ended."""

from PySide6.QtCore import QCoreApplication, QObject

from torimodosu.window.activities.evidence_check import Ended


class FaultCounts(QObject):
    """Says how many faults there are; plurals need a method of a QObject."""

    def title(self, faults: int, *, is_accepted: bool) -> str:
        """Return what the newest check has found, for a title."""
        if is_accepted:
            return self.tr("%n thing(s) stay changed, as you say", "", faults)
        return self.tr("%n thing(s) are no longer as they were kept", "", faults)


def ended_words(ended: Ended) -> tuple[str, str]:
    """Return how a job ended, and what that means."""
    translate = QCoreApplication.translate
    match ended:
        case Ended.COPY_WHOLE | Ended.COPY_LIKE_DAMAGED:
            return _copied_words(is_whole=ended is Ended.COPY_WHOLE)
        case Ended.COPY_DIFFERS:
            return (
                translate("Evidence", "The copy is not like the original"),
                translate("Evidence", "Use another stick, and copy again."),
            )
        case Ended.COPY_FAILED:
            return (
                translate("Evidence", "The copy could not be made"),
                translate(
                    "Evidence",
                    "The evidence was not touched. See that there is room and that the"
                    " place can be written, then try once more.",
                ),
            )
        case Ended.CHECK_FAILED:
            return (
                translate("Evidence", "It did not come to its end"),
                translate(
                    "Evidence",
                    "Checking changes nothing. If the evidence is on a stick or an"
                    " outside disk, see that it is plugged in. Then try once more.",
                ),
            )


def _copied_words(*, is_whole: bool) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if is_whole:
        return (
            translate("Evidence", "The copy is whole"),
            translate(
                "Evidence",
                "It was read back and compared. You can take the stick out.",
            ),
        )
    return (
        translate("Evidence", "The copy is like the evidence, which is not whole"),
        translate(
            "Evidence",
            "Copying went well, and the stick is in order. Check the evidence:"
            " then you see what is changed in it.",
        ),
    )
