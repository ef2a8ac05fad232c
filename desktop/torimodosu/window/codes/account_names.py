"""What an account is called in the list of codes."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.twostep.kept import KeptAccount


def account_title(account: KeptAccount) -> str:
    """Return whose account it is, or else its name."""
    nameless = QCoreApplication.translate("AccountNames", "Account without a name")
    return account.issuer or account.name or nameless


def account_line(account: KeptAccount) -> str:
    """Return its name there, where that is not its title already."""
    return account.name if account.issuer else ""


def account_words(account: KeptAccount) -> str:
    """Return both in one line."""
    return " · ".join(filter(None, (account_title(account), account_line(account))))
