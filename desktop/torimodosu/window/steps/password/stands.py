"""How far the change is: what the person said, and what the browsers show."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.new_password import PasswordStand
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.proof import ProofLine, ProofPanel, Side
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.words.dates import near_words


def title_of(stand: PasswordStand) -> str:
    """Return the finding, once the person has said that they changed it."""
    match stand:
        case PasswordStand.SAVED:
            return QCoreApplication.translate(
                "Password", "The new password is in place"
            )
        case PasswordStand.OLD_LEFT:
            return QCoreApplication.translate(
                "Password", "A browser still has the old one"
            )
        case PasswordStand.NOT_SEEN:
            return QCoreApplication.translate(
                "Password", "Changed, and no browser has saved it"
            )
        case _:
            return QCoreApplication.translate("Password", "Changed, as you say")


def why_of(stand: PasswordStand) -> str:
    """Return what that means, in one sentence."""
    match stand:
        case PasswordStand.SAVED:
            return QCoreApplication.translate(
                "Password", "Your browser holds one that is newer than the change."
            )
        case PasswordStand.OLD_LEFT:
            return QCoreApplication.translate(
                "Password", "It would fill in the old one. Remove that entry first."
            )
        case PasswordStand.NOT_SEEN:
            return QCoreApplication.translate(
                "Password",
                "That is fine where it is on paper or in a password manager.",
            )
        case _:
            return QCoreApplication.translate(
                "Password", "A look at your browsers can confirm it, by dates alone."
            )


def stand_panel(look: Look, snapshot: Snapshot, stand: PasswordStand) -> ProofPanel:
    """Return what was said, and what was seen or is still to be seen."""
    now = snapshot.at
    said_at = snapshot.said.get(Step.PASSWORD, now)
    said = ProofLine(
        icon="said",
        tint="unknown",
        words=QCoreApplication.translate("Password", "You changed the password"),
        small=near_words(said_at, now=now),
    )
    before = Side(
        title=QCoreApplication.translate("Password", "What you say"),
        said=QCoreApplication.translate("Password", "Said by you"),
        sign=Sign("said", "unknown"),
        lines=(said,),
    )
    seen_at = None if snapshot.scan is None else snapshot.scan.at
    return ProofPanel(look, before, _seen_side(stand, seen_at, now))


def _seen_side(stand: PasswordStand, seen_at: datetime | None, now: datetime) -> Side:
    small = QCoreApplication.translate(
        "Password", "Its date is read, never the password"
    )
    if seen_at is not None and stand is not PasswordStand.SAID:
        form = QCoreApplication.translate("Password", "Looked at: {moment}")
        small = form.format(moment=near_words(seen_at, now=now))
    sign, said, words = _seen(stand)
    tint: Colour = "muted" if sign.tone == "unknown" else sign.tone
    return Side(
        title=QCoreApplication.translate("Password", "What the browsers show"),
        said=said,
        sign=sign,
        lines=(ProofLine(icon=sign.icon, tint=tint, words=words, small=small),),
        is_settled=stand is PasswordStand.SAVED,
    )


def _seen(stand: PasswordStand) -> tuple[Sign, str, str]:
    """Return what was seen: its sign, the word of its chip, and a line."""
    match stand:
        case PasswordStand.SAVED:
            return (
                Sign("proven", "ok"),
                QCoreApplication.translate("Password", "Confirmed"),
                QCoreApplication.translate(
                    "Password", "The saved one is newer than the change"
                ),
            )
        case PasswordStand.OLD_LEFT:
            return (
                Sign("finding", "attention"),
                QCoreApplication.translate("Password", "Conflict"),
                QCoreApplication.translate("Password", "An older one is saved"),
            )
        case PasswordStand.NOT_SEEN:
            return (
                Sign("unknown", "unknown"),
                QCoreApplication.translate("Password", "Not seen"),
                QCoreApplication.translate(
                    "Password", "None of the browsers shows a new one"
                ),
            )
        case _:
            return (
                Sign("waiting", "unknown"),
                QCoreApplication.translate("Password", "Not looked yet"),
                QCoreApplication.translate(
                    "Password", "A saved one that is newer than the change"
                ),
            )


def undo_row(
    look: Look, *, take_back: Callable[[], None], another: Callable[[], None]
) -> QWidget:
    """Return what else can be done once it was said."""
    undo = Button(
        look, QCoreApplication.translate("Password", "Not done after all"), "link"
    )
    undo.clicked.connect(take_back)
    more = Button(
        look, QCoreApplication.translate("Password", "Make another one"), "link"
    )
    more.clicked.connect(another)
    return Box(look, "plain", pad=0).add(Wrapped(look, more, undo))
