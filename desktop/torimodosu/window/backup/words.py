"""What the parts of the backup room say in more than one place."""

import errno
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.comparing import Fault
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.window.words.dates import near_words

_FULL = (errno.ENOSPC, errno.EDQUOT)


def form_words(form: BackupForm) -> str:
    """Return what a backup lies on."""
    match form:
        case BackupForm.SHEET:
            return QCoreApplication.translate("Backup", "A sheet of paper")
        case BackupForm.ENCRYPTED_FILE:
            return QCoreApplication.translate("Backup", "A file with a password")
        case BackupForm.PLAIN_FILE:
            return QCoreApplication.translate("Backup", "An open list")
        case BackupForm.PHONE:
            return QCoreApplication.translate("Backup", "Your phone")


def made_words(backup: Backup, *, now: datetime) -> str:
    """Return when a backup was made, and when it was read back."""
    if backup.restored_at is None:
        form = QCoreApplication.translate("Backup", "Made: {moment}")
        return form.format(moment=near_words(backup.made_at, now=now))
    form = QCoreApplication.translate("Backup", "Made: {moment}. Read back: {later}")
    return form.format(
        moment=near_words(backup.made_at, now=now),
        later=near_words(backup.restored_at, now=now),
    )


def fault_words(fault: Fault, form: BackupForm) -> str:
    """Return why an account cannot be restored from a backup on *form*."""
    match fault:
        case Fault.MISSING if form is BackupForm.PHONE:
            return QCoreApplication.translate(
                "Backup", "Its code from the phone is still to be compared."
            )
        case Fault.MISSING if form is BackupForm.SHEET:
            return QCoreApplication.translate(
                "Backup", "Not in what was read so far. Add the other photos."
            )
        case Fault.MISSING:
            return QCoreApplication.translate(
                "Backup",
                "It is not in this file. Look for the newest one, or make a new"
                " backup.",
            )
        case Fault.OTHER_SECRET:
            return QCoreApplication.translate(
                "Backup",
                "The backup holds another key, perhaps one from before. Make a new"
                " backup.",
            )
        case Fault.OTHER_CODES:
            return QCoreApplication.translate(
                "Backup", "The key is the same, but its codes would be others."
            )


def other_words(form: BackupForm) -> str:
    """Return what to bring, where a backup on *form* is to be proven."""
    match form:
        case BackupForm.SHEET:
            return QCoreApplication.translate(
                "Backup",
                "It may be whole, but it does not tell whether the paper can be read."
                " Bring photos or a scan of the sheet.",
            )
        case BackupForm.ENCRYPTED_FILE:
            return QCoreApplication.translate(
                "Backup",
                "It may be whole, but it does not tell whether your file opens. Bring"
                " the one that you saved; its name ends with .kdbx.",
            )
        case BackupForm.PLAIN_FILE:
            return QCoreApplication.translate(
                "Backup",
                "It may be whole, but it does not tell whether your list can be read."
                " Bring the list that you saved.",
            )
        case BackupForm.PHONE:
            return QCoreApplication.translate(
                "Backup", "Type the code that your phone shows."
            )


def stranger_words(form: BackupForm) -> str:
    """Return what to do where a backup on *form* holds the accounts of others."""
    if form is BackupForm.SHEET:
        return QCoreApplication.translate(
            "Backup",
            "If you typed the key, compare it letter by letter. If not, this may be the"
            " sheet of somebody else, or one from before.",
        )
    return QCoreApplication.translate(
        "Backup",
        "It holds other accounts, perhaps those of somebody else. Look for the one that"
        " you made.",
    )


def unwritten_words(error: OSError) -> tuple[str, str]:
    """Return that a file was not written, and what to do."""
    if error.errno in _FULL:
        return (
            QCoreApplication.translate("Backup", "The disk is full"),
            QCoreApplication.translate(
                "Backup",
                "No file was written. Make some room there, or choose another place,"
                " such as a USB stick.",
            ),
        )
    return (
        QCoreApplication.translate("Backup", "The file could not be written"),
        QCoreApplication.translate(
            "Backup", "Choose another place, such as your own folder or a USB stick."
        ),
    )


def name_of(account: OtpAccount | KeptAccount) -> str:
    """Return what an account is called."""
    named = " · ".join(part for part in (account.issuer, account.name) if part)
    return named or QCoreApplication.translate("Backup", "Without a name")
