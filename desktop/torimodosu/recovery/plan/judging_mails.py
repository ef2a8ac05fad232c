"""Judging every mail of a case, and mails that belong to none."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.signing_keys import looked_up
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.judging.across import Mark, Marking, judged_together
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Settles
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.own_servers import (
    Arrival,
    OwnServer,
    find_own_servers,
    read_arrival,
)
from torimodosu.recovery.mail.judging.settling_server import (
    SettlingServer,
    settling_server,
)
from torimodosu.recovery.mail.judging.wanted_keys import (
    all_wanted,
    known_hosts,
    wanted_keys,
)
from torimodosu.recovery.mail.keeping import kept_mail
from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.reader import read_message, unquote_from
from torimodosu.recovery.mail.search import (
    EVERYTHING,
    Found,
    Mailboxes,
    NotCovered,
)
from torimodosu.recovery.mail.signatures.key_server import WantedKeys
from torimodosu.recovery.mail.signatures.outcome import Keys
from torimodosu.recovery.plan.judging_view import (
    JudgedMail,
    JudgeLoose,
    KeyQuestion,
    LooseJudged,
    MailsJudged,
    NotedServer,
    SeenServer,
)
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.recovery.plan.showing import MailDesk, party_of, shown
from torimodosu.recovery.progress import Progress

# Whoever has more of them has a mailbox, which is for the case.
MOST_LOOSE = 50
_PASTED = ""

NameServer = Callable[[], str]
"""Returns the address of the name server that would be asked, "" where none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDesk:
    """What the mails of a case are judged with.

    Attributes:
        mails: What they are looked at with.
        kept: What is known of them.
        answered: The entries of servers that the user has been asked about.
        name_server: Tells who would be asked for keys.
        changed_at: When the user says that they changed the account themselves.

    """

    mails: MailDesk
    kept: Iterable[KeptMail]
    answered: frozenset[str]
    name_server: NameServer
    changed_at: tuple[datetime, ...] = ()


def judge_mails(
    desk: CaseDesk, *, tell: Callable[[JudgedMail], None], progress: Progress
) -> MailsJudged:
    """Judge the kept mails, *tell* of each, and return what would tell more.

    What the mails tell about each other is known once all of them were read.

    Raises:
        Cancelled: If the user wishes so.

    """
    catalogue = desk.mails.catalogue
    mails = {mail.sha256: mail for mail in desk.kept}
    read = _read(mails, desk.mails, progress)
    together = judged_together(read.marks, changed_at=desk.changed_at)
    for key, judgement in together.items():
        party = party_of(judgement, catalogue)
        claims = None if party is None else party.name
        tell(JudgedMail(kept=mails[key], judgement=judgement, claims=claims))
    progress.report(len(mails), len(mails))
    return MailsJudged(
        judged=len(read.marks),
        missing=len(mails) - len(read.marks),
        question=_question(read.wanted, desk.name_server),
        servers=tuple(
            _seen(server)
            for server in find_own_servers(read.arrivals)
            if not _is_answered(server, desk.answered)
        ),
    )


@dataclass(slots=True)
class _Read:
    """What the mails of a case were found to be, one by one."""

    marks: list[Mark] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    wanted: list[WantedKeys] = field(default_factory=list)


def _read(mails: Mapping[str, KeptMail], tools: MailDesk, progress: Progress) -> _Read:
    hosts, marking = known_hosts(tools.catalogue), Marking(tools.catalogue)
    read = _Read()
    for number, mail in enumerate(mails.values()):
        progress.report(number, len(mails))
        try:
            raw = unquote_from(tools.archive.read(mail.sha256), mail.quoting)
        except KeyError:
            continue
        message = read_message(raw)
        judgement = judge(raw, message, tools.catalogue, tools.outside)
        read.marks.append(marking.mark(mail.sha256, message, mail.kind, judgement))
        arrival = read_arrival(raw, message, judgement)
        read.arrivals += [] if arrival is None else [arrival]
        read.wanted.append(wanted_keys(raw, tools.outside.keys, hosts))
    return read


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseDesk:
    """What mails are judged with that belong to no case."""

    mailboxes: Mailboxes
    catalogue: Catalogue
    outside: Outside
    name_server: NameServer


def judge_loose(
    request: JudgeLoose,
    desk: LooseDesk,
    *,
    tell: Callable[[ShownMail], None],
    progress: Progress,
) -> LooseJudged:
    """Judge the mails that *request* names, `MOST_LOOSE` at most, and *tell* of each.

    Raises:
        Cancelled: If the user wishes so.

    """
    outside = _with_words(request, desk.outside)
    hosts = known_hosts(desk.catalogue)
    wanted: list[WantedKeys] = []
    not_covered: list[NotCovered] = []
    servers: list[SettlingServer] = []
    has_more = False
    for finding in _findings(request, desk, progress):
        if isinstance(finding, NotCovered):
            not_covered.append(finding)
            continue
        has_more = len(wanted) == MOST_LOOSE
        if has_more:
            break
        raw = unquote_from(finding.raw, finding.quoting)
        row = _row(finding, raw, desk.catalogue)
        one = shown(row, raw, desk.catalogue, outside)
        tell(one)
        servers += _settling(raw, one, desk.catalogue, outside)
        wanted.append(wanted_keys(raw, outside.keys, hosts))
    return LooseJudged(
        judged=len(wanted),
        not_covered=tuple(not_covered),
        has_more=has_more,
        is_no_mail=bool(request.pasted) and not wanted,
        question=_question(wanted, desk.name_server),
        servers=_noted(servers),
    )


def _settling(
    raw: bytes, mail: ShownMail, catalogue: Catalogue, outside: Outside
) -> list[SettlingServer]:
    judgement = mail.judgement
    if judgement is None or Settles.SERVER not in judgement.would_settle:
        return []  # before the mail is parted once more
    message = read_message(raw)
    found = settling_server(raw, message, judgement, catalogue, outside)
    return [] if found is None or not found.is_of_receiver else [found]


def _noted(servers: Iterable[SettlingServer]) -> tuple[NotedServer, ...]:
    """Return each server once, the one of the most mails first."""
    return tuple(
        NotedServer(trusted=server.trusted, name=server.name, mails=mails)
        for server, mails in Counter(servers).most_common()
    )


def _with_words(request: JudgeLoose, outside: Outside) -> Outside:
    """Return *outside* with the keys and the servers of *request*."""
    trusted = outside.trusted.union(request.trusted)
    return replace(outside, keys=_either(request, outside), trusted=trusted)


def _either(request: JudgeLoose, outside: Outside) -> Keys:
    """Return the look-up in the keys that were looked up, and else *outside*."""
    known = looked_up(request.keys)

    def look_up(name: str) -> bytes | None:
        text = known(name)
        return outside.keys(name) if text is None else text

    return look_up


def _findings(
    request: JudgeLoose, desk: LooseDesk, progress: Progress
) -> Iterable[Found | NotCovered]:
    if request.pasted.strip():
        # Blank lines above would end the header before it began.
        raw = request.pasted.lstrip().encode(errors="replace")
        if read_message(raw).sender.address:
            yield Found(
                origin=Origin(source=_PASTED, offset=0, length=len(raw)), raw=raw
            )
    if request.files:
        for finding in desk.mailboxes.search(request.files, EVERYTHING, progress):
            if isinstance(finding, Found | NotCovered):
                yield finding


def _row(found: Found, raw: bytes, catalogue: Catalogue) -> KeptMail:
    message = read_message(raw)
    sha256 = hashlib.sha256(found.raw).hexdigest()
    return kept_mail(found, sha256, message, classify(message, catalogue))


def _question(wanted: Iterable[WantedKeys], name_server: NameServer) -> KeyQuestion:
    everything = all_wanted(wanted)
    server = name_server() if everything.names else ""
    return KeyQuestion(wanted=everything, server=server)


def _seen(server: OwnServer) -> SeenServer:
    return SeenServer(
        trusted=server.trusted,
        name=server.name,
        mails=server.mails,
        of=server.of,
        first=server.first,
        last=server.last,
    )


def _is_answered(server: OwnServer, answered: frozenset[str]) -> bool:
    return answered.issuperset(server.trusted.split())
