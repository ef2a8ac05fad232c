"""What speaks for a cause, or against it, in words."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.signin.cause import Reason


def reason_words(reason: Reason) -> str:
    """Return *reason* as one short sentence."""
    match reason:
        case Reason.STALE_ENTRY_FOUND:
            return QCoreApplication.translate(
                "Reasons", "A saved password is older than your reset."
            )
        case Reason.NO_STALE_ENTRY:
            return QCoreApplication.translate(
                "Reasons", "No old password was found in what was looked at."
            )
        case Reason.NOT_LOOKED_YET:
            return QCoreApplication.translate(
                "Reasons", "Your browsers were not looked at yet."
            )
        case Reason.NOT_ALL_LOOKED_AT:
            return QCoreApplication.translate(
                "Reasons", "Not everything could be looked at or dated."
            )
        case Reason.EXTENSION_INSTALLED:
            return QCoreApplication.translate(
                "Reasons", "A password manager is installed in a browser."
            )
        case Reason.NO_EXTENSION_SEEN:
            return QCoreApplication.translate(
                "Reasons", "No password manager was seen in your browsers."
            )
        case Reason.COOKIES_THERE:
            return QCoreApplication.translate(
                "Reasons", "The site has stored cookies in a browser, as usual."
            )
        case Reason.NO_COOKIES:
            return QCoreApplication.translate(
                "Reasons", "The site has stored no cookies in your browsers."
            )
        case _:
            return _of_trials(reason)


def _of_trials(reason: Reason) -> str:  # noqa: C901 -- a case for each
    match reason:
        case Reason.TYPED_GOT_IN:
            return QCoreApplication.translate("Reasons", "Typed by hand, it worked.")
        case Reason.TYPED_REFUSED:
            return QCoreApplication.translate(
                "Reasons", "Typed by hand, it was refused as well."
            )
        case Reason.DOTS_DIFFER:
            return QCoreApplication.translate(
                "Reasons", "The number of dots is not that of your new password."
            )
        case Reason.GOT_IN_ELSEWHERE:
            return QCoreApplication.translate("Reasons", "Elsewhere it worked.")
        case Reason.REFUSED_IN_PRIVATE:
            return QCoreApplication.translate(
                "Reasons", "In a private window it was refused as well."
            )
        case Reason.REFUSED_ELSEWHERE:
            return QCoreApplication.translate(
                "Reasons", "In another browser or on another device it was refused too."
            )
        case Reason.REFUSED_EVERYWHERE:
            return QCoreApplication.translate("Reasons", "It was refused everywhere.")
        case Reason.NO_SUCH_ACCOUNT:
            return QCoreApplication.translate(
                "Reasons", "The shop says that there is no account with this address."
            )
        case Reason.CODE_REFUSED:
            return QCoreApplication.translate(
                "Reasons", "The password was accepted, and the code was not."
            )
        case Reason.ASKED_TO_WAIT:
            return QCoreApplication.translate("Reasons", "The shop told you to wait.")
        case _:
            return _of_mails(reason)


def _of_mails(reason: Reason) -> str:
    match reason:
        case Reason.LOCK_MAIL:
            return QCoreApplication.translate(
                "Reasons", "A mail says that the shop has locked the account."
            )
        case Reason.LOCK_IS_OVER:
            return QCoreApplication.translate(
                "Reasons", "A mail tells of a lock, but that is hours ago."
            )
        case Reason.ADDRESS_CHANGE_MAIL:
            return QCoreApplication.translate(
                "Reasons", "A mail says that the mail address was changed."
            )
        case Reason.PHONE_CHANGE_MAIL:
            return QCoreApplication.translate(
                "Reasons", "A mail says that the phone number was changed."
            )
        case Reason.CHANGE_UNDONE:
            return QCoreApplication.translate(
                "Reasons", "The shop writes that it has undone such changes."
            )
        case Reason.FIELD_NOT_NAMED:
            return QCoreApplication.translate(
                "Reasons", "A mail tells of a change, but not of what."
            )
        case Reason.NO_CHANGE_MAIL:
            return QCoreApplication.translate(
                "Reasons", "No mail says that the password was changed."
            )
        case _:
            return QCoreApplication.translate(
                "Reasons", "A mail says that the two-step check was changed."
            )
