"""Whether to reset the password once more, in words."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.signin.reset_guard import ResetGuard

Held = Literal[
    ResetGuard.NOT_NEEDED,
    ResetGuard.HOLD_ON_STALE_LOGIN,
    ResetGuard.HOLD_ON_WAIT,
    ResetGuard.HOLD_ON_CODE,
    ResetGuard.ASK_SHOP,
    ResetGuard.HOLD_ON_LOOK,
    ResetGuard.HOLD_ON_REPEATED,
]


class GuardWords(NamedTuple):
    """What not to do now, and why."""

    title: str
    why: str


def guard_words(guard: ResetGuard) -> GuardWords | None:
    """Return why another reset does not help, or None where it may."""
    title = QCoreApplication.translate("Guard", "Do not reset once more now")
    if guard is ResetGuard.MAY_RESET:
        return None
    if guard is ResetGuard.NOT_NEEDED:
        title = QCoreApplication.translate("Guard", "Your new password is right")
    return GuardWords(title, _why(guard))


def _why(guard: Held) -> str:
    match guard:
        case ResetGuard.NOT_NEEDED:
            return QCoreApplication.translate(
                "Guard", "It got in once. Another reset would only confuse things."
            )
        case ResetGuard.HOLD_ON_STALE_LOGIN:
            return QCoreApplication.translate(
                "Guard",
                "A browser would fill in the old one after that as well. Remove it"
                " first.",
            )
        case ResetGuard.HOLD_ON_WAIT:
            return QCoreApplication.translate(
                "Guard",
                "The shop is holding the account back. A reset during that is lost.",
            )
        case ResetGuard.HOLD_ON_CODE:
            return QCoreApplication.translate(
                "Guard", "The password is right. It is the code that is refused."
            )
        case ResetGuard.ASK_SHOP:
            return QCoreApplication.translate(
                "Guard",
                "The mail of a reset may go to somebody else. Tell the shop first.",
            )
        case ResetGuard.HOLD_ON_LOOK:
            return QCoreApplication.translate(
                "Guard",
                "The shop accepted your last reset. First see what your browsers"
                " fill in.",
            )
        case ResetGuard.HOLD_ON_REPEATED:
            return QCoreApplication.translate(
                "Guard",
                "You did so more than once within a day. It is easy to lose track of"
                " which is the newest.",
            )
