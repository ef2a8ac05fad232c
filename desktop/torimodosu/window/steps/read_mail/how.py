"""How to get the mails out of the program in which the person reads them."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.case import MailPlace


def how_words(place: MailPlace) -> str:
    """Return how to get mails out of *place*, in one or two sentences."""
    match place:
        case MailPlace.THUNDERBIRD:
            return QCoreApplication.translate(
                "How",
                "If it is on this computer, the button above reads it."
                " There is nothing else to do.",
            )
        case MailPlace.GMAIL:
            return QCoreApplication.translate(
                "How",
                "In Google Takeout choose only “Mail”. Unpack what you get,"
                " and drop the mbox file here.",
            )
        case MailPlace.OUTLOOK:
            return QCoreApplication.translate(
                "How",
                "On Windows, drag the mails into an empty folder, which makes msg"
                " files of them, and drop that folder here. On the web, open a mail,"
                " choose ⋯ and save it as an eml file, each one.",
            )
        case MailPlace.APPLE_MAIL:
            return QCoreApplication.translate(
                "How",
                "Select the mailbox, choose Mailbox, then Export Mailbox,"
                " and drop the folder that you get.",
            )
        case MailPlace.WEBMAIL | MailPlace.PHONE_ONLY | MailPlace.FILES:
            return _other_words(place)


def _other_words(
    place: Literal[MailPlace.WEBMAIL, MailPlace.PHONE_ONLY, MailPlace.FILES],
) -> str:
    match place:
        case MailPlace.WEBMAIL:
            return QCoreApplication.translate(
                "How",
                "Fetch it from the provider, above. Or add the mailbox to Thunderbird,"
                " which is free, and come back when the mails have arrived there.",
            )
        case MailPlace.PHONE_ONLY:
            return QCoreApplication.translate(
                "How",
                "Fetch it from the provider, above: mail on a phone mostly lies there"
                " too. Until then, do not delete anything on the phone.",
            )
        case MailPlace.FILES:
            return QCoreApplication.translate(
                "How", "Drop the files or their folder here. Several at once are fine."
            )
