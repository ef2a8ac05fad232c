"""What the second factors of a shop are called, and what they are worth."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.service import Method


def method_name(method: Method) -> str:
    """Return what *method* is called."""
    match method:
        case Method.SMS:
            return QCoreApplication.translate("TwoStep", "Text messages")
        case Method.CALL:
            return QCoreApplication.translate("TwoStep", "Phone calls")
        case Method.EMAIL:
            return QCoreApplication.translate("TwoStep", "Mails with a code")
        case Method.TOTP:
            return QCoreApplication.translate("TwoStep", "An authenticator")
        case Method.APP:
            return QCoreApplication.translate("TwoStep", "The shop's own app")
        case Method.DEVICE:
            return QCoreApplication.translate("TwoStep", "Another device of yours")
        case Method.PROMPT:
            return QCoreApplication.translate("TwoStep", "A question on your phone")
        case Method.SECURITY_KEY:
            return QCoreApplication.translate("TwoStep", "A security key")
        case Method.PASSKEY:
            return QCoreApplication.translate("TwoStep", "Passkeys")


def method_worth(method: Method) -> str:
    """Return what *method* protects from, and from what not; "" says nothing."""
    match method:
        case Method.SMS | Method.CALL:
            return QCoreApplication.translate(
                "TwoStep",
                "Better than nothing. But whoever talks the code out of you, or gets"
                " your number, gets in.",
            )
        case Method.EMAIL:
            return QCoreApplication.translate(
                "TwoStep", "As safe as your mailbox. Give it a password of its own."
            )
        case Method.PASSKEY | Method.SECURITY_KEY:
            return QCoreApplication.translate(
                "TwoStep",
                "The strongest: it works on the genuine page only, so a forged one gets"
                " nothing.",
            )
        case Method.TOTP | Method.APP | Method.DEVICE | Method.PROMPT:
            return ""
