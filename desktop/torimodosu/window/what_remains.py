"""What is left on this computer and elsewhere after everything was deleted."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.words.counts import Counts


def remaining_words() -> tuple[str, ...]:
    """Return what no button of this program deletes."""
    return (
        QCoreApplication.translate(
            "Remains",
            "Copies, exports and backups that you saved yourself: they are where you"
            " put them",
        ),
        QCoreApplication.translate(
            "Remains",
            "Your mailbox, your browsers, and what the shop and the card company hold",
        ),
        QCoreApplication.translate(
            "Remains",
            "Backups that this computer makes of itself, which may still hold the"
            " folder of the program",
        ),
        QCoreApplication.translate(
            "Remains", "This program: remove it as you remove any other"
        ),
    )


def secrets_words(secrets: int) -> str:
    """Return what to do about secrets that the keychain did not let go of."""
    return Counts().secrets_left(secrets)
