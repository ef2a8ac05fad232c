"""The user's word on which mail servers are their own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import Journal

# Settings: words parted by blanks, each as `OwnServer.trusted` has them.
OWN_MAIL_SERVERS = "own_mail_servers"
FOREIGN_MAIL_SERVERS = "foreign_mail_servers"

_Setting = str | int | bool | None


class ServerBook(Journal, Protocol):
    """Where the word is kept; raises `StoreError`."""

    @property
    def settings(self) -> Mapping[str, _Setting]:
        """Return every setting by its name."""
        ...

    def set(self, name: str, value: _Setting) -> None:
        """Keep *value* as the setting *name*."""
        ...


def servers_in(settings: Mapping[str, _Setting], name: str) -> frozenset[str]:
    """Return the entries of servers in the setting *name*."""
    return frozenset(str(settings.get(name) or "").split())


def answer_server(
    case: Case, trusted: str, *, is_own: bool, book: ServerBook, at: datetime
) -> None:
    """Keep whether the server with the entries *trusted* is the user's own.

    The newest word counts.
    """
    entries = frozenset(trusted.split())
    own = servers_in(book.settings, OWN_MAIL_SERVERS) - entries
    foreign = servers_in(book.settings, FOREIGN_MAIL_SERVERS) - entries
    own, foreign = (own | entries, foreign) if is_own else (own, foreign | entries)
    word = "own" if is_own else "foreign"
    text = f"{word}={','.join(sorted(entries))}"
    book.note(case, Entry(at=at, kind=Kind.SERVER_TRUSTED, text=text))
    book.set(OWN_MAIL_SERVERS, " ".join(sorted(own)))
    book.set(FOREIGN_MAIL_SERVERS, " ".join(sorted(foreign)))
