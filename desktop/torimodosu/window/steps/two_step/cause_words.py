"""Why a code was refused, and what to do, in words."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.twostep.refusal import RefusalCause


def cause_title(cause: RefusalCause) -> str:
    """Return what may be wrong."""
    match cause:
        case RefusalCause.CLOCK:
            return QCoreApplication.translate(
                "Refusal", "The clock of this computer is off"
            )
        case RefusalCause.OLD_SET_UP:
            return QCoreApplication.translate(
                "Refusal", "The shop has shown a newer QR code since"
            )
        case RefusalCause.USED_TWICE:
            return QCoreApplication.translate("Refusal", "The code was used before")
        case RefusalCause.TOO_LATE:
            return QCoreApplication.translate("Refusal", "It came a little too late")
        case RefusalCause.MISTYPED:
            return QCoreApplication.translate("Refusal", "A digit slipped")
        case RefusalCause.COUNTER:
            return QCoreApplication.translate("Refusal", "The counters no longer agree")


def cause_help(cause: RefusalCause) -> str:
    """Return what to do about it."""
    match cause:
        case RefusalCause.CLOCK:
            return QCoreApplication.translate(
                "Refusal",
                "Codes are made from the time, and a minute spoils them. Compare it"
                " below.",
            )
        case RefusalCause.OLD_SET_UP:
            return QCoreApplication.translate(
                "Refusal",
                "Each time its page is opened, a shop may make a new one, and the old"
                " one is dead. Or it belongs to another account. Read the one that it"
                " shows now.",
            )
        case RefusalCause.USED_TWICE:
            return QCoreApplication.translate(
                "Refusal", "A shop takes each code only once. Type the next one."
            )
        case RefusalCause.TOO_LATE:
            return QCoreApplication.translate(
                "Refusal",
                "Wait until the ring is full, then type the new code without a rest.",
            )
        case RefusalCause.MISTYPED:
            return QCoreApplication.translate(
                "Refusal", "Copy it instead of typing it. Blanks do not count."
            )
        case RefusalCause.COUNTER:
            return QCoreApplication.translate(
                "Refusal", "Press “Next code” and type that one. Try up to five."
            )
