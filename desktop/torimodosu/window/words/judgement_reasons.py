"""What the reasons of a judgement say."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Code, Reason
from torimodosu.window.words.judgement_others import Others, others_form
from torimodosu.window.words.judgement_proofs import server_form, signature_form

Sender = Literal[
    Code.SENDER_IS_FOREIGN,
    Code.SENDER_LOOKS_ALIKE,
    Code.SENDER_REPEATED,
    Code.SENDER_HAS_NO_ADDRESS,
    Code.SENDER_NOT_KNOWN,
    Code.WRITTEN_BY_OTHERS,
    Code.REPLIES_GO_ELSEWHERE,
    Code.CLAIMS_NOBODY,
]
Way = Literal[
    Code.FALSE_GREETING,
    Code.NAMELESS_COMPUTER,
    Code.NO_SERVER_OF_SENDER,
    Code.FOREIGN_ENVELOPE,
    Code.PERSONAL_PROGRAM,
]
Link = Literal[
    Code.LINK_LOOKS_ALIKE,
    Code.LINK_SAYS_OTHER,
    Code.LINK_LEADS_ELSEWHERE,
]
Content = Literal[
    Code.ASKS_FOR_SECRETS,
    Code.THREATENS,
    Code.HIDDEN_LETTERS,
    Code.ODD_CHARSET,
    Code.FORGED_ORDER_NUMBER,
    Code.UNFILLED_TEMPLATE,
    Code.KNOWN_BAIT,
    Code.READ_TWO_WAYS,
]


def reason_words(reason: Reason) -> str:
    """Return *reason* as a sentence."""
    return _form(reason.code).format(**reason.facts)


def _form(code: Code) -> str:
    match code:
        case (
            Code.SIGNED_BY_SENDER
            | Code.SIGNATURE_BROKEN
            | Code.SIGNATURE_UNCHECKED
            | Code.SIGNATURE_EXPIRED
            | Code.SIGNED_IN_PART
            | Code.SIGNED_BY_OTHERS
            | Code.NOT_SIGNED
            | Code.SAVED_BY_OUTLOOK
        ):
            return signature_form(code)
        case (
            Code.SERVER_VOUCHES
            | Code.SERVER_OBJECTS
            | Code.RESULTS_NOT_TRUSTED
            | Code.RESULTS_FAILED
            | Code.RESULTS_FORGED
            | Code.SEALER_VOUCHES
            | Code.PASSED_ON
            | Code.SPF_FAILED
        ):
            return server_form(code)
        case (
            Code.SENDER_IS_FOREIGN
            | Code.SENDER_LOOKS_ALIKE
            | Code.SENDER_REPEATED
            | Code.SENDER_HAS_NO_ADDRESS
            | Code.SENDER_NOT_KNOWN
            | Code.WRITTEN_BY_OTHERS
            | Code.REPLIES_GO_ELSEWHERE
            | Code.CLAIMS_NOBODY
        ):
            return _sender_form(code)
        case _:
            return _other_form(code)


def _other_form(code: Way | Link | Others | Content) -> str:
    match code:
        case (
            Code.FALSE_GREETING
            | Code.NAMELESS_COMPUTER
            | Code.NO_SERVER_OF_SENDER
            | Code.FOREIGN_ENVELOPE
            | Code.PERSONAL_PROGRAM
        ):
            return _way_form(code)
        case Code.LINK_LOOKS_ALIKE | Code.LINK_SAYS_OTHER | Code.LINK_LEADS_ELSEWHERE:
            return _link_form(code)
        case (
            Code.ORDER_PROVEN
            | Code.ORDER_NOT_KNOWN
            | Code.SAME_CAMPAIGN
            | Code.IN_BURST
            | Code.CAUSED_BY_USER
            | Code.NOT_CAUSED_BY_USER
        ):
            return others_form(code)
        case (
            Code.ASKS_FOR_SECRETS
            | Code.THREATENS
            | Code.HIDDEN_LETTERS
            | Code.ODD_CHARSET
            | Code.FORGED_ORDER_NUMBER
            | Code.UNFILLED_TEMPLATE
            | Code.KNOWN_BAIT
            | Code.READ_TWO_WAYS
        ):
            return _content_form(code)


def _sender_form(code: Sender) -> str:
    match code:
        case Code.SENDER_IS_FOREIGN:
            return QCoreApplication.translate(
                "Judgement",
                "The sender's domain is {domain}. The real ones are {genuine}.",
            )
        case Code.SENDER_LOOKS_ALIKE:
            return QCoreApplication.translate(
                "Judgement",
                "The domain {domain} only looks like a real one: {genuine}.",
            )
        case Code.SENDER_REPEATED:
            return QCoreApplication.translate("Judgement", "Two senders are named.")
        case Code.SENDER_HAS_NO_ADDRESS:
            return QCoreApplication.translate(
                "Judgement", "There is a sender's name, and no address behind it."
            )
        case Code.SENDER_NOT_KNOWN:
            return QCoreApplication.translate(
                "Judgement",
                "The firm is not known to send from {domain}; others may have "
                "addresses there, too.",
            )
        case Code.WRITTEN_BY_OTHERS:
            return QCoreApplication.translate(
                "Judgement",
                "What comes from {domain} is only passed on; sellers or buyers write "
                "it.",
            )
        case Code.REPLIES_GO_ELSEWHERE:
            return QCoreApplication.translate(
                "Judgement", "An answer would go to {domain}."
            )
        case Code.CLAIMS_NOBODY:
            return QCoreApplication.translate(
                "Judgement",
                "It does not claim to come from a service that is known here.",
            )


def _way_form(code: Way) -> str:
    match code:
        case Code.FALSE_GREETING:
            return QCoreApplication.translate(
                "Judgement", "A computer called itself {greeting}; it was {computer}."
            )
        case Code.NAMELESS_COMPUTER:
            return QCoreApplication.translate(
                "Judgement", "A computer without a name handed it over: {computer}."
            )
        case Code.NO_SERVER_OF_SENDER:
            return QCoreApplication.translate(
                "Judgement",
                "It began at {computer} and never passed a server of the sender.",
            )
        case Code.FOREIGN_ENVELOPE:
            return QCoreApplication.translate(
                "Judgement", "If it cannot be delivered, {domain} is told."
            )
        case Code.PERSONAL_PROGRAM:
            return QCoreApplication.translate(
                "Judgement",
                "It was not made by a firm's server but written with {program}.",
            )


def _link_form(code: Link) -> str:
    match code:
        case Code.LINK_LOOKS_ALIKE:
            return QCoreApplication.translate(
                "Judgement", "A link leads to {domain}, which imitates the real one."
            )
        case Code.LINK_SAYS_OTHER:
            return QCoreApplication.translate(
                "Judgement", "A link shows {shown} and leads to {domain}."
            )
        case Code.LINK_LEADS_ELSEWHERE:
            return QCoreApplication.translate("Judgement", "A link leads to {domain}.")


def _content_form(code: Content) -> str:
    match code:
        case Code.ASKS_FOR_SECRETS:
            return QCoreApplication.translate(
                "Judgement",
                "It wants data of a card or an account to be entered again.",
            )
        case Code.THREATENS:
            return QCoreApplication.translate(
                "Judgement", "It presses: a short time, or a closed account."
            )
        case Code.HIDDEN_LETTERS:
            return QCoreApplication.translate(
                "Judgement",
                "Letters that only look like those of the alphabet, or that "
                "nobody sees, stand in words.",
            )
        case Code.ODD_CHARSET:
            return QCoreApplication.translate(
                "Judgement", "Its Japanese is written in a character set for Chinese."
            )
        case Code.FORGED_ORDER_NUMBER:
            return QCoreApplication.translate(
                "Judgement", "No order number looks like {number}."
            )
        case Code.UNFILLED_TEMPLATE:
            return QCoreApplication.translate(
                "Judgement", "Blanks of a mass mail were left unfilled in it."
            )
        case Code.KNOWN_BAIT:
            return QCoreApplication.translate(
                "Judgement", "Its subject is known from forged mails only."
            )
        case Code.READ_TWO_WAYS:
            return QCoreApplication.translate(
                "Judgement",
                "It can be read in two ways, so that no proof is about what is shown.",
            )
