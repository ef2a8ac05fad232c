"""The mails of a case, found in a mailbox at a provider."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from torimodosu.adapters.mailboxes.matching import Matcher
from torimodosu.adapters.network.imap.folder import FolderSearch, Looking
from torimodosu.adapters.network.imap.line import GivenUpError, Line
from torimodosu.adapters.network.imap.talking import RefusedError
from torimodosu.recovery.mail.search import Finding, NotCovered, Trouble, Wanted
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.folders import Folder, folders_to_read
from torimodosu.recovery.mail.servers.places import account_source, folder_source
from torimodosu.recovery.mail.servers.words import words_to_ask_for
from torimodosu.recovery.progress import Progress

# A server looks at days, of whichever time zone it has.
_LOOSE = timedelta(days=2)
_BEFORE_MAIL = datetime(1971, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A folder to read: its source, and the UIDs of the mails in question."""

    folder: Folder
    source: str
    uids: Sequence[int]


class ImapMailbox:
    """A mailbox at a provider. Implements `recovery.mail.search.Mailboxes`.

    Senders, subjects and dates of all mails in question are looked at here, as those
    in files are. Bodies are searched by the server, and what it finds is looked at here
    once more. What came on a line that broke off is not asked for again.
    """

    def __init__(
        self,
        line: Line,
        account: MailAccount,
        known: Mapping[str, frozenset[int]],
    ) -> None:
        self._line, self._account, self._known = line, account, known

    def search(
        self, sources: Sequence[str], wanted: Wanted, progress: Progress
    ) -> Iterator[Finding]:
        """Yield the wanted mails and what was and was not covered, folder by folder.

        The one source is the mailbox itself. Progress is in mails looked at. A mail
        without a date counts by the day on which the server got it.
        """
        whole = account_source(self._account)
        for other in (source for source in sources if source != whole):
            yield NotCovered(source=other, offset=None, trouble=Trouble.NOT_FOUND)
        try:
            folders = folders_to_read(self._line.ask(lambda one: one.folders()))
        except (GivenUpError, RefusedError) as error:
            yield _missed(whole, error)
            return
        plans: list[_Plan] = []
        for folder in folders:
            progress.report(0, 0)
            try:
                plans.append(self._plan(folder, wanted))
            except (GivenUpError, RefusedError) as error:
                yield _missed(self._named(folder), error)
        looking = Looking(
            matcher=Matcher(wanted),
            words=words_to_ask_for(wanted),
            everything=wanted.everything,
            progress=progress,
            total=sum(len(plan.uids) for plan in plans),
        )
        for plan in plans:
            yield from self._read(plan, looking)

    def _plan(self, folder: Folder, wanted: Wanted) -> _Plan:
        examined = self._line.examine(folder)
        since = _day_of(wanted.since)
        uids = self._line.ask(lambda one: one.uids(examined, since))
        source = folder_source(self._account, folder.name, examined.uid_validity)
        return _Plan(folder=folder, source=source, uids=uids)

    def _read(self, plan: _Plan, looking: Looking) -> Iterator[Finding]:
        known = self._known.get(plan.source, frozenset())
        search = FolderSearch(self._line, plan.source, known, looking)
        try:
            if plan.uids:
                self._line.examine(plan.folder)
            yield from search.run(plan.uids)
        except (GivenUpError, RefusedError) as error:
            yield _missed(plan.source, error)

    def _named(self, folder: Folder) -> str:
        return folder_source(self._account, folder.name, 0)


def _missed(source: str, error: GivenUpError | RefusedError) -> NotCovered:
    is_cut = isinstance(error, GivenUpError)
    trouble = Trouble.CUT_OFF if is_cut else Trouble.SERVER_REFUSED
    return NotCovered(source=source, offset=None, trouble=trouble)


def _day_of(since: datetime | None) -> date | None:
    if since is None or since.astimezone(UTC) < _BEFORE_MAIL:
        return None
    return (since - _LOOSE).date()
