"""What stands on a page instead of codes, while they are locked."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty


def locked_card(look: Look, lock: CodeLock) -> Empty:
    """Return a card that leads to where the passphrase is asked for."""
    title = QCoreApplication.translate("LockedCard", "The codes are locked")
    words = QCoreApplication.translate(
        "LockedCard",
        "You have locked them with a passphrase. Unlock them and go on here.",
    )
    unlock = Button(look, QCoreApplication.translate("LockedCard", "Unlock"), "primary")
    unlock.clicked.connect(lock.unlock_asked)
    return Empty(look, "lock", title, words, unlock)
