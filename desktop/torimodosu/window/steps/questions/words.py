"""What the answers are called."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.beginning import Problem
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.catalogue.issuer import LAST_DAY, BillingCycle


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


def cycle_words(cycle: BillingCycle) -> str:
    """Return when a card is closed and when the money is taken."""
    closing = QCoreApplication.translate("Cycles", "closed on day {day}")
    if cycle.closing == LAST_DAY:
        closing = QCoreApplication.translate("Cycles", "closed at the end of the month")
    payment = QCoreApplication.translate("Cycles", "Taken on day {day}")
    if cycle.payment == LAST_DAY:
        payment = QCoreApplication.translate("Cycles", "Taken at the end of the month")
    form = QCoreApplication.translate("Cycles", "{payment}, {closing}")
    return form.format(
        payment=payment.format(day=cycle.payment),
        closing=closing.format(day=cycle.closing),
    )
