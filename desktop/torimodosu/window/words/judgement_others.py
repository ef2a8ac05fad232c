"""What other mails of the case tell about a mail."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Code

Others = Literal[
    Code.ORDER_PROVEN,
    Code.ORDER_NOT_KNOWN,
    Code.SAME_CAMPAIGN,
    Code.IN_BURST,
    Code.CAUSED_BY_USER,
    Code.NOT_CAUSED_BY_USER,
]


def others_form(code: Others) -> str:
    """Return the sentence for what other mails tell, with blanks for its facts."""
    match code:
        case Code.ORDER_PROVEN:
            return QCoreApplication.translate(
                "Judgement", "Its order number {number} also stands in a genuine mail."
            )
        case Code.ORDER_NOT_KNOWN:
            return QCoreApplication.translate(
                "Judgement", "No other mail here knows the order {number}."
            )
        case Code.SAME_CAMPAIGN:
            return QCoreApplication.translate(
                "Judgement",
                "{domain} also stands in {count} mails that are not genuine.",
            )
        case Code.IN_BURST:
            return QCoreApplication.translate(
                "Judgement",
                "It is one of {count} mails about new orders within one hour.",
            )
        case Code.CAUSED_BY_USER:
            return QCoreApplication.translate(
                "Judgement", "You changed the account yourself at about that time."
            )
        case Code.NOT_CAUSED_BY_USER:
            return QCoreApplication.translate(
                "Judgement",
                "It was sent at another time than you changed the account yourself.",
            )
