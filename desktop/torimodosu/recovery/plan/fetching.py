"""Taking in mails from a provider: what leaves this computer is kept before it does."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import (
    keep_password,
    kept_password,
)
from torimodosu.recovery.mail.servers.places import (
    account_source,
    is_on_server,
    known_on_servers,
)
from torimodosu.recovery.mail.servers.ports import MailServers
from torimodosu.recovery.mail.servers.trouble import ServerError
from torimodosu.recovery.plan.casework import Desk, take_in_and_read
from torimodosu.recovery.plan.fetch_task import FetchMails, MailsFetched
from torimodosu.recovery.plan.lock_ports import Outgoing
from torimodosu.recovery.plan.tasks import TakeIn
from torimodosu.recovery.progress import Progress


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
    more goes on where it was cut; those that the archive has lost since are.

    Raises:
        StoreError: If it can't be kept that something is sent. Then nothing was.

    """
    try:
        account = _with_password(request.account, tools.keychain)
    except KeychainError as error:
        return MailsFetched(keychain=error.trouble)
    _note_sign_in(account, desk, tools.outgoing)
    known = known_on_servers(_still_kept(desk))
    try:
        with tools.servers.sign_in(account, known) as mailbox:
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


def _still_kept(desk: Desk) -> Iterator[KeptMail]:
    """Yield the mails from servers that the archive still holds as they were kept."""
    for mail in desk.mails.all():
        if is_on_server(mail.origin.source):
            with suppress(KeyError):
                desk.archive.read(mail.sha256)
                yield mail


def _note_sign_in(account: MailAccount, desk: Desk, outgoing: Outgoing) -> None:
    at, host = desk.clock.now(), account.server.host
    outgoing.keep_sent(desk.case, Sent(at=at, host=host, what=SentWhat.MAIL_SIGN_IN))


def _with_password(account: MailAccount, keychain: Keychain) -> MailAccount:
    """Return *account* with its kept password, unless another one was typed.

    Raises:
        KeychainError: If there is none, or the keychain does not give it.

    """
    if account.password:
        return account
    password = kept_password(account, keychain)
    if not password:
        raise KeychainError(KeychainTrouble.LOST)
    return replace(account, password=password)


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
