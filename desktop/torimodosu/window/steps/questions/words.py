"""What the answers are called."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.beginning import Problem
from torimodosu.recovery.case.case import SignIn


def sign_in_words(sign_in: SignIn) -> str:
    """Return an answer to whether the person can sign in."""
    match sign_in:
        case SignIn.YES:
            return QCoreApplication.translate("Answers", "Yes")
        case SignIn.NO:
            return QCoreApplication.translate("Answers", "No")
        case SignIn.NOT_TRIED:
            return QCoreApplication.translate("Answers", "Not tried yet")


def problem_words(problem: Problem) -> str:
    """Return what is in the way of keeping the answers."""
    match problem:
        case Problem.SERVICE_MISSING:
            return QCoreApplication.translate("Answers", "Choose the service first")
        case Problem.NOTICED_IN_FUTURE:
            return QCoreApplication.translate("Answers", "This day is still to come")
        case Problem.LAST_FOUR_WRONG:
            return QCoreApplication.translate(
                "Answers", "The last digits of a card are four"
            )
        case Problem.NICKNAME_TOO_LONG:
            return QCoreApplication.translate("Answers", "A name of a card is too long")
