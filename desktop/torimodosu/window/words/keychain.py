"""What is said when the keychain of the computer keeps or gives nothing."""

import sys

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.secrets import KeychainTrouble

_WITH_THEIR_OWN = {"win32", "darwin"}


def keychain_title(trouble: KeychainTrouble) -> str:
    """Return what happened, as a headline."""
    match trouble:
        case KeychainTrouble.NONE:
            return QCoreApplication.translate(
                "Keychain", "This computer has no safe place for secrets"
            )
        case KeychainTrouble.LOCKED:
            return QCoreApplication.translate("Keychain", "The keychain is locked")
        case KeychainTrouble.REFUSED:
            return QCoreApplication.translate(
                "Keychain", "The keychain was not allowed to keep it"
            )
        case KeychainTrouble.GONE:
            return QCoreApplication.translate(
                "Keychain", "The keychain does not answer"
            )
        case KeychainTrouble.TOO_LARGE:
            return QCoreApplication.translate(
                "Keychain", "This is too long for the keychain"
            )
        case KeychainTrouble.LOST:
            return QCoreApplication.translate(
                "Keychain", "The keychain no longer has this secret"
            )
        case KeychainTrouble.FAILED:
            return QCoreApplication.translate(
                "Keychain", "The keychain could not do this"
            )


def keychain_words(trouble: KeychainTrouble, *, system: str = sys.platform) -> str:
    """Return what is safe and what can be done on *system*, as `sys.platform` has it.

    Nothing was written to a file in any of these cases.
    """
    match trouble:
        case KeychainTrouble.NONE:
            return _none_words(system)
        case KeychainTrouble.LOCKED:
            return _locked_words(system)
        case KeychainTrouble.REFUSED:
            return _refused_words()
        case KeychainTrouble.GONE:
            return QCoreApplication.translate(
                "Keychain",
                "Nothing was changed as far as we know. Look for a window that asks for"
                " a password, then try again. If that does not help, sign out of your"
                " computer and in again.",
            )
        case KeychainTrouble.TOO_LARGE:
            return QCoreApplication.translate(
                "Keychain",
                "Nothing was kept. Give the account a shorter name and try again.",
            )
        case KeychainTrouble.LOST:
            return QCoreApplication.translate(
                "Keychain",
                "It was removed outside this program, or the keychain was made anew."
                " Read the account back from your backup, or set it up anew at the"
                " service.",
            )
        case KeychainTrouble.FAILED:
            return QCoreApplication.translate(
                "Keychain",
                "Nothing was kept. Try again; if it stays so, restart your computer.",
            )


def waiting_words() -> str:
    """Return what is said while the keychain takes its time."""
    return QCoreApplication.translate(
        "Keychain",
        "Your system is opening its keychain. It may ask for a password in a window of"
        " its own, perhaps behind this one.",
    )


def _none_words(system: str) -> str:
    if system in _WITH_THEIR_OWN:
        return QCoreApplication.translate(
            "Keychain",
            "Windows and macOS bring one along, but it could not be reached. Sign out"
            " of your computer and in again. Until then no secret is kept: we never"
            " write one into a plain file.",
        )
    return QCoreApplication.translate(
        "Keychain",
        "We never write a secret into a plain file, so none is kept. Install GNOME"
        " Keyring (the package gnome-keyring) or KWallet, or switch on “Secret Service"
        " integration” in the settings of KeePassXC. Then try again; you may have to"
        " sign in to your computer anew.",
    )


def _locked_words(system: str) -> str:
    if system in _WITH_THEIR_OWN:
        return QCoreApplication.translate(
            "Keychain",
            "Try again and allow access when your system asks. The password is the one"
            " you sign in to this computer with.",
        )
    return QCoreApplication.translate(
        "Keychain",
        "Try again and type its password when your system asks; it is mostly the one"
        " you sign in to this computer with. If no window asks, open Seahorse"
        " (“Passwords and Keys”), KWalletManager or KeePassXC and unlock it there.",
    )


def _refused_words() -> str:
    return QCoreApplication.translate(
        "Keychain",
        "A question of your system was closed or answered with no, so nothing was kept."
        " Try again and let it keep the secret; it may ask you to choose a password for"
        " it first.",
    )
