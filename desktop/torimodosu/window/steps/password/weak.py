"""The question whether a password that would be guessed is to be left as it is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question


def weak_question(look: Look, window: QWidget) -> Question:
    """Return the question, which tells `answered` where it is to be left so."""
    translate = QCoreApplication.translate
    return Question(
        look,
        window,
        translate("Password", "Leave it at this password?"),
        translate(
            "Password",
            "It would be guessed, and then somebody is inside again. To make a better"
            " one now takes a minute.",
        ),
        translate("Password", "Make a better one"),
        translate("Password", "Leave it at this one"),
    )
