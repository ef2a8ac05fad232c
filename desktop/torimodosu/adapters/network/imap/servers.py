"""Opening mailboxes at providers."""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from imapclient import SocketTimeout

from torimodosu.adapters.network.imap.connection import ImapConnection
from torimodosu.adapters.network.imap.line import Line
from torimodosu.adapters.network.imap.mailbox import ImapMailbox
from torimodosu.adapters.network.imap.signing_in import signed_in
from torimodosu.recovery.mail.search import Mailboxes
from torimodosu.recovery.mail.servers.account import MailAccount

# In seconds. While it searches through bodies, a server may be silent for a while.
PATIENCE = SocketTimeout(connect=20.0, read=120.0)


class ImapServers:
    """The `MailServers` of the rules.

    *authorities* is a file with certificates to trust instead of those of the system.
    """

    def __init__(
        self,
        *,
        authorities: str | None = None,
        timeout: SocketTimeout = PATIENCE,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._authorities, self._timeout, self._pause = authorities, timeout, pause

    @contextmanager
    def sign_in(
        self,
        account: MailAccount,
        known: Mapping[str, frozenset[int]],
    ) -> Iterator[Mailboxes]:
        """Sign in, and say goodbye at the end.

        Raises:
            ServerError: If the mailbox cannot be opened.

        """
        # It checks the certificate and the name of the host.
        context = ssl.create_default_context(cafile=self._authorities)

        def connect() -> ImapConnection:
            client = signed_in(account, context=context, timeout=self._timeout)
            return ImapConnection(client)

        line = Line(connect, self._pause)
        line.open()
        try:
            yield ImapMailbox(line, account, known)
        except BaseException:
            line.hang_up()
            raise
        line.close()
