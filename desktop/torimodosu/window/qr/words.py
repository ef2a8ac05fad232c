"""Why no account came of a capture, in words: what it is, and what to do."""

import sys
from pathlib import PurePath
from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import OtpAccount, Problem
from torimodosu.recovery.twostep.exports.outcome import Refusal
from torimodosu.recovery.twostep.typed import Mistake, Suspect
from torimodosu.window.qr.refused import Refused, Unseen

_FEW = 3  # characters to point at; with more it is no key at all

# On the screen, and found nothing.
_LOOKED = (Unseen.NOT_ON_SCREEN, Unseen.NOT_IN_REGION, Unseen.BLACK_SCREEN)

Picture = Literal[
    Refusal.NO_QR_CODE, Refusal.CUT_OFF, Refusal.PICTURE, Refusal.CLOSED_PDF
]
Closed = Literal[Refusal.NEEDS_PASSWORD, Refusal.WRONG_PASSWORD, Refusal.CANNOT_DECRYPT]


def refused_words(refused: Refused, *, system: str = sys.platform) -> str:
    """Return why there is no account, and what to do, after the name of the file."""
    words = _why_words(refused)
    if system == "darwin" and refused.why in _LOOKED:
        words = f"{words}\n{_permission_words()}"
    if not refused.path:
        return words
    form = QCoreApplication.translate("Qr", "{file}: {why}")
    return form.format(file=PurePath(refused.path).name, why=words)


def _why_words(refused: Refused) -> str:
    match refused.why:
        case Unseen() as unseen:
            return unseen_words(unseen)
        case Refusal() as refusal:
            return _refusal_words(refusal, refused.host)
        case Mistake() as mistake:
            return _mistake_words(mistake, refused)
        case FileTrouble() as trouble:
            return _file_words(trouble)


def account_words(account: OtpAccount) -> str:
    """Return what an account is called."""
    named = [part for part in (account.issuer, account.name) if part]
    return " · ".join(named) or QCoreApplication.translate("Qr", "Without a name")


def unseen_words(unseen: Unseen) -> str:
    """Return why nothing was seen, and what to do."""
    match unseen:
        case Unseen.NOT_ON_SCREEN:
            return QCoreApplication.translate(
                "Qr",
                "There is no QR code on the screen. Open the page of the shop that"
                " shows it, so that all of it is in sight, and read again.",
            )
        case Unseen.NOT_IN_REGION:
            return QCoreApplication.translate(
                "Qr",
                "There is no QR code in this frame. Draw it a little larger than the"
                " code, with its white edge.",
            )
        case Unseen.BLACK_SCREEN:
            return QCoreApplication.translate(
                "Qr",
                "The system showed us a black screen. Make a screenshot with your own"
                " keys and drop it here, or copy the set-up key.",
            )
        case Unseen.NO_SCREEN:
            return QCoreApplication.translate(
                "Qr",
                "The system did not let us see the screen. Make a screenshot with your"
                " own keys and drop it here, or copy the set-up key.",
            )
        case Unseen.BROKEN_OFF:
            return QCoreApplication.translate(
                "Qr",
                "Reading was broken off. Try it once more, or copy the set-up key.",
            )
        case Unseen.CLIPBOARD:
            return QCoreApplication.translate(
                "Qr",
                "There is nothing to read in the clipboard. Copy the picture or the"
                " set-up key first.",
            )


def _permission_words() -> str:
    """Return why macOS may have shown no more than an empty desk."""
    return QCoreApplication.translate(
        "Qr",
        "A Mac shows us other windows only with your leave: System Settings, Privacy &"
        " Security, Screen Recording. Then start Torimodosu again.",
    )


def _refusal_words(refusal: Refusal, host: str) -> str:
    match refusal:
        case Refusal.OTHER_QR_CODE if host:
            form = QCoreApplication.translate(
                "Qr",
                "This QR code leads to a page of {host}. It was not opened. The one for"
                " an authenticator stands elsewhere.",
            )
            return form.format(host=host)
        case Refusal.OTHER_QR_CODE:
            return QCoreApplication.translate(
                "Qr", "This QR code is not one for an authenticator."
            )
        case Refusal.NO_ACCOUNTS:
            return QCoreApplication.translate(
                "Qr", "There is no account in it. Export the accounts once more."
            )
        case Refusal.NOT_AN_EXPORT:
            return QCoreApplication.translate(
                "Qr",
                "This is neither a picture nor the export of an authenticator that is"
                " known here.",
            )
        case Refusal.TOO_LARGE:
            return QCoreApplication.translate(
                "Qr", "It is too large for the export of an authenticator."
            )
        case Refusal.EMPTY:
            return QCoreApplication.translate(
                "Qr",
                "This file is empty. Save the picture or the export once more, and"
                " bring that.",
            )
        case Refusal.NEEDS_PASSWORD | Refusal.WRONG_PASSWORD | Refusal.CANNOT_DECRYPT:
            return _closed_words(refusal)
        case _:
            return _picture_words(refusal)


def _picture_words(refusal: Picture) -> str:
    match refusal:
        case Refusal.NO_QR_CODE:
            return QCoreApplication.translate(
                "Qr",
                "No QR code was found in this picture. Take one that shows all of it,"
                " sharp and straight.",
            )
        case Refusal.CUT_OFF:
            return QCoreApplication.translate(
                "Qr",
                "This picture is cut off: its end is missing. Copy or save it once"
                " more, and bring that.",
            )
        case Refusal.PICTURE:
            return QCoreApplication.translate(
                "Qr",
                "This picture cannot be opened here. Show it on the screen, make a"
                " screenshot of it, and bring that.",
            )
        case Refusal.CLOSED_PDF:
            return QCoreApplication.translate(
                "Qr",
                "This PDF cannot be opened here: it asks for a password, or it is"
                " damaged. Open it yourself, and make a screenshot of its code.",
            )


def _closed_words(refusal: Closed) -> str:
    match refusal:
        case Refusal.NEEDS_PASSWORD:
            return QCoreApplication.translate(
                "Qr", "It is encrypted. Its password opens it."
            )
        case Refusal.WRONG_PASSWORD:
            return QCoreApplication.translate(
                "Qr", "This password does not open it, or the file is damaged."
            )
        case Refusal.CANNOT_DECRYPT:
            return QCoreApplication.translate(
                "Qr",
                "It is encrypted in a way that is not read here. Export it without a"
                " password, and delete that file afterwards.",
            )


def _mistake_words(mistake: Mistake, refused: Refused) -> str:
    match mistake:
        case Mistake.EMPTY:
            return QCoreApplication.translate(
                "Qr", "Type or paste the set-up key that the shop shows."
            )
        case Mistake.CODE:
            return QCoreApplication.translate(
                "Qr",
                "These are the figures of a code. The set-up key is longer and has"
                " letters; the shop shows it beside or below its QR code.",
            )
        case Mistake.WEB_ADDRESS:
            form = QCoreApplication.translate(
                "Qr",
                "This leads to a page of {host}. It was not opened. Copy the set-up key"
                " from the page itself.",
            )
            return form.format(host=refused.host)
        case Mistake.WRONG_CHARACTERS:
            return _suspects_words(refused.suspects)
        case Mistake.TOO_SHORT:
            return QCoreApplication.translate(
                "Qr", "It is too short for a set-up key. Perhaps a part is missing."
            )
        case Mistake.TOO_LONG:
            return QCoreApplication.translate(
                "Qr", "It is too long for a set-up key. Copy the key alone."
            )
        case Mistake.BROKEN_ADDRESS:
            return problem_words(refused.problem or Problem.DAMAGED)


def _suspects_words(suspects: tuple[Suspect, ...]) -> str:
    if not suspects or len(suspects) > _FEW:
        return QCoreApplication.translate(
            "Qr",
            "This is not a set-up key. It has only the letters A to Z and the figures 2"
            " to 7.",
        )
    return "\n".join(map(_suspect_words, suspects))


def _suspect_words(suspect: Suspect) -> str:
    if not suspect.meant:
        form = QCoreApplication.translate(
            "Qr", "Character {place}, “{typed}”, is in no set-up key."
        )
        return form.format(place=suspect.place, typed=suspect.typed)
    form = QCoreApplication.translate(
        "Qr", "Character {place} is “{typed}”. Perhaps it is the letter {letters}."
    )
    either = QCoreApplication.translate("Qr", " or ").join(suspect.meant)
    return form.format(place=suspect.place, typed=suspect.typed, letters=either)


def problem_words(problem: Problem) -> str:
    """Return what an account lacks that codes are made from."""
    match problem:
        case Problem.UNKNOWN_TYPE:
            return QCoreApplication.translate(
                "Qr", "Its codes are of a kind that is not made here."
            )
        case Problem.NO_SECRET | Problem.BAD_SECRET:
            return QCoreApplication.translate(
                "Qr", "Its set-up key is missing or damaged. Let the shop show it anew."
            )
        case (
            Problem.BAD_ALGORITHM
            | Problem.BAD_DIGITS
            | Problem.BAD_PERIOD
            | Problem.BAD_COUNTER
        ):
            return QCoreApplication.translate(
                "Qr", "It asks for codes that no authenticator makes."
            )
        case Problem.NO_COUNTER:
            return QCoreApplication.translate(
                "Qr", "It counts its codes, but does not say from where."
            )
        case Problem.NOT_OTPAUTH | Problem.TOO_LONG | Problem.DAMAGED:
            return QCoreApplication.translate(
                "Qr", "It is damaged, or only a part of it was read. Read it once more."
            )


def _file_words(trouble: FileTrouble) -> str:
    match trouble:
        case FileTrouble.NO_PERMISSION:
            return QCoreApplication.translate(
                "Qr", "The system does not let us open it. Copy it to your desktop."
            )
        case FileTrouble.NOT_A_FILE:
            return QCoreApplication.translate(
                "Qr", "This is not a file. Drop the picture or the export itself."
            )
        case FileTrouble.TOO_LARGE:
            return QCoreApplication.translate(
                "Qr", "It is too large for a picture or an export."
            )
        case FileTrouble.UNREADABLE:
            return QCoreApplication.translate(
                "Qr", "It could not be read. Copy it elsewhere and try again."
            )
