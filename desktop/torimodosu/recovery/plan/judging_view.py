"""Judging mails: what the window asks the worker for, and what it gets."""

from dataclasses import dataclass, field
from datetime import datetime

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.source import Names
from torimodosu.recovery.mail.judging.judgement import Judgement
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.search import NotCovered
from torimodosu.recovery.mail.signatures.key_server import PublishedKey, WantedKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMail:
    """A kept mail, and whether it is from whom it claims to be from.

    Attributes:
        kept: What is known of it.
        judgement: The verdict and its reasons.
        claims: The name of whom it claims to be from, or None.

    """

    kept: KeptMail
    judgement: Judgement
    claims: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyQuestion:
    """What could be asked, and whom.

    Attributes:
        wanted: The names of keys that would tell more.
        server: The address of the name server; "" where the computer knows none, or
            where nothing is to be asked.

    """

    wanted: WantedKeys = field(default_factory=WantedKeys)
    server: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenServer:
    """A mail server that seems to be the user's own; only they can say that it is.

    Attributes:
        trusted: What is kept once they say so (`OwnServer.trusted`).
        name: What to call it.
        mails: How many mails bear what it noted.
        of: How many mails its computers took in since the first of those.
        first: When the first of those mails was sent.
        last: When the last one was sent.

    """

    trusted: str
    name: str
    mails: int
    of: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailsJudged:
    """What came of judging the mails of a case.

    Attributes:
        judged: How many there are.
        missing: Kept mails whose bytes the archive no longer holds unchanged.
        question: The keys that would tell more.
        servers: The mail servers that seem to be the user's own, and that they have
            not been asked about.

    """

    judged: int
    missing: int
    question: KeyQuestion = field(default_factory=KeyQuestion)
    servers: tuple[SeenServer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeLoose:
    """Judge mails that belong to no case: those in *files*, or a *pasted* source.

    `keys` are those that were looked up for them before, `trusted` the entries of the
    servers that the user says are their own, for these mails alone.
    """

    files: tuple[str, ...] = ()
    pasted: str = field(default="", repr=False)
    keys: tuple[PublishedKey, ...] = ()
    trusted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedServer:
    """A server whose note on top of *mails* mails would settle the verdict on them.

    `trusted` is its entry, `name` what to call it.
    """

    trusted: str
    name: str
    mails: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseJudged:
    """What came of judging them.

    Attributes:
        judged: How many there are.
        not_covered: What could not be read, and why.
        has_more: Whether there are more mails than are shown.
        is_no_mail: Whether what was pasted is no source of a mail.
        question: The keys that would tell more.
        servers: The servers whose word would settle something, were they the user's.

    """

    judged: int
    not_covered: tuple[NotCovered, ...] = ()
    has_more: bool = False
    is_no_mail: bool = False
    question: KeyQuestion = field(default_factory=KeyQuestion)
    servers: tuple[NotedServer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchKeys:
    """Ask the name server for the keys with *names*, after the person pressed so.

    `is_for_archive` puts them into the archive of the case.
    """

    case: Case | None
    names: tuple[str, ...]
    is_for_archive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysFetched:
    """What came of asking.

    Attributes:
        keys: What was published, also that nothing was.
        unanswered: The names for which nobody answered.
        has_no_server: Whether the computer knows no name server.

    """

    keys: tuple[PublishedKey, ...] = ()
    unanswered: tuple[str, ...] = ()
    has_no_server: bool = False
