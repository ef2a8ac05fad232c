"""What the page says at its top of the password in the field."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.steps.password.draft import Draft


def draft_title(draft: Draft) -> str:
    """Return what is thought of it, in short."""
    if draft.is_made:
        return QCoreApplication.translate("Password", "Here is a new password")
    match draft.is_good:
        case True:
            return QCoreApplication.translate("Password", "A good password")
        case False:
            return QCoreApplication.translate("Password", "This one would be guessed")
        case None:
            return QCoreApplication.translate("Password", "A new password")


def draft_why(draft: Draft) -> str:
    """Return what makes a good one."""
    if draft.is_made and draft.recipe.language:
        return QCoreApplication.translate(
            "Password",
            "Words that are easy to read out and hard to guess. You may also use your"
            " own.",
        )
    return QCoreApplication.translate(
        "Password", "Long ones hold, whatever they are made of. 15 is a good aim."
    )
