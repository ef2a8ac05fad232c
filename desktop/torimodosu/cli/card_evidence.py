"""What mails and statements say about cards, read for one command."""

from argparse import Namespace
from dataclasses import dataclass
from hashlib import sha256

from torimodosu.cli.dkim_keys import read_dkim_keys
from torimodosu.cli.output import Output
from torimodosu.cli.search import Search
from torimodosu.cli.statement_troubles import missed_statement
from torimodosu.cli.statements import read_file
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.signing_keys import looked_up
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.read_mail import read_mail
from torimodosu.recovery.orders.joining import JAPAN
from torimodosu.recovery.orders.judged import OrderReading
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.plan.card_notices import NoticeReading, NoticesRead
from torimodosu.recovery.statements.loose_log import FileRead
from torimodosu.recovery.statements.statement import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEvidence:
    """What was read.

    Attributes:
        orders: What was ordered, each order once.
        notices: What the mails of issuers tell of uses.
        files: The statements.
        search: The pass over the mails, which is done.
        missed: Statements that were not read, as the summary tells them.

    """

    orders: tuple[Order, ...]
    notices: NoticesRead
    files: tuple[FileRead, ...]
    search: Search
    missed: tuple[dict[str, str | None], ...]


def read_evidence(
    options: Namespace, catalogue: Catalogue, tools: Tools, output: Output
) -> CardEvidence:
    """Read the mails and statements that *options* name.

    Raises:
        UnusableError: If one is not there, if the file of keys cannot be read, or not
            one statement could be.

    """
    present(options.statement)
    wanted = wanted_for(catalogue, catalogue.services)
    search = Search(options.mail, wanted, tools, output)
    files, missed = _files(options, catalogue, tools)
    outside = Outside(
        keys=looked_up(read_dkim_keys(options.dkim_keys, tools)),
        trusted=frozenset(name.lower() for name in options.trust),
        at=tools.clock.now(),
    )
    orders, notices = _mails(search, catalogue, outside)
    return CardEvidence(
        orders=orders, notices=notices, files=files, search=search, missed=missed
    )


def _files(
    options: Namespace, catalogue: Catalogue, tools: Tools
) -> tuple[tuple[FileRead, ...], tuple[dict[str, str | None], ...]]:
    files: list[FileRead] = []
    missed: list[dict[str, str | None]] = []
    for path in dict.fromkeys(options.statement):
        read = read_file(path, "", catalogue, tools)
        if isinstance(read, Refused):
            missed.append(missed_statement(str(path), read))
        else:
            files.append(FileRead(str(path), read))
    if not files:
        message = f"{missed[0]['what']}: {missed[0]['advice']}"
        raise UnusableError(message)
    return tuple(files), tuple(missed)


def _mails(
    search: Search, catalogue: Catalogue, outside: Outside
) -> tuple[tuple[Order, ...], NoticesRead]:
    notices, reading = NoticeReading(catalogue=catalogue), OrderReading()
    for found in search.mails():
        mail = read_mail(found.raw, found.quoting, catalogue, outside)
        key = sha256(found.raw).hexdigest()
        notices.read(mail.message, key, mail.claims, mail.verdict)
        reading.read(mail.message, mail=key, found=mail.claims, verdict=mail.verdict)
    orders = reading.orders(zone=outside.at.tzinfo or JAPAN)
    real = tuple(order for order in orders if not order.is_forged)
    return real, notices.result(until=outside.at)
