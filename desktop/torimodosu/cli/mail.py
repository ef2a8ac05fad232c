"""`torimodosu mail`: find the mails that matter."""

import time
from argparse import Namespace
from datetime import datetime, tzinfo
from hashlib import sha256

from torimodosu.cli.output import Output, Row, plain
from torimodosu.cli.search import Search, services_of
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, end_of, midnight
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Found

_COLUMNS = ("date", "from", "subject", "service", "kind")


def scan(options: Namespace, tools: Tools, output: Output) -> int:
    """List the relevant mails of the sources; 1 where something was not read.

    A mail is relevant if it claims to come from a service or from a card issuer. One
    that only mentions a service is counted, not listed.

    Raises:
        UnusableError: If a source is not there, nothing of any could be read, the
            service is not known, or no day lies between the two that are named.

    """
    began = time.monotonic()
    catalogue = tools.catalogue()
    services = services_of(options.service, catalogue)
    since, until = _days(options, tools)
    wanted = wanted_for(catalogue, services, since=since, until=until)
    search = Search(options.sources, wanted, tools, output)
    zone = tools.clock.now().tzinfo
    relevant = only_mentioned = 0
    for found in search.mails():
        message = read_message(found.raw, found.quoting)
        classified = classify(message, catalogue)
        if classified.service in services or classified.issuer:
            relevant += 1
            told = _time_here(message.date, zone)
            output.row(_row(found, message, classified), **told)
        else:
            only_mentioned += 1
    unreadable = sum(missed.offset is not None for missed in search.not_covered)
    summary = {
        "messages": sum(source.messages for source in search.covered),
        "bytes": sum(source.size for source in search.covered),
        "relevant": relevant,
        "only_mentioned": only_mentioned,
        "unreadable": unreadable,
        "seconds": round(time.monotonic() - began, 3),
    }
    output.summary({**summary, **search.coverage}, columns=_COLUMNS)
    search.refuse_nothing()
    return Status.ATTENTION if search.not_covered else Status.DONE


def _days(options: Namespace, tools: Tools) -> tuple[datetime | None, datetime | None]:
    """Return the first and the last moment that are asked for."""
    if options.since and options.until and options.since > options.until:
        refusal = f"--since {options.since} is later than --until {options.until}"
        raise UnusableError(refusal)
    clock = tools.clock
    return midnight(options.since, clock), end_of(options.until, clock)


def _time_here(date: datetime | None, zone: tzinfo | None) -> dict[str, str]:
    """Return the *date* of a mail in *zone*: in a table all times read alike."""
    return {} if date is None else {"date": plain(date.astimezone(zone))}


def _row(found: Found, message: Message, classified: Classified) -> Row:
    return {
        "source": found.origin.source,
        "offset": found.origin.offset,
        "length": found.origin.length,
        "sha256": sha256(found.raw).hexdigest(),
        "message_id": message.message_id or None,
        "date": message.date,
        "from": message.sender.address or None,
        "subject": message.subject or None,
        "service": classified.service or None,
        "issuer": classified.issuer or None,
        "kind": classified.kind.value,
    }
