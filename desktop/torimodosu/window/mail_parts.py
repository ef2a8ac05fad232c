"""The mails behind an amount, or that they could not be shown."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.mail_sheet import mail_sheet

NOT_SHOWN = ShownMails(asked=(), mails=())


def mail_parts(look: Look, shown: ShownMails) -> list[QWidget]:
    """Return each mail of *shown*; without any, what is safe and what to do."""
    if shown.mails:
        return [mail_sheet(look, mail) for mail in shown.mails]
    what = QCoreApplication.translate("MailParts", "The mail could not be shown")
    safe = QCoreApplication.translate(
        "MailParts", "It is kept in the archive all the same. Try once more."
    )
    return [Failure(look, what, safe)]
