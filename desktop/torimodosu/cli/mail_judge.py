"""`torimodosu mail judge`: tell whether mails are from whom they claim to be."""

import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from torimodosu.cli.dkim_keys import OnlineKeys, asking_online, read_dkim_keys
from torimodosu.cli.judgement_words import told
from torimodosu.cli.output import Output, Row
from torimodosu.cli.search import Search
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.judging.across import Mark, Marking, judged_together
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Judgement, Settles, Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.settling_server import settling_server
from torimodosu.recovery.mail.judging.wanted_keys import known_hosts
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message, unquote_from
from torimodosu.recovery.mail.search import EVERYTHING, Found

_MOST_TRIED = 20
_COLUMNS = ("from", "subject", "claims", "verdict", "confidence", "why")


def mail_judge(options: Namespace, tools: Tools, output: Output) -> int:
    """Judge every mail; 1 where one is not genuine, or something was not read.

    Raises:
        UnusableError: If nothing of any source, or the file of keys, can be read, or
            nobody can be asked for keys.

    """
    began = time.monotonic()
    catalogue = tools.catalogue()
    online = OnlineKeys(
        read_dkim_keys(options.dkim_keys, tools),
        asking_online(tools, is_online=options.online),
        known_hosts(catalogue),
    )
    outside = Outside(
        keys=online.keys,
        trusted=frozenset(name.lower() for name in options.trust),
        at=options.at or tools.clock.now(),
    )
    search = Search(options.sources, EVERYTHING, tools, output)
    servers = _Servers(catalogue, outside)
    judgements = _judge_all(search, online, servers, output)
    verdicts = Counter(judgement.verdict for judgement in judgements)
    summary = {
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "seconds": round(time.monotonic() - began, 3),
        **online.summary,
        "servers": servers.told,
    }
    coverage = search.coverage_with(online.missed)
    output.summary({**summary, **coverage}, columns=_COLUMNS)
    search.refuse_nothing()
    is_bad = bool(verdicts[Verdict.NOT_GENUINE] or coverage["not_covered"])
    return Status.ATTENTION if is_bad else Status.DONE


def _judge_all(
    search: Search,
    online: OnlineKeys,
    servers: "_Servers",
    output: Output,
) -> Sequence[Judgement]:
    catalogue, outside = servers.catalogue, servers.outside
    marking, rows, marks = Marking(catalogue), list[_Judged](), list[Mark]()
    for found in search.mails():
        raw = unquote_from(found.raw, found.quoting)
        message = read_message(raw)
        online.ask_for(raw)
        claimed = classify(message, catalogue)
        judgement = judge(raw, message, catalogue, outside, claimed=claimed)
        servers.look(raw, message, judgement)
        mark = marking.mark(str(len(marks)), message, claimed.kind, judgement)
        marks.append(mark)
        rows.append(_judged(found, message))
    # What the mails tell about each other is known once all of them were read.
    judgements = tuple(judged_together(marks).values())
    for one, judgement in zip(rows, judgements, strict=True):
        why = "; ".join(told(reason) for reason in judgement.reasons[:1])
        row = _row(one, judgement)
        output.row(row, **{"from": one.sender, "subject": one.subject}, why=why)
    return judgements


@dataclass(slots=True)
class _Servers:
    """Finds the servers whose word would settle something, were they the user's."""

    catalogue: Catalogue
    outside: Outside
    _found: dict[str, str] = field(default_factory=dict)
    _tried: int = 0

    def look(self, raw: bytes, message: Message, judgement: Judgement) -> None:
        """Look whether the server on top of one more mail is such a one.

        Only a few mails are judged twice: a mailbox holds many of the same server.
        """
        if Settles.SERVER not in judgement.would_settle or self._tried == _MOST_TRIED:
            return
        self._tried += 1
        server = settling_server(raw, message, judgement, self.catalogue, self.outside)
        if server is not None:
            self._found[server.calls_itself or server.trusted] = server.name

    @property
    def told(self) -> list[Row]:
        """Return what to say of them."""
        return [
            {
                "trust": entry,
                "advice": f"if {name} is the server of your own mail provider, judge"
                f" again with --trust {entry}",
            }
            for entry, name in self._found.items()
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What a row says of a mail beside its judgement."""

    origin: Origin
    message_id: str
    sender: str
    subject: str


def _judged(found: Found, message: Message) -> _Judged:
    return _Judged(
        origin=found.origin,
        message_id=message.message_id,
        sender=message.sender.address,
        subject=message.subject,
    )


def _row(one: _Judged, judgement: Judgement) -> Row:
    return {
        "source": one.origin.source,
        "offset": one.origin.offset,
        "message_id": one.message_id or None,
        "claims": judgement.claims or None,
        "verdict": judgement.verdict.value,
        "confidence": judgement.confidence,
        "reasons": [
            {
                "code": reason.code.value,
                "weighs": reason.weighs.value,
                "detail": told(reason),
            }
            for reason in judgement.reasons
        ],
        "would_settle": [way.value for way in judgement.would_settle],
    }
