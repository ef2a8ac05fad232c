"""`torimodosu mail`: find the mails that matter."""

import time
from argparse import Namespace
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from torimodosu.cli.output import Output, Row, TerminalProgress, coverage
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, midnight, present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Covered, Found, NotCovered

DAY = timedelta(days=1)


def scan(options: Namespace, tools: Tools, output: Output) -> int:
    """List the relevant mails of the sources; 1 where something was not read."""
    began = time.monotonic()
    catalogue = tools.catalogue()
    services = services_of(options.service, catalogue)
    until = midnight(options.until, tools.clock)
    wanted = replace(
        wanted_for(catalogue, services, since=midnight(options.since, tools.clock)),
        until=until and until + DAY,
    )
    covered: list[Covered] = []
    not_covered: list[NotCovered] = []
    relevant = 0
    findings = tools.mailboxes().search(
        present(options.sources), wanted, TerminalProgress()
    )
    for finding in findings:
        match finding:
            case Found():
                message = read_message(finding.raw, finding.quoting)
                classified = classify(message, catalogue)
                if is_relevant(classified, services):
                    relevant += 1
                    output.row(_row(finding, message, classified))
            case Covered():
                covered.append(finding)
            case NotCovered():
                not_covered.append(finding)
    output.summary(
        {
            "messages": sum(source.messages for source in covered),
            "bytes": sum(source.size for source in covered),
            "relevant": relevant,
            "unreadable": sum(missed.offset is not None for missed in not_covered),
            "seconds": round(time.monotonic() - began, 3),
            **coverage(covered, not_covered),
        }
    )
    return 1 if not_covered else 0


def services_of(host: str | None, catalogue: Catalogue) -> list[str]:
    """Return the id of the service that *host* names, or of every service.

    Raises:
        UnusableError: If the catalogue has no such service.

    """
    if host is None:
        return list(catalogue.services)
    service = catalogue.services.get(host) or catalogue.service_of(host)
    if service is None:
        message = (
            f"{host} is not in the catalogue; it has {', '.join(catalogue.services)}"
        )
        raise UnusableError(message)
    return [service.id]


def is_relevant(classified: Classified, services: list[str]) -> bool:
    """Tell whether a mail is about one of *services* or from a card issuer."""
    return classified.service in services or bool(classified.issuer)


def _row(found: Found, message: Message, classified: Classified) -> Row:
    return {
        "source": found.origin.source,
        "offset": found.origin.offset,
        "length": found.origin.length,
        "sha256": sha256(found.raw).hexdigest(),
        "message_id": message.message_id,
        "date": message.date,
        "from": message.sender.address,
        "subject": message.subject,
        "service": classified.service or None,
        "kind": classified.kind.value,
    }
