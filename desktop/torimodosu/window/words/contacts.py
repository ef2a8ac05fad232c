"""What the log of contacts calls whom one turned to, and by which way."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.reminders.contact import Channel, Whom
from torimodosu.window.kit.icons import IconName


def whom_words(whom: Whom) -> str:
    """Return whom the person turned to."""
    match whom:
        case Whom.SHOP:
            return QCoreApplication.translate("Contacts", "The shop")
        case Whom.ISSUER:
            return QCoreApplication.translate("Contacts", "A card company")
        case Whom.POLICE:
            return QCoreApplication.translate("Contacts", "The police")
        case Whom.MAIL_PROVIDER:
            return QCoreApplication.translate("Contacts", "The mail provider")
        case Whom.OTHER:
            return QCoreApplication.translate("Contacts", "Somebody else")


def channel_words(channel: Channel) -> str:
    """Return by which way."""
    match channel:
        case Channel.PHONE:
            return QCoreApplication.translate("Contacts", "Telephone")
        case Channel.CHAT:
            return QCoreApplication.translate("Contacts", "Chat")
        case Channel.MAIL:
            return QCoreApplication.translate("Contacts", "Mail")
        case Channel.FORM:
            return QCoreApplication.translate("Contacts", "Form on a page")
        case Channel.VISIT:
            return QCoreApplication.translate("Contacts", "In person")
        case Channel.LETTER:
            return QCoreApplication.translate("Contacts", "Letter")


def channel_icon(channel: Channel) -> IconName:
    """Return the icon that stands for it."""
    match channel:
        case Channel.PHONE:
            return "tell"
        case Channel.CHAT:
            return "said"
        case Channel.MAIL | Channel.LETTER:
            return "mail"
        case Channel.FORM:
            return "paper"
        case Channel.VISIT:
            return "home"
