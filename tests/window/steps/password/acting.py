"""What is typed and pressed on the page, and what is thought of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.recovery.passwords.breach import Breach, BreachState
from torimodosu.recovery.passwords.strength import Strength, Weakness
from torimodosu.recovery.passwords.weighing import Weighed
from torimodosu.window.kit.button import Button
from torimodosu.window.steps.password.page import PasswordPage

AT = SaturdayEvening().now()
LEAKED = "sakura1234567890"
GOOD = "kirei na umi to sora"


class Weighing:
    """Finds strong what is long, and one that leaked; hears for whom it weighs."""

    def __init__(self) -> None:
        self.own_words: Sequence[str] = ()
        self.weaknesses: tuple[Weakness, ...] = (
            Weakness.JAPANESE_WORD,
            Weakness.DATE,
        )
        self.shortest = 15
        self.error: OSError | None = None

    def __call__(self, password: str, own_words: Sequence[str]) -> Weighed:
        self.own_words = own_words
        if self.error is not None:
            raise self.error
        is_long = len(password) >= self.shortest
        found = BreachState.FOUND if password == LEAKED else BreachState.NOT_FOUND
        return Weighed(
            strength=Strength(
                score=4 if is_long else 1,
                guesses_log10=float(len(password)),
                weaknesses=() if is_long else self.weaknesses,
            ),
            breach=Breach(state=found),
        )


def field(page: PasswordPage) -> QLineEdit:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (found,) = page.findChildren(QLineEdit, "new-password")
    return found


def said(page: PasswordPage) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return words_in(page)


def press(page: PasswordPage, words: str) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (button,) = (
        one for one in page.findChildren(Button) if one.accessibleName() == words
    )
    button.click()


def run_primary(page: PasswordPage) -> None:
    primary = page.buttons().primary
    assert primary is not None
    primary.run()
