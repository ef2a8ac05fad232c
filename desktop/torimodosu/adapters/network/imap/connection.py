"""A connection that is signed in: the few questions that are asked over it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nlargest
from itertools import pairwise

from imapclient import IMAPClient, imap_utf7

from torimodosu.adapters.network.imap.talking import (
    CutOffError,
    RefusedError,
    talking,
)
from torimodosu.recovery.mail.servers.folders import Folder
from torimodosu.recovery.mail.servers.words import criteria_for, halves_of

_HEADERS = "BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE)]"
_BODY = "BODY.PEEK[]"
# imaplib takes no line above a megabyte; so many UIDs fit into one in any case.
UIDS_AT_ONCE = 50_000
# With the words that are looked for, they fit into a command (RFC 7162, section 4).
MOST_RANGES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a server tells of a mail before it is fetched.

    `header` holds From, Subject and Date; `received` is when the server got the mail,
    None where it does not tell.
    """

    size: int
    received: datetime | None
    header: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A folder that was opened for reading; a `uid_validity` of 0 is none.

    `mails` is how many are in it; their UIDs ascend with gaps (RFC 9051, 2.3.1.1).
    """

    mails: int
    uid_validity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What a server found in the bodies of mails.

    `is_complete` tells whether it looked for every word.
    """

    uids: frozenset[int]
    is_complete: bool


class ImapConnection:
    """Asks a server; every method raises `CutOffError` and `RefusedError`.

    It gives no command that changes anything: folders are opened by EXAMINE, and mails
    are fetched by PEEK, so that they stay unread (RFC 9051, sections 6.3.3 and 6.4.5).
    """

    def __init__(self, client: IMAPClient) -> None:
        client.normalise_times = False  # times keep their zone
        # Names go back as they came, whatever the server wrote into them.
        client.folder_encode = False
        self._client = client

    def folders(self) -> Sequence[Folder]:
        """Return every folder that the server lists."""
        with talking():
            return [
                Folder(name=_name(wire), wire=bytes(wire), flags=_flags(flags))
                for flags, _, wire in self._client.list_folders()
            ]

    def examine(self, folder: Folder) -> Examined:
        """Open *folder* for reading only."""
        with talking():
            told = self._client.select_folder(folder.wire, readonly=True)
            return Examined(
                mails=int(told.get(b"EXISTS", 0)),
                uid_validity=int(told.get(b"UIDVALIDITY", 0)),
            )

    def uids(self, examined: Examined, since: date | None) -> Sequence[int]:
        """Return the UIDs of the mails, sorted, that came, or are dated, since then.

        A server that does not search by days gives those of all mails.
        """
        if since is None:
            return self._uids(examined)
        try:
            return self._uids(examined, "OR", "SINCE", since, "SENTSINCE", since)
        except RefusedError:
            return self._uids(examined)

    def _uids(self, examined: Examined, *criteria: object) -> Sequence[int]:
        found: set[int] = set()
        with talking():
            for some in _parts(examined.mails):
                found.update(map(int, self._client.search([*some, *criteria])))
        return sorted(found)

    def heads(self, uids: Sequence[int]) -> dict[int, Head]:
        """Return what is told of the mails with *uids* that are still there."""
        with talking():
            answer = self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE", _HEADERS])
            return {
                int(uid): Head(
                    size=int(items.get(b"RFC822.SIZE", 0)),
                    received=items.get(b"INTERNALDATE"),
                    header=_body_in(items) or b"",
                )
                for uid, items in answer.items()
            }

    def mentions(self, words: Sequence[str], uids: Sequence[int]) -> Mentions:
        """Return which of the mails with *uids* hold one of *words*."""
        found = self._search_for(["UID", _ranges_of(uids)], words)
        wanted = frozenset(uids)
        return Mentions(uids=found.uids & wanted, is_complete=found.is_complete)

    def raws(self, uids: Sequence[int]) -> dict[int, bytes]:
        """Return the mails with *uids*, byte for byte, that are still there."""
        with talking():
            answer = self._client.fetch(uids, [_BODY])
            raws = {int(uid): _body_in(items) for uid, items in answer.items()}
        return {uid: raw for uid, raw in raws.items() if raw is not None}

    def close(self) -> None:
        """Say goodbye; a server that has gone already need not hear it."""
        try:
            with talking():
                self._client.logout()
        except (CutOffError, RefusedError):
            self.hang_up()

    def hang_up(self) -> None:
        """Close the connection at once, without waiting for the server."""
        with suppress(CutOffError, RefusedError), talking():
            self._client.shutdown()

    def _search_for(self, among: Sequence[str], words: Sequence[str]) -> Mentions:
        """Ask for *words* at once, or in halves where the server takes fewer."""
        keys = [*among, *criteria_for(words)]
        charset = None if all(map(str.isascii, words)) else "UTF-8"
        try:
            with talking():
                found = frozenset(map(int, self._client.search(keys, charset)))
                return Mentions(uids=found, is_complete=True)
        except RefusedError:
            if len(words) == 1:
                return Mentions(uids=frozenset(), is_complete=False)
        parts = [self._search_for(among, part) for part in halves_of(words)]
        return Mentions(
            uids=frozenset().union(*(part.uids for part in parts)),
            is_complete=all(part.is_complete for part in parts),
        )


def _parts(mails: int) -> Iterator[Sequence[str]]:
    """Yield search keys that together hold all of so many mails, none too many.

    Counted by their places in the folder, which have no gaps; UIDs may be moments, of
    which millions are nobody's. The newest come first: where mails are deleted in
    between, those behind them move up (RFC 9051, section 7.5.1), and so into a part
    that is still asked for.
    """
    if mails <= UIDS_AT_ONCE:
        yield "UID", "1:*"  # also of an empty folder, which has no place 1
        return
    start = (mails - 1) // UIDS_AT_ONCE * UIDS_AT_ONCE + 1
    yield (f"{start}:*",)
    for first in range(start - UIDS_AT_ONCE, 0, -UIDS_AT_ONCE):
        yield (f"{first}:{first + UIDS_AT_ONCE - 1}",)


def _ranges_of(uids: Sequence[int]) -> str:
    """Return a few ranges that hold all *uids*, without the widest gaps in between.

    A server reads every mail in them. One range could be all of a folder: an old mail
    that is dated to the future is asked for together with the newest.
    """
    known = sorted(uids)
    gaps = [at for at in range(1, len(known)) if known[at] - known[at - 1] > 1]
    widest = nlargest(MOST_RANGES - 1, gaps, lambda at: known[at] - known[at - 1])
    edges = [0, *sorted(widest), len(known)]
    return ",".join(f"{known[a]}:{known[b - 1]}" for a, b in pairwise(edges))


def _body_in(items: dict[bytes, object]) -> bytes | None:
    """Return the part of a mail that was fetched, however the server calls it."""
    for key, value in items.items():
        if key.startswith(b"BODY[") and isinstance(value, bytes):
            return value
    return None


def _name(wire: bytes) -> str:
    """Return the name of a folder for people; a broken one as well as it goes."""
    try:
        return str(imap_utf7.decode(wire))
    except ValueError:
        return wire.decode("utf-8", "replace")


def _flags(flags: Iterable[bytes]) -> frozenset[str]:
    return frozenset(flag.decode("ascii", "replace") for flag in flags)
