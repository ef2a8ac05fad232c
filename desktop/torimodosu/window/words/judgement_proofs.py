"""What signatures and the notes of servers tell about a mail."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.judging.judgement import Code

Signature = Literal[
    Code.SIGNED_BY_SENDER,
    Code.SIGNATURE_BROKEN,
    Code.SIGNATURE_UNCHECKED,
    Code.SIGNATURE_EXPIRED,
    Code.SIGNED_IN_PART,
    Code.SIGNED_BY_OTHERS,
    Code.NOT_SIGNED,
    Code.SAVED_BY_OUTLOOK,
]
Unsigned = Literal[Code.SIGNED_BY_OTHERS, Code.NOT_SIGNED, Code.SAVED_BY_OUTLOOK]
PassedOn = Literal[Code.RESULTS_FORGED, Code.SEALER_VOUCHES, Code.PASSED_ON]
Server = Literal[
    Code.SERVER_VOUCHES,
    Code.SERVER_OBJECTS,
    Code.RESULTS_NOT_TRUSTED,
    Code.RESULTS_FAILED,
    Code.RESULTS_FORGED,
    Code.SEALER_VOUCHES,
    Code.PASSED_ON,
    Code.SPF_FAILED,
]


def signature_form(code: Signature) -> str:
    """Return the sentence for what a signature tells, with blanks for its facts."""
    match code:
        case Code.SIGNED_BY_SENDER:
            return QCoreApplication.translate(
                "Judgement", "A signature of {domain} fits the mail."
            )
        case Code.SIGNATURE_BROKEN:
            return QCoreApplication.translate(
                "Judgement",
                "A signature of {domain} does not fit. A server on the way "
                "may have changed the mail.",
            )
        case Code.SIGNATURE_UNCHECKED:
            return QCoreApplication.translate(
                "Judgement",
                "There is a signature of {domain}; the key to check it with "
                "is not here.",
            )
        case Code.SIGNATURE_EXPIRED:
            return QCoreApplication.translate(
                "Judgement", "The time of the signature of {domain} is over."
            )
        case Code.SIGNED_IN_PART:
            return QCoreApplication.translate(
                "Judgement",
                "A signature of {domain} leaves out a part of what is shown, or is "
                "too weak.",
            )
        case Code.SIGNED_BY_OTHERS | Code.NOT_SIGNED | Code.SAVED_BY_OUTLOOK:
            return _unsigned_form(code)


def _unsigned_form(code: Unsigned) -> str:
    match code:
        case Code.SIGNED_BY_OTHERS:
            return QCoreApplication.translate(
                "Judgement",
                "Only others have signed it ({domain}), which proves nothing.",
            )
        case Code.NOT_SIGNED:
            return QCoreApplication.translate("Judgement", "Nobody has signed it.")
        case Code.SAVED_BY_OUTLOOK:
            return QCoreApplication.translate(
                "Judgement",
                "Outlook saved it in a form of its own, so that no signature "
                "can be checked.",
            )


def server_form(code: Server) -> str:
    """Return the sentence for what a server noted, with blanks for its facts."""
    match code:
        case Code.SERVER_VOUCHES:
            return QCoreApplication.translate(
                "Judgement",
                "The server that took the mail in, {server}, found that it "
                "comes from {domain}.",
            )
        case Code.SERVER_OBJECTS:
            return QCoreApplication.translate(
                "Judgement",
                "The server that took the mail in, {server}, found that it "
                "does not come from {domain}.",
            )
        case Code.RESULTS_NOT_TRUSTED:
            return QCoreApplication.translate(
                "Judgement",
                "It tells of checks by {server}; anybody could have written that.",
            )
        case Code.RESULTS_FAILED:
            return QCoreApplication.translate(
                "Judgement",
                "A server on the way noted that it does not come from {domain}.",
            )
        case Code.SPF_FAILED:
            return QCoreApplication.translate(
                "Judgement",
                "A server on the way noted that {domain} does not send from there.",
            )
        case Code.RESULTS_FORGED | Code.SEALER_VOUCHES | Code.PASSED_ON:
            return _passed_on_form(code)


def _passed_on_form(code: PassedOn) -> str:
    match code:
        case Code.RESULTS_FORGED:
            return QCoreApplication.translate(
                "Judgement",
                "Somebody else wrote in it under the name of your mail server "
                "{server}.",
            )
        case Code.SEALER_VOUCHES:
            return QCoreApplication.translate(
                "Judgement",
                "Your mail server {server}, which sent it on, had found that it comes "
                "from {domain}.",
            )
        case Code.PASSED_ON:
            return QCoreApplication.translate(
                "Judgement",
                "{domain} passed it on. That says nothing about who wrote it.",
            )
