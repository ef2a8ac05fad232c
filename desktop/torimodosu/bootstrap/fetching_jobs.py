"""The heavy job that fetches mails from a provider."""

from collections.abc import Callable, Sequence

from torimodosu.adapters.store import Store
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import Keychain
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.servers.ports import MailServers
from torimodosu.recovery.plan.casework import Desk
from torimodosu.recovery.plan.fetch_task import FetchMails
from torimodosu.recovery.plan.fetching import FetchTools, fetch_mails
from torimodosu.worker.job import Arguments, Outlet


def _imap_servers() -> MailServers:
    # Late: whoever brings files needs none of it.
    from torimodosu.adapters.network.imap import ImapServers  # noqa: PLC0415

    return ImapServers()


class FetchingJobs:
    """Fetches mails; *servers* opens mailboxes, *desk_of* the desk of a case."""

    def __init__(
        self,
        store: Store,
        *,
        keychain: Keychain,
        desk_of: Callable[[Case], Desk],
        servers: Callable[[], MailServers] = _imap_servers,
    ) -> None:
        self._store, self._keychain = store, keychain
        self._desk_of, self._servers = desk_of, servers

    def fetch(self, arguments: Arguments, outlet: Outlet) -> object:
        """Keep the mails of a mailbox, and read the orders out of them."""
        request = from_plain(FetchMails, arguments)

        def tell(mails: Sequence[KeptMail]) -> None:
            outlet.rows([to_plain(mail) for mail in mails])

        tools = FetchTools(
            servers=self._servers(),
            outgoing=self._store.lock_records,
            keychain=self._keychain,
        )
        desk = self._desk_of(request.case)
        return to_plain(fetch_mails(request, desk, tools, outlet, on_mails=tell))
