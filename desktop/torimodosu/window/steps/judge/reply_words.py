"""What answering a mail would do."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.judging.reply import Goes, Reply


def is_better_left(reply: Reply, verdict: Verdict) -> bool:
    """Tell whether the mail is better not answered."""
    return reply.goes is Goes.STRANGER or verdict is Verdict.NOT_GENUINE


def reply_title(reply: Reply, verdict: Verdict) -> str:
    """Return whether the mail may be answered, in short."""
    if is_better_left(reply, verdict):
        return QCoreApplication.translate("Reply", "Do not answer this mail")
    return QCoreApplication.translate("Reply", "If you want to answer")


def reply_words(reply: Reply, name: str) -> str:
    """Return where an answer would go to a mail that claims to be from *name*."""
    return _form(reply.goes).format(address=reply.address, name=name)


def _form(goes: Goes) -> str:
    match goes:
        case Goes.NOWHERE:
            return QCoreApplication.translate(
                "Reply", "There is no address that an answer could go to."
            )
        case Goes.UNREAD:
            return QCoreApplication.translate(
                "Reply",
                "An answer would go to {address}. Nobody reads what comes there.",
            )
        case Goes.FIRM:
            return QCoreApplication.translate(
                "Reply",
                "An answer would go to {address}. That is an address of {name}, so"
                " nobody else gets it, even if somebody else wrote the mail.",
            )
        case Goes.STRANGER:
            return QCoreApplication.translate(
                "Reply",
                "An answer would go to {address}, which does not belong to {name}. It"
                " costs no money by itself, but the writer would learn that somebody"
                " reads the mail.",
            )
        case Goes.UNKNOWN:
            return QCoreApplication.translate(
                "Reply",
                "An answer would go to {address}. Answer only if you know who that is.",
            )


def never_words() -> str:
    """Return what no answer ever holds."""
    return QCoreApplication.translate(
        "Reply",
        "Never send a password, a code or a whole card number. No shop asks for these"
        " in a mail.",
    )


def asked_words() -> str:
    """Return what to do where the shop wants to know something."""
    return QCoreApplication.translate(
        "Reply",
        "If the shop wants to know something, such as a billing address, tell it on the"
        " page whose address you typed yourself.",
    )
