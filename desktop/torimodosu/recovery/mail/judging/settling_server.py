"""Whose word would settle the verdict on one mail.

Of the mails of a case `own_servers` learns which servers are the user's own. One mail
alone tells nothing of that: a sender can write the note of a server too. Only the user
knows whether their mailbox is there.
"""

from dataclasses import dataclass, replace

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Judgement, Settles, Verdict
from torimodosu.recovery.mail.judging.judging import judge
from torimodosu.recovery.mail.judging.own_servers import is_of_house
from torimodosu.recovery.mail.judging.trusted_results import (
    Placed,
    last_house,
    placed_results,
)
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.signatures.raw_mail import read_raw


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingServer:
    """A server that the user did not name as their own.

    Attributes:
        trusted: The entry of `Outside.trusted` by which its note is believed.
        name: How it calls itself, or whose it is.
        calls_itself: Its name (RFC 8601, authserv-id), or "".
        is_of_receiver: Whether it is of the computers that took the mail in at last; a
            note of others is that of the sender, or of who passed the mail on.

    """

    trusted: str
    name: str
    calls_itself: str
    is_of_receiver: bool


def settling_server(
    raw: bytes,
    message: Message,
    judgement: Judgement,
    catalogue: Catalogue,
    outside: Outside,
) -> SettlingServer | None:
    """Return the server whose note on top of the mail *raw* would settle *judgement*.

    None where the verdict stands already, and where the note would settle nothing.
    """
    if Settles.SERVER not in judgement.would_settle:
        return None
    mail = read_raw(raw)
    fields, receiver = placed_results(mail), last_house(mail)
    if not fields:
        return None
    server = _server(fields[0], receiver)
    trusting = replace(outside, trusted=outside.trusted | {server.trusted})
    anew = judge(raw, message, catalogue, trusting)
    return None if anew.verdict is Verdict.CANNOT_TELL else server


def _server(field: Placed, receiver: str) -> SettlingServer:
    name = field.results.server
    labels = ",".join(sorted({receiver, *field.above}))
    return SettlingServer(
        trusted=f"{name}@{labels}",
        name=name or receiver,
        calls_itself=name,
        is_of_receiver=is_of_house(field, receiver),
    )
