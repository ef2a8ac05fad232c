"""What was sent, in words."""

from PySide6.QtCore import QCoreApplication, QObject

from torimodosu.recovery.case.sent import SentWhat


def what_words(what: SentWhat) -> str:
    """Return what it was."""
    match what:
        case SentWhat.TIME_QUESTION:
            return QCoreApplication.translate("Sent", "A question for the time")
        case SentWhat.HASH_STARTS:
            return QCoreApplication.translate(
                "Sent", "The first five characters of hashes of passwords"
            )
        case SentWhat.KEY_NAMES:
            return QCoreApplication.translate(
                "Sent", "Names of keys that firms sign their mail with"
            )
        case SentWhat.MAIL_SIGN_IN:
            return QCoreApplication.translate(
                "Sent", "The sign-in to your mailbox, and what to look for in it"
            )
        case SentWhat.STAMP_HASH:
            return QCoreApplication.translate(
                "Sent", "A hash of your evidence, to be stamped with the time"
            )


def content_words(what: SentWhat) -> str:
    """Return what the place could learn from it, and what not."""
    match what:
        case SentWhat.TIME_QUESTION:
            return QCoreApplication.translate(
                "Sent",
                "It holds a random number and nothing else. The place saw your network"
                " address.",
            )
        case SentWhat.HASH_STARTS:
            return QCoreApplication.translate(
                "Sent",
                "Hundreds of passwords begin with the same five, so that none can be"
                " told from them. The place saw your network address.",
            )
        case SentWhat.KEY_NAMES:
            return QCoreApplication.translate(
                "Sent",
                "This is the name server of your computer, which finds every web page"
                " for you. It learned that somebody looks at mail of these firms, and"
                " nothing of the mail itself.",
            )
        case SentWhat.MAIL_SIGN_IN:
            return QCoreApplication.translate(
                "Sent",
                "Your provider, who has your mail anyway, got its name and password"
                " over an encrypted connection, and the names of shops and card"
                " companies to search for. Nothing was changed or marked as read"
                " there.",
            )
        case SentWhat.STAMP_HASH:
            return QCoreApplication.translate(
                "Sent",
                "It is a number that nobody can tell a mail or a name from. The place"
                " saw your network address.",
            )


class Times(QObject):
    """How often something was sent in one go."""

    def words(self, moment: str, count: int) -> str:
        """Return when, and how often where it was more than once."""
        if count == 1:
            return moment
        return self.tr("{moment}, %n question(s)", "", count).format(moment=moment)
