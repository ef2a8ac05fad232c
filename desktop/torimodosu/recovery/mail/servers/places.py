"""Where a mail lies on a server, as a source that can be kept (RFC 5092).

`imap://user@host/folder;UIDVALIDITY=n`, with the UID of the mail as its offset. While
a server keeps that number, a UID never means another mail (RFC 9051, section 2.3.1.1).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.servers.account import TLS_PORT, MailAccount

SCHEME = "imap://"
_VALIDITY = ";UIDVALIDITY="
# RFC 5092, section 11: achar and bchar; "%" always stands for itself.
_IN_USER = "!$'()*+,&=~"
_IN_FOLDER = "!$'()*+,&=~:@/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerPlace:
    """What a source on a server names; `folder` is "" for the whole mailbox."""

    user: str
    host: str
    folder: str


def account_source(account: MailAccount) -> str:
    """Return the source that stands for the whole mailbox."""
    server = account.server
    port = "" if server.port == TLS_PORT else f":{server.port}"
    return f"{SCHEME}{quote(account.user, safe=_IN_USER)}@{server.host}{port}/"


def folder_source(account: MailAccount, folder: str, uid_validity: int) -> str:
    """Return the source of *folder*; a *uid_validity* of 0 is none."""
    # A broken name may hold what UTF-8 has no bytes for.
    name = quote(folder, safe=_IN_FOLDER, errors="replace")
    validity = f"{_VALIDITY}{uid_validity}" if uid_validity else ""
    return f"{account_source(account)}{name}{validity}"


def is_on_server(source: str) -> bool:
    """Tell whether *source* lies on a server and not on this computer."""
    return source.startswith(SCHEME)


def read_source(source: str) -> ServerPlace | None:
    """Return what *source* names; None where it lies on this computer."""
    if not is_on_server(source):
        return None
    login, _, path = source.removeprefix(SCHEME).partition("/")
    user, _, host = login.rpartition("@")
    folder = path.rpartition(_VALIDITY)[0] or path
    return ServerPlace(user=unquote(user), host=host, folder=unquote(folder))


def known_on_servers(mails: Iterable[KeptMail]) -> Mapping[str, frozenset[int]]:
    """Return the UIDs of the *mails* that were kept from servers, by their source.

    Those of a source without a UIDVALIDITY may mean other mails by now.
    """
    known: defaultdict[str, set[int]] = defaultdict(set)
    for mail in mails:
        source = mail.origin.source
        if is_on_server(source) and _VALIDITY in source:
            known[source].add(mail.origin.offset)
    return {source: frozenset(uids) for source, uids in known.items()}
