"""Signing in to a mail server: encrypted and trusted first, then the password."""

import socket
import ssl

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from torimodosu.adapters.network.imap.certificates import look_at_certificate
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.answers import meaning_of, told_by
from torimodosu.recovery.mail.servers.trouble import ServerError, ServerTrouble

_LAST_CONTROL = "\x1f"


def signed_in(
    account: MailAccount, *, context: ssl.SSLContext, timeout: SocketTimeout
) -> IMAPClient:
    """Return a connection that is signed in to *account*.

    Raises:
        ServerError: If there is none. The password was sent only over an encrypted
            connection to a server whose certificate is trusted.

    """
    client = _connect(account.server, context, timeout)
    try:
        _give_password(client, account)
    except BaseException:
        _hang_up(client)
        raise
    return client


def _connect(
    server: MailServer, context: ssl.SSLContext, timeout: SocketTimeout
) -> IMAPClient:
    try:
        return _encrypted(server, context, timeout)
    except ssl.SSLCertVerificationError as error:
        untrusted = look_at_certificate(server, error, timeout)
        raise ServerError(ServerTrouble.UNTRUSTED, untrusted=untrusted) from None
    except ssl.SSLEOFError:
        raise ServerError(ServerTrouble.NOT_REACHABLE) from None
    except ssl.SSLError:  # something else than TLS is spoken there
        raise ServerError(ServerTrouble.NO_ENCRYPTION) from None
    except (socket.gaierror, UnicodeError):
        raise ServerError(ServerTrouble.NO_SUCH_HOST) from None
    except OSError:
        raise ServerError(ServerTrouble.NOT_REACHABLE) from None
    except IMAPClientError as error:
        raise _refusal_of(error) from None


def _encrypted(
    server: MailServer, context: ssl.SSLContext, timeout: SocketTimeout
) -> IMAPClient:
    """Return an encrypted connection; without encryption nothing more is said."""
    if server.security is Security.TLS:
        return IMAPClient(
            server.host, port=server.port, ssl_context=context, timeout=timeout
        )
    client = IMAPClient(server.host, port=server.port, ssl=False, timeout=timeout)
    try:
        client.starttls(context)
    except IMAPClientError:
        _hang_up(client)
        raise ServerError(ServerTrouble.NO_ENCRYPTION) from None
    except BaseException:
        _hang_up(client)
        raise
    return client


def _refusal_of(error: IMAPClientError) -> ServerError:
    """Return what a greeting means that is none of IMAP, or that refuses."""
    if isinstance(error, IMAPClientAbortError):
        return ServerError(ServerTrouble.NO_MAIL_SERVER)
    meaning = meaning_of(str(error))
    told = told_by(str(error), secret="")
    return ServerError(meaning, told=told)


def _give_password(client: IMAPClient, account: MailAccount) -> None:
    """Sign in, by the one way that the server offers.

    A second try would count as a second wrong password, so there is none.
    """
    user, password = account.user, account.password
    if not password or any(letter <= _LAST_CONTROL for letter in user + password):
        raise ServerError(ServerTrouble.WRONG_PASSWORD)
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(user, password)
        elif client.has_capability("LOGINDISABLED"):
            raise ServerError(ServerTrouble.BROWSER_ONLY)
        elif not (user + password).isascii():  # LOGIN takes no others
            raise ServerError(ServerTrouble.WRONG_PASSWORD)
        else:
            client.login(user, password)
    except (IMAPClientAbortError, OSError):
        raise ServerError(ServerTrouble.CUT) from None
    except IMAPClientError as error:
        told = told_by(str(error), secret=password)
        raise ServerError(meaning_of(str(error)), told=told) from None


def _hang_up(client: IMAPClient) -> None:
    """Close the connection; one that is closed already is fine."""
    try:
        client.shutdown()
    except OSError:
        return
