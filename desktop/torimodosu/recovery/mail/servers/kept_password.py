"""The password of a mailbox, kept in the keychain because the person wishes so.

There is one at most. It is kept together with the mailbox that it belongs to, so that
it is never given to another server.
"""

import json

from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.mail.servers.account import MailAccount

ENTRY = "mail-password"


def keep_password(account: MailAccount, keychain: Keychain) -> None:
    """Keep the password of *account*, instead of any before.

    Raises:
        KeychainError: If the keychain does not keep it.

    """
    secret = {"for": _sign_of(account), "password": account.password}
    keychain.keep(ENTRY, json.dumps(secret))


def kept_password(account: MailAccount, keychain: Keychain) -> str:
    """Return the password that is kept for *account*, "" where none is.

    Raises:
        KeychainError: If the keychain does not give it.

    """
    try:
        secret = json.loads(keychain.read(ENTRY) or "null")
    except ValueError:
        return ""
    match secret:
        case {"for": str(sign), "password": str(password)}:
            return password if sign == _sign_of(account) else ""
    return ""


def forget_password(keychain: Keychain) -> None:
    """Keep no password of a mailbox any more.

    Raises:
        KeychainError: If the keychain does not let go of it.

    """
    keychain.forget(ENTRY)


def _sign_of(account: MailAccount) -> str:
    server = account.server
    return f"{account.user}@{server.host}:{server.port}/{server.security.value}"
