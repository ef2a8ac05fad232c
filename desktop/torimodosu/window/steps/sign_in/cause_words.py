"""The causes of a failing sign-in: their names, and what to do about each."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.signin.cause import Cause, Weight
from torimodosu.window.kit.marks import Sign

Rest = Literal[Cause.TYPING, Cause.WRONG_MARKETPLACE, Cause.WRONG_CODE, Cause.COOKIES]


def weight_sign(weight: Weight) -> Sign:
    """Return the shape of *weight*."""
    match weight:
        case Weight.FOUND:
            return Sign("finding", "attention")
        case Weight.LIKELY:
            return Sign("half", "accent")
        case Weight.POSSIBLE:
            return Sign("unknown", "unknown")
        case Weight.UNLIKELY:
            return Sign("open", "unknown")
        case Weight.RULED_OUT:
            return Sign("close", "unknown")


def weight_words(weight: Weight) -> str:
    """Return the word for *weight*."""
    match weight:
        case Weight.FOUND:
            return QCoreApplication.translate("Causes", "Found")
        case Weight.LIKELY:
            return QCoreApplication.translate("Causes", "Likely")
        case Weight.POSSIBLE:
            return QCoreApplication.translate("Causes", "Possible")
        case Weight.UNLIKELY:
            return QCoreApplication.translate("Causes", "Unlikely")
        case Weight.RULED_OUT:
            return QCoreApplication.translate("Causes", "Ruled out")


def cause_name(cause: Cause) -> str:
    """Return what *cause* is called."""
    match cause:
        case Cause.STALE_LOGIN:
            return QCoreApplication.translate(
                "Causes", "The browser fills in an old password"
            )
        case Cause.SHOP_HOLD:
            return QCoreApplication.translate(
                "Causes", "The shop holds the account back for a while"
            )
        case Cause.ADDRESS_CHANGED:
            return QCoreApplication.translate(
                "Causes", "Somebody changed the mail address of the account"
            )
        case Cause.EXTENSION_FILLS:
            return QCoreApplication.translate(
                "Causes", "A password manager fills in an old password"
            )
        case Cause.TYPING:
            return QCoreApplication.translate("Causes", "A letter goes in wrongly")
        case Cause.WRONG_MARKETPLACE:
            return QCoreApplication.translate(
                "Causes", "The new password is for another account"
            )
        case Cause.WRONG_CODE:
            return QCoreApplication.translate("Causes", "The code is not accepted")
        case Cause.COOKIES:
            return QCoreApplication.translate(
                "Causes", "Something the site has stored is in the way"
            )


def cause_task(cause: Cause) -> str:
    """Return what to do about *cause*."""
    match cause:
        case Cause.STALE_LOGIN:
            return QCoreApplication.translate(
                "Causes",
                "Clear what the browser fills in and type the new password by hand."
                " Look at your browsers here to find the old entry.",
            )
        case Cause.SHOP_HOLD:
            return QCoreApplication.translate(
                "Causes",
                "After a break-in the shop may pause the account. Waiting about five"
                " hours has helped others. Do not reset meanwhile.",
            )
        case Cause.ADDRESS_CHANGED:
            return QCoreApplication.translate(
                "Causes",
                "Then a reset goes to the intruder. Reach the shop by a way that needs"
                " no sign-in, and ask it to put the address back.",
            )
        case Cause.EXTENSION_FILLS:
            return QCoreApplication.translate(
                "Causes",
                "Open the password manager, search for the shop, and renew or remove"
                " its entry. In a private window it is usually off.",
            )
        case _:
            return _task_of_the_rest(cause)


def _task_of_the_rest(cause: Rest) -> str:
    match cause:
        case Cause.TYPING:
            return QCoreApplication.translate(
                "Causes",
                "Press the eye icon and look: full-width letters, Caps Lock, or a blank"
                " at the end after pasting.",
            )
        case Cause.WRONG_MARKETPLACE:
            return QCoreApplication.translate(
                "Causes",
                "Look at the mail of the reset: which country's shop sent it, and to"
                " which of your addresses? Sign in exactly there.",
            )
        case Cause.WRONG_CODE:
            return QCoreApplication.translate(
                "Causes",
                "Let the phone set its clock by itself, and take the newest code. On an"
                " old device, put the code behind the password.",
            )
        case Cause.COOKIES:
            return QCoreApplication.translate(
                "Causes",
                "Delete the stored data of this one site in the browser, then try once"
                " more. Saved passwords stay.",
            )
