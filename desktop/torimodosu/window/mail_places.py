"""What people call the places where they read their mail."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.case import MailPlace


def mail_place_name(place: MailPlace) -> str:
    """Return the name of *place*, as an answer and as a headline."""
    match place:
        case MailPlace.THUNDERBIRD:
            return QCoreApplication.translate("MailPlaces", "Thunderbird")
        case MailPlace.GMAIL:
            return QCoreApplication.translate("MailPlaces", "Gmail")
        case MailPlace.OUTLOOK:
            return QCoreApplication.translate("MailPlaces", "Outlook")
        case MailPlace.APPLE_MAIL:
            return QCoreApplication.translate("MailPlaces", "Mail on a Mac")
        case MailPlace.WEBMAIL:
            return QCoreApplication.translate("MailPlaces", "Another mail on the web")
        case MailPlace.PHONE_ONLY:
            return QCoreApplication.translate("MailPlaces", "Only on my phone")
        case MailPlace.FILES:
            return QCoreApplication.translate("MailPlaces", "Mail files I have here")
