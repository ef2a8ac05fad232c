"""One pass over the mails of one folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from torimodosu.adapters.mailboxes.bodies import texts
from torimodosu.adapters.mailboxes.dates import read_date
from torimodosu.adapters.mailboxes.headers import headline, split
from torimodosu.adapters.mailboxes.matching import Matcher
from torimodosu.adapters.mailboxes.scanning import LARGEST_MAIL
from torimodosu.adapters.network.imap.connection import Head, ImapConnection
from torimodosu.adapters.network.imap.line import Line
from torimodosu.adapters.network.imap.talking import RefusedError
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.search import (
    Covered,
    Finding,
    Found,
    KeptBefore,
    NotCovered,
    Trouble,
)
from torimodosu.recovery.mail.servers.words import halves_of
from torimodosu.recovery.progress import Progress

T = TypeVar("T")

HEADS_AT_ONCE = 500
_MOST_STUMBLES = 20
_MAILS_AT_ONCE = 50
_BYTES_AT_ONCE = 512 * 2**10  # what a line that breaks off has to bring once more
# No mail is newer than its arrival, apart from clocks that go wrong by some hours.
_CLOCKS_DIFFER_BY = timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class Looking:
    """What is looked for in all folders, and how many mails were looked at by now."""

    matcher: Matcher
    words: Sequence[str]
    everything: bool
    progress: Progress
    total: int
    done: int = 0

    def report(self, further: int = 0) -> None:
        """Tell how far it is; raises `Cancelled` if it must stop."""
        self.done += further
        self.progress.report(self.done, self.total)


@dataclass(slots=True)
class _Seen:
    """What was seen of a folder by now."""

    messages: int = 0
    size: int = 0
    newest: datetime | None = None
    kept_before: int = 0
    unsearched: bool = field(default=False)


class FolderSearch:
    """Looks through the folder that the line has examined, some mails at a time."""

    def __init__(
        self, line: Line, source: str, known: frozenset[int], looking: Looking
    ) -> None:
        self._line, self._source, self._known = line, source, known
        self._looking = looking
        self._seen = _Seen()
        self._stumbles = 0

    def run(self, uids: Sequence[int]) -> Iterator[Finding]:
        """Yield what is found among the mails with *uids*, and what was covered.

        Raises:
            GivenUpError: If the connection broke off for good.
            RefusedError: If the server does not show the folder.
            Cancelled: If the user wishes so.

        """
        for start in range(0, len(uids), HEADS_AT_ONCE):
            some = uids[start : start + HEADS_AT_ONCE]
            yield from self._some(some)
            self._looking.report(len(some))
        seen = self._seen
        if seen.kept_before:
            yield KeptBefore(source=self._source, messages=seen.kept_before)
        if seen.unsearched:
            yield self._not_covered(None, Trouble.BODY_NOT_SEARCHED)
        yield Covered(
            source=self._source,
            messages=seen.messages,
            size=seen.size,
            newest=seen.newest,
        )

    def _some(self, uids: Sequence[int]) -> Iterator[Finding]:
        self._looking.report()
        heads, unreadable = self._in_parts(ImapConnection.heads, uids)
        for uid in unreadable:
            yield self._not_covered(uid, Trouble.UNREADABLE)
        by_headline, others = [], []
        for uid, head in heads.items():
            row = self._look_at(head)
            if not row.is_in_window:
                continue
            if uid in self._known:
                self._seen.kept_before += 1
            elif self._looking.everything or row.is_wanted:
                by_headline.append(uid)
            else:
                others.append(uid)
        self._looking.report()
        mentioned = self._mentioned(others)
        fetching = {uid: heads[uid].size for uid in sorted({*by_headline, *mentioned})}
        yield from self._fetch(fetching, sure=frozenset(by_headline))

    def _look_at(self, head: Head) -> "_Row":
        """Compare what stands in the header, as that of a mail in a file is."""
        matcher, seen = self._looking.matcher, self._seen
        line = headline(b"\n" + head.header)
        moment = read_date(line.date) or head.received
        seen.messages += 1
        seen.size += head.size
        if moment and _is_credible(moment, head.received):
            seen.newest = max(moment, seen.newest or moment)
        return _Row(
            is_in_window=matcher.in_window(moment),
            is_wanted=matcher.in_headline(line.text),
        )

    def _mentioned(self, uids: Sequence[int]) -> frozenset[int]:
        """Return which mails the server says have a wanted word in them."""
        asked_for = self._looking.words
        if not uids or not asked_for:
            return frozenset()
        found = self._line.ask(lambda one: one.mentions(asked_for, uids))
        self._seen.unsearched |= not found.is_complete
        return found.uids

    def _fetch(
        self, sizes: Mapping[int, int], *, sure: frozenset[int]
    ) -> Iterator[Finding]:
        for uid in [uid for uid, size in sizes.items() if size > LARGEST_MAIL]:
            yield self._not_covered(uid, Trouble.TOO_LARGE)
        fitting = {uid: size for uid, size in sizes.items() if size <= LARGEST_MAIL}
        for group in _groups(fitting):
            self._looking.report()
            raws, unreadable = self._in_parts(ImapConnection.raws, group)
            for uid in group:
                raw = raws.get(uid)
                if uid in unreadable:
                    yield self._not_covered(uid, Trouble.UNREADABLE)
                elif raw is None:
                    yield self._not_covered(uid, Trouble.DELETED)
                elif uid in sure or self._says(raw):
                    yield Found(origin=self._origin(uid, raw), raw=raw)

    def _in_parts(
        self,
        question: Callable[[ImapConnection, Sequence[int]], dict[int, T]],
        uids: Sequence[int],
    ) -> tuple[dict[int, T], Sequence[int]]:
        """Return what is answered, and for which mails nothing that can be read is.

        One mail may be so broken that the server stumbles over it, or its answer is no
        IMAP; the others are then asked for without it.

        Raises:
            RefusedError: If that is so for many: then it is not the mails.

        """
        try:
            return self._line.ask(lambda one: question(one, uids)), ()
        except RefusedError:
            if len(uids) > 1:
                one, other = (
                    self._in_parts(question, part) for part in halves_of(uids)
                )
                return one[0] | other[0], [*one[1], *other[1]]
            self._stumbles += 1
            if self._stumbles > _MOST_STUMBLES:
                raise
            return {}, uids

    def _says(self, raw: bytes) -> bool:
        """Tell whether a mail names what is wanted; a server may be less exact."""
        header, body = split(raw, 0, len(raw))
        matcher = self._looking.matcher
        return any(matcher.in_bytes(*t) for t in texts(raw, header, body, len(raw)))

    def _origin(self, uid: int, raw: bytes) -> Origin:
        return Origin(source=self._source, offset=uid, length=len(raw))

    def _not_covered(self, uid: int | None, trouble: Trouble) -> NotCovered:
        return NotCovered(source=self._source, offset=uid, trouble=trouble)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    is_in_window: bool
    is_wanted: bool


def _is_credible(moment: datetime, received: datetime | None) -> bool:
    """Tell whether a mail can be of *moment*; spam is dated to stand on top."""
    return received is None or moment <= received + _CLOCKS_DIFFER_BY


def _groups(sizes: Mapping[int, int]) -> Iterator[Sequence[int]]:
    """Yield UIDs together whose mails are fetched at once: a few, or one large one."""
    group: list[int] = []
    size = 0
    for uid, bytes_ in sizes.items():
        if group and (len(group) == _MAILS_AT_ONCE or size + bytes_ > _BYTES_AT_ONCE):
            yield group
            group, size = [], 0
        group.append(uid)
        size += bytes_
    if group:
        yield group
