"""What is said about whether a mail is genuine."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Settles, Verdict


def verdict_title(verdict: Verdict, name: str) -> str:
    """Return the verdict on a mail that claims to come from *name*."""
    return _title_form(verdict).format(name=name)


def _title_form(verdict: Verdict) -> str:
    match verdict:
        case Verdict.GENUINE:
            return QCoreApplication.translate("Judgement", "This mail is from {name}")
        case Verdict.NOT_GENUINE:
            return QCoreApplication.translate(
                "Judgement", "This mail is not from {name}"
            )
        case Verdict.CANNOT_TELL:
            return QCoreApplication.translate(
                "Judgement", "It cannot be told whether this mail is from {name}"
            )


def verdict_advice(verdict: Verdict) -> str:
    """Return what to do after the verdict."""
    match verdict:
        case Verdict.GENUINE:
            return QCoreApplication.translate(
                "Judgement",
                "Even so, type addresses yourself instead of pressing links.",
            )
        case Verdict.NOT_GENUINE:
            return QCoreApplication.translate(
                "Judgement",
                "Press nothing in it and do not answer. Keep it as evidence.",
            )
        case Verdict.CANNOT_TELL:
            return QCoreApplication.translate(
                "Judgement", "Press nothing in it until you know."
            )


def settling_words(way: Settles) -> str:
    """Return what would tell more."""
    match way:
        case Settles.KEY:
            return QCoreApplication.translate(
                "Judgement", "The key that the sender publishes would settle it."
            )
        case Settles.SERVER:
            return QCoreApplication.translate(
                "Judgement",
                "It helps to know which of these servers belongs to your own provider.",
            )
        case Settles.WHOLE_MAIL:
            return QCoreApplication.translate(
                "Judgement",
                "The original file with all its header lines would tell more.",
            )
        case Settles.MESSAGE_CENTRE:
            return QCoreApplication.translate(
                "Judgement",
                "Type the address of the shop yourself, sign in, and look for the same"
                " message there. If it is there, the mail is genuine; if not, that"
                " proves nothing.",
            )
        case Settles.PROVEN_MAIL:
            return QCoreApplication.translate(
                "Judgement",
                "Compare it with the genuine mail about the same order: goods, sum and"
                " address have to agree.",
            )
