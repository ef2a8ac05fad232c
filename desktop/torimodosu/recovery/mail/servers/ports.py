"""What reading a mailbox at a provider needs from the outside world."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from torimodosu.recovery.mail.search import Mailboxes
from torimodosu.recovery.mail.servers.account import MailAccount


class MailServers(Protocol):
    """Opens mailboxes at providers, for reading only."""

    def sign_in(
        self,
        account: MailAccount,
        known: Mapping[str, frozenset[int]],
    ) -> AbstractContextManager[Mailboxes]:
        """Sign in to *account*; its mailbox is searched by `account_source`.

        Mails whose UIDs are *known* by their source are not fetched once more. What
        leaves this computer is only sent over an encrypted connection to a server
        whose certificate is trusted.

        Raises:
            ServerError: If it cannot be opened.

        """
        ...
