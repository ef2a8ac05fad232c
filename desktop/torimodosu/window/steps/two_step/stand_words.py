"""What stands in the header: where the person is with the two-step check."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.window.steps.two_step.sight import Sight, Stand
from torimodosu.window.words.catalogue import name_words

AskingForCode = Literal[
    Stand.FIRST_CODE, Stand.SECOND_CODE, Stand.REFUSED, Stand.CHANGED
]


def shop_words(sight: Sight) -> str:
    """Return what the shop is called."""
    if sight.service is None:
        return QCoreApplication.translate("TwoStep", "the shop")
    return name_words(sight.service.name)


def stand_title(sight: Sight) -> str:
    """Return the title of the page."""
    return _title(sight.stand).format(shop=shop_words(sight))


def _title(stand: Stand) -> str:
    match stand:
        case Stand.NO_CASE:
            return QCoreApplication.translate("TwoStep", "A second lock for the door")
        case Stand.NO_APP:
            return QCoreApplication.translate(
                "TwoStep", "{shop} has a second lock of another kind"
            )
        case Stand.SET_UP:
            return QCoreApplication.translate("TwoStep", "{shop} gets a second lock")
        case Stand.BACKUP:
            return QCoreApplication.translate(
                "TwoStep", "Two codes were accepted. Now a backup"
            )
        case Stand.PROVEN:
            return QCoreApplication.translate("TwoStep", "The second lock works")
        case Stand.SAID:
            return QCoreApplication.translate(
                "TwoStep", "You have set up the two-step check"
            )
        case Stand.FIRST_CODE | Stand.SECOND_CODE | Stand.REFUSED | Stand.CHANGED:
            return _title_of_a_code(stand)


def _title_of_a_code(stand: AskingForCode) -> str:
    match stand:
        case Stand.FIRST_CODE:
            return QCoreApplication.translate("TwoStep", "Type this code at {shop}")
        case Stand.SECOND_CODE:
            return QCoreApplication.translate(
                "TwoStep", "The first code was accepted. Now a second one"
            )
        case Stand.REFUSED:
            return QCoreApplication.translate("TwoStep", "The code was refused")
        case Stand.CHANGED:
            return QCoreApplication.translate(
                "TwoStep", "The check was changed since. Try a code"
            )


def stand_why(sight: Sight) -> str:
    """Return one sentence on why, or what it means."""
    stand = sight.stand
    match stand:
        case Stand.NO_CASE | Stand.SET_UP:
            return QCoreApplication.translate(
                "TwoStep",
                "Whoever signs in then needs a code from this computer too. A stolen"
                " password alone no longer opens the door.",
            )
        case Stand.NO_APP:
            return QCoreApplication.translate(
                "TwoStep",
                "It takes no codes of an authenticator, so there is nothing to set up"
                " here. Use what it offers.",
            )
        case Stand.BACKUP:
            return QCoreApplication.translate(
                "TwoStep",
                "If this computer breaks, only a backup lets you in again. We read it"
                " back once, so that you know it works.",
            )
        case Stand.PROVEN:
            return QCoreApplication.translate(
                "TwoStep", "Two codes were accepted, and a backup was read back."
            )
        case Stand.SAID:
            return QCoreApplication.translate(
                "TwoStep", "So you said. Nothing here has proven it."
            )
        case Stand.FIRST_CODE | Stand.SECOND_CODE | Stand.REFUSED | Stand.CHANGED:
            return _why_of_a_code(stand)


def _why_of_a_code(stand: AskingForCode) -> str:
    match stand:
        case Stand.FIRST_CODE:
            return QCoreApplication.translate(
                "TwoStep", "It is a new one every half minute. There is no hurry."
            )
        case Stand.SECOND_CODE:
            return QCoreApplication.translate(
                "TwoStep",
                "Only two codes prove that the clocks agree, so that it also works at"
                " the next sign-in.",
            )
        case Stand.REFUSED:
            return QCoreApplication.translate(
                "TwoStep", "Nothing is broken. It nearly always is one of a few things."
            )
        case Stand.CHANGED:
            return QCoreApplication.translate(
                "TwoStep",
                "A mail says so. If it was not you, look first whether you can still"
                " sign in.",
            )
