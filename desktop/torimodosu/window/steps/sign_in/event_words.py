"""What the mails say happened to the account, in words."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind


def event_words(event: AccountEvent) -> str:
    """Return what the mail of *event* says."""
    if event.kind is AccountEventKind.ADDRESS_CHANGED and event.new_address:
        form = QCoreApplication.translate(
            "Events", "The mail address was changed from {old} to {new}"
        )
        old = event.old_address or "?"
        return form.format(old=old, new=event.new_address)
    return _kind_words(event.kind)


def _kind_words(kind: AccountEventKind) -> str:  # noqa: C901 -- a case for each
    match kind:
        case AccountEventKind.RESET_ASKED:
            return QCoreApplication.translate("Events", "A new password was asked for")
        case AccountEventKind.TEMPORARY_PASSWORD_SENT:
            return QCoreApplication.translate("Events", "A temporary password was sent")
        case AccountEventKind.PASSWORD_CHANGED:
            return QCoreApplication.translate("Events", "The password was changed")
        case AccountEventKind.ADDRESS_CHANGED:
            return QCoreApplication.translate("Events", "The mail address was changed")
        case AccountEventKind.PHONE_CHANGED:
            return QCoreApplication.translate("Events", "The phone number was changed")
        case AccountEventKind.TWO_STEP_CHANGED:
            return QCoreApplication.translate(
                "Events", "The two-step check was changed"
            )
        case AccountEventKind.CHANGED:
            return QCoreApplication.translate(
                "Events", "Something was changed; the mail does not say what"
            )
        case AccountEventKind.CODE_SENT:
            return QCoreApplication.translate("Events", "A code was sent")
        case AccountEventKind.SIGN_IN_SEEN:
            # The subject that tells one from the other has changed over the years.
            return QCoreApplication.translate(
                "Events", "Somebody signed in, or tried to"
            )
        case AccountEventKind.ACCOUNT_LOCKED:
            return QCoreApplication.translate("Events", "The shop locked the account")
        case AccountEventKind.REPLY:
            return QCoreApplication.translate("Events", "The shop answered you")
