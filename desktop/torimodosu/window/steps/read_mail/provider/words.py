"""What is said about a provider, and about what it answered."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.catalogue.mail_provider import PasswordKind, Security
from torimodosu.recovery.mail.servers.trouble import CertificateFault, ServerTrouble
from torimodosu.recovery.plan.looking_back import LookBack


def back_words(back: LookBack) -> str:
    """Return how far back mails are fetched."""
    match back:
        case LookBack.HALF_YEAR:
            return QCoreApplication.translate(
                "Provider", "From half a year before you noticed"
            )
        case LookBack.TWO_YEARS:
            return QCoreApplication.translate(
                "Provider", "From two years before you noticed"
            )
        case LookBack.EVERYTHING:
            return QCoreApplication.translate("Provider", "Everything, however old")


def security_words(security: Security) -> str:
    """Return how the connection is encrypted, as help pages call it."""
    match security:
        case Security.TLS:
            return QCoreApplication.translate("Provider", "SSL/TLS")
        case Security.STARTTLS:
            return QCoreApplication.translate("Provider", "STARTTLS")


def password_title(kind: PasswordKind) -> str:
    """Return which password the provider takes; "" where it is that of the account."""
    match kind:
        case PasswordKind.ACCOUNT:
            return ""
        case PasswordKind.APP:
            return QCoreApplication.translate("Provider", "It takes an app password")
        case PasswordKind.MAIL:
            return QCoreApplication.translate(
                "Provider", "It has a password of its own for mail programs"
            )
        case PasswordKind.NONE:
            return QCoreApplication.translate(
                "Provider", "It takes no password from programs any more"
            )


def password_words(kind: PasswordKind) -> str:
    """Return how to come by that password; "" where it is that of the account."""
    match kind:
        case PasswordKind.ACCOUNT:
            return ""
        case PasswordKind.APP:
            return QCoreApplication.translate(
                "Provider",
                "The password you sign in with is refused here. Switch on two-step"
                " sign-in at the provider, make an app password there, and type that"
                " one. You can delete it when the mails have come.",
            )
        case PasswordKind.MAIL:
            return QCoreApplication.translate(
                "Provider",
                "It is often not the one you sign in to their web page with. You find"
                " or make it in the mail settings at the provider.",
            )
        case PasswordKind.NONE:
            return QCoreApplication.translate(
                "Provider",
                "Add the mailbox to Thunderbird, which is free and can sign in by the"
                " browser. When the mails have arrived there, come back and let us read"
                " Thunderbird. Or save single mails as files.",
            )


def switch_words() -> str:
    """Return that mail programs have to be allowed first."""
    return QCoreApplication.translate(
        "Provider",
        "Mail programs must be allowed there first: look for “IMAP” in the mail"
        " settings of the provider, and switch it off again afterwards if you like.",
    )


_Network = Literal[
    ServerTrouble.NO_SUCH_HOST,
    ServerTrouble.NOT_REACHABLE,
    ServerTrouble.NO_MAIL_SERVER,
    ServerTrouble.NO_ENCRYPTION,
    ServerTrouble.UNTRUSTED,
    ServerTrouble.CUT,
    ServerTrouble.TOO_MANY,
]


def server_title(trouble: ServerTrouble, host: str) -> str:
    """Return what happened, as a headline."""
    return _title(trouble).format(host=host)


def _title(trouble: ServerTrouble) -> str:
    match trouble:
        case ServerTrouble.WRONG_PASSWORD:
            return QCoreApplication.translate("Provider", "{host} refused the password")
        case ServerTrouble.APP_PASSWORD:
            return QCoreApplication.translate(
                "Provider", "{host} wants an app password"
            )
        case ServerTrouble.BROWSER_ONLY:
            return QCoreApplication.translate("Provider", "{host} takes no password")
        case ServerTrouble.SWITCHED_OFF:
            return QCoreApplication.translate(
                "Provider", "{host} does not let mail programs in"
            )
        case ServerTrouble.REFUSED:
            return QCoreApplication.translate("Provider", "{host} refused")
        case _:
            return _network_title(trouble)


def _network_title(trouble: _Network) -> str:
    match trouble:
        case ServerTrouble.NO_SUCH_HOST | ServerTrouble.NOT_REACHABLE:
            return QCoreApplication.translate("Provider", "{host} does not answer")
        case ServerTrouble.NO_MAIL_SERVER:
            return QCoreApplication.translate("Provider", "{host} is no mail server")
        case ServerTrouble.NO_ENCRYPTION:
            return QCoreApplication.translate(
                "Provider", "{host} does not encrypt as it must"
            )
        case ServerTrouble.UNTRUSTED:
            return QCoreApplication.translate("Provider", "{host} is not trusted")
        case ServerTrouble.TOO_MANY:
            return QCoreApplication.translate("Provider", "{host} is too busy")
        case ServerTrouble.CUT:
            return QCoreApplication.translate("Provider", "{host} hung up")


def server_words(trouble: ServerTrouble) -> str:
    """Return what to do about it; nothing was changed in any of these cases."""
    match trouble:
        case ServerTrouble.WRONG_PASSWORD:
            return QCoreApplication.translate(
                "Provider",
                "Check the name and the password, letter by letter. Many providers want"
                " a password of its own for mail programs. Do not try too often: some"
                " lock the mailbox for a while.",
            )
        case ServerTrouble.APP_PASSWORD:
            return password_words(PasswordKind.APP)
        case ServerTrouble.BROWSER_ONLY:
            return password_words(PasswordKind.NONE)
        case ServerTrouble.SWITCHED_OFF:
            return switch_words()
        case ServerTrouble.REFUSED:
            return QCoreApplication.translate(
                "Provider", "What it said stands below. Its help pages may tell more."
            )
        case _:
            return _network_words(trouble)


def _network_words(trouble: _Network) -> str:
    match trouble:
        case ServerTrouble.NO_SUCH_HOST | ServerTrouble.NOT_REACHABLE:
            return QCoreApplication.translate(
                "Provider",
                "Check the name and the port of the server, and whether this computer"
                " is connected to the network. Nothing was sent.",
            )
        case ServerTrouble.NO_MAIL_SERVER:
            return QCoreApplication.translate(
                "Provider",
                "Something else answers there. Check the name and the port. No password"
                " was sent.",
            )
        case ServerTrouble.NO_ENCRYPTION:
            return QCoreApplication.translate(
                "Provider",
                "We send no password without encryption, so none was sent. Check the"
                " port and the kind of encryption.",
            )
        case ServerTrouble.UNTRUSTED:
            return QCoreApplication.translate(
                "Provider",
                "Somebody may be listening on the way, so no password was sent. In a"
                " café or a hotel, try again from home. If it stays so, ask the"
                " provider; there is no way around this here.",
            )
        case ServerTrouble.CUT:
            return QCoreApplication.translate(
                "Provider", "Try again in a while. What had come until then is kept."
            )
        case ServerTrouble.TOO_MANY:
            return QCoreApplication.translate(
                "Provider",
                "Close other mail programs, wait a quarter of an hour, then try again.",
            )


def fault_words(fault: CertificateFault) -> str:
    """Return what is wrong with a certificate."""
    match fault:
        case CertificateFault.OTHER_NAME:
            return QCoreApplication.translate(
                "Provider", "Its certificate was made out for another server."
            )
        case CertificateFault.EXPIRED:
            return QCoreApplication.translate(
                "Provider",
                "Its certificate has expired, or the clock of this computer is wrong.",
            )
        case CertificateFault.NOT_YET_VALID:
            return QCoreApplication.translate(
                "Provider",
                "Its certificate is not valid yet, or the clock of this computer is"
                " wrong.",
            )
        case CertificateFault.UNKNOWN_ISSUER:
            return QCoreApplication.translate(
                "Provider", "Nobody whom this computer trusts vouches for it."
            )
        case CertificateFault.OTHER:
            return QCoreApplication.translate(
                "Provider", "Its certificate could not be checked."
            )
