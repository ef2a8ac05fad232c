"""Taking in mails from a provider: what leaves this computer is kept before it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import (
    keep_password,
    kept_password,
)
from torimodosu.recovery.mail.servers.places import account_source, known_on_servers
from torimodosu.recovery.mail.servers.ports import MailServers
from torimodosu.recovery.mail.servers.trouble import (
    ServerError,
    ServerTrouble,
    Untrusted,
)
from torimodosu.recovery.plan.casework import Desk, take_in_and_read
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.recovery.plan.tasks import TakeIn, TakenIn
from torimodosu.recovery.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchMails:
    """Keep the mails of a mailbox at a provider, and read the orders out of them.

    Attributes:
        account: The mailbox; without a password, the kept one is taken.
        since: Leaves out older mails; None leaves it to the program.
        keeps_password: Whether the person wants it kept in the keychain.

    """

    case: Case
    account: MailAccount
    since: datetime | None = None
    keeps_password: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailsFetched:
    """What came of it.

    Attributes:
        taken: What was taken in; None where the mailbox was not opened.
        trouble: Why it was not opened, or None.
        told: What the server said of that, or "".
        untrusted: Its certificate, where that is why.
        keychain: Why the password was not kept, or not there any more, or None.
        is_kept: Whether the password lies in the keychain now.

    """

    taken: TakenIn | None = None
    trouble: ServerTrouble | None = None
    told: str = ""
    untrusted: Untrusted | None = None
    keychain: KeychainTrouble | None = None
    is_kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchTools:
    """Who opens mailboxes, and where it is kept that it was asked to."""

    servers: MailServers
    outgoing: Outgoing
    keychain: Keychain


@dataclass(slots=True)
class _Password:
    """What became of the wish to keep the password."""

    trouble: KeychainTrouble | None = field(default=None)
    is_kept: bool = field(default=False)


def fetch_mails(
    request: FetchMails,
    desk: Desk,
    tools: FetchTools,
    progress: Progress,
    *,
    on_mails: Callable[[Sequence[KeptMail]], None],
) -> MailsFetched:
    """Sign in, archive the wanted mails, then read the orders out of the archive.

    Mails that are kept from that mailbox are not fetched again, so that doing it once
    more goes on where it was cut.

    Raises:
        StoreError: If it can't be kept that something is sent. Then nothing was.

    """
    account = request.account
    if not account.password:
        try:
            password = kept_password(account, tools.keychain)
        except KeychainError as error:
            return MailsFetched(keychain=error.trouble)
        if not password:
            return MailsFetched(keychain=KeychainTrouble.LOST)
        account = replace(account, password=password)
    sent = Sent(
        at=desk.clock.now(), host=account.server.host, what=SentWhat.MAIL_SIGN_IN
    )
    tools.outgoing.keep_sent(desk.case, sent)
    try:
        with tools.servers.open(account, known_on_servers(desk.mails.all())) as mailbox:
            kept = _keep_if_wished(request, account, tools.keychain)
            take_in = TakeIn(
                case=desk.case,
                sources=(account_source(account),),
                since=request.since,
            )
            there = replace(desk, mailboxes=mailbox)
            taken = take_in_and_read(take_in, there, progress, on_mails=on_mails)
    except ServerError as error:
        return MailsFetched(
            trouble=error.trouble, told=error.told, untrusted=error.untrusted
        )
    return MailsFetched(taken=taken, keychain=kept.trouble, is_kept=kept.is_kept)


def _keep_if_wished(
    request: FetchMails, account: MailAccount, keychain: Keychain
) -> _Password:
    """Keep a password that was just proven right; one that lies there stays."""
    if not request.account.password:
        return _Password(is_kept=True)
    if not request.keeps_password:
        return _Password()
    try:
        keep_password(account, keychain)
    except KeychainError as error:
        return _Password(trouble=error.trouble)
    return _Password(is_kept=True)
