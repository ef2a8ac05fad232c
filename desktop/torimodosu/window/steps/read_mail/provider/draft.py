"""What the person has typed to open their mailbox, also after a page is made anew."""

from dataclasses import dataclass, field, replace

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.mail_provider import (
    MailProvider,
    MailServer,
    Security,
)
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.typed import read_server, read_user, user_for
from torimodosu.recovery.plan.looking_back import LookBack


@dataclass(slots=True, kw_only=True)
class Draft:
    """What stands in the fields; `is_manual` shows those of the server.

    `guessed` is the server that was filled in for the address, or "".
    The password stands here until it is sent, and in no repr.
    """

    is_open: bool = False
    is_manual: bool = False
    address: str = ""
    host: str = ""
    guessed: str = ""
    port: str = ""
    security: Security = Security.TLS
    user: str = ""
    password: str = field(default="", repr=False)
    keeps_password: bool = False
    back: LookBack = LookBack.HALF_YEAR

    def guess(self, catalogue: Catalogue) -> MailProvider | None:
        """Fill in what the address tells, and return whose it is; None is unknown.

        What was guessed before is taken back then; what was typed stays.
        """
        provider = catalogue.mail_provider_of(self.address)
        if provider is not None:
            server = provider.server
            self.host, self.port = server.host, str(server.port)
            self.security = server.security
            self.guessed = server.host
        elif self.host == self.guessed:
            self.host = self.port = self.guessed = ""
            self.security = Security.TLS
        self.user = user_for(self.address, catalogue)
        return provider

    def take(self, account: MailAccount) -> None:
        """Fill in *account*, as it was used before."""
        server = account.server
        self.host, self.port = server.host, str(server.port)
        self.security, self.user = server.security, account.user

    @property
    def server(self) -> MailServer | None:
        """Return the server; None where it is not told yet, or cannot be one."""
        return read_server(self.host, self.port, self.security)

    @property
    def account(self) -> MailAccount | None:
        """Return the mailbox with what was typed as its password; None if unready."""
        server, user = self.server, read_user(self.user)
        if server is None or user is None:
            return None
        return MailAccount(server=server, user=user, password=self.password)

    @property
    def mailbox(self) -> MailAccount | None:
        """Return the mailbox without a password."""
        account = self.account
        return None if account is None else replace(account, password="")
