"""Which mail servers are the user's own, learnt from the mails of their mailboxes.

What a server notes in a mail (RFC 8601) may be believed only where it is the user's
own. A sender can write the same above a forged mail, but not into all the other mails
that the same server took in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from torimodosu.recovery.mail.judging.judgement import Code, Judgement, Verdict
from torimodosu.recovery.mail.judging.party import are_aligned, organisation
from torimodosu.recovery.mail.judging.server_results import ServerResults
from torimodosu.recovery.mail.judging.trusted_results import (
    Placed,
    label,
    last_house,
    placed_results,
)
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

_LEAST_MAILS = 5
_LEAST_UNSUSPECTED = 3
_LEAST_SENDERS = 2
_SHORTEST = timedelta(days=1)
_SHARE = 0.9
_FOREIGN = {Code.SENDER_IS_FOREIGN, Code.SENDER_LOOKS_ALIKE}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnServer:
    """A server that seems to be the user's own; only they can say that it is.

    Attributes:
        trusted: What to keep once they say so. Its words, parted by blanks, are entries
            of `Outside.trusted`.
        name: What to call it: how it calls itself, or whose it is.
        receiver: The registered domain of the computers that took the mails in.
        mails: How many mails bear what it noted.
        of: How many mails these computers took in since the first of those.
        first: When the first of those mails was sent.
        last: When the last one was sent.

    """

    trusted: str
    name: str
    receiver: str
    mails: int
    of: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How a mail says that it came into its mailbox.

    Attributes:
        receiver: Whose computers took it in at last, as far as they have a full name.
        servers: The names under which something is noted on top, "" for no name.
        above: Who took the mail in after that was noted.
        sender: The registered domain of the sender's address.
        at: When it was sent.
        is_suspect: Whether it is not genuine.
        is_wrong: Whether what is noted on top vouches for a mail that is not genuine.

    """

    receiver: str
    servers: tuple[str, ...]
    above: frozenset[str]
    sender: str
    at: datetime
    is_suspect: bool
    is_wrong: bool


def read_arrival(raw: bytes, message: Message, judgement: Judgement) -> Arrival | None:
    """Return how the mail with the bytes *raw* came, None where it does not tell.

    A draft or a sent mail tells of no server that took it in, and a mail without a date
    does not tell since when.
    """
    mail = read_raw(raw)
    fields = placed_results(mail)
    receiver = last_house(mail)
    if not receiver or message.date is None or message.date.tzinfo is None:
        return None
    top = [one for one in fields if one.above == fields[0].above]
    house = [one for one in top if is_of_house(one, receiver)]
    host = message.sender.address.rpartition("@")[2].lower()
    is_suspect = judgement.verdict is Verdict.NOT_GENUINE
    is_foreign = any(reason.code in _FOREIGN for reason in judgement.reasons)
    vouched = any(_vouches(one.results, host) for one in house)
    return Arrival(
        receiver=receiver,
        servers=tuple(dict.fromkeys(one.results.server for one in house)),
        above=frozenset(house[0].above) if house else frozenset(),
        sender=organisation(host),
        at=message.date,
        is_suspect=is_suspect,
        is_wrong=is_suspect and not is_foreign and vouched,
    )


def find_own_servers(arrivals: Iterable[Arrival]) -> tuple[OwnServer, ...]:
    """Return the servers that seem to be the user's own, the busiest first.

    Such a server names itself after the computers that took the mails in, and has noted
    something in nearly all mails that these took in since it began to. It did so for
    several mails of different senders that are not suspect, on more than one day.
    """
    houses: dict[str, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        houses[arrival.receiver].append(arrival)
    found = [_server_of(house) for house in houses.values()]
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: (-one.mails, one.trusted)))


def _server_of(house: Sequence[Arrival]) -> OwnServer | None:
    """Return the server of those that one *house* took in.

    Providers note under one name, under several in one mail, or under the name of each
    single computer.
    """
    names = sorted({name for arrival in house for name in arrival.servers})
    found = [(name, _bearing(house, {name})) for name in names]
    known = [(name, bearing) for name, bearing in found if bearing]
    if not known and len(names) > 1:
        ending, bearing = _ending(names), _bearing(house, set(names))
        known = [(f"*.{ending}", bearing)] if label(ending) == house[0].receiver else []
    if not any(bearing for _, bearing in known):
        return None
    right = max((bearing for _, bearing in known), key=len)
    receiver, first = house[0].receiver, min(one.at for one in right)
    labels = ",".join(sorted({receiver}.union(*(one.above for one in right))))
    shown = known[0][0] if len(known) == 1 else ""
    return OwnServer(
        trusted=" ".join(f"{name}@{labels}" for name, _ in known),
        name=shown.removeprefix("*.") or receiver,
        receiver=receiver,
        mails=len(right),
        of=sum(one.at >= first for one in house),
        first=first,
        last=max(one.at for one in right),
    )


def _bearing(house: Sequence[Arrival], names: set[str]) -> Sequence[Arrival]:
    """Return the mails that bear a note under *names*; none where that proves little.

    Where it vouches for a mail that is not genuine, the sender wrote it.
    """
    right = [
        one for one in house if not names.isdisjoint(one.servers) and not one.is_wrong
    ]
    unsuspected = [one for one in right if not one.is_suspect]
    if len(right) < _LEAST_MAILS or len(unsuspected) < _LEAST_UNSUSPECTED:
        return ()
    first, last = min(one.at for one in right), max(one.at for one in right)
    since = sum(one.at >= first for one in house)
    is_enough = (
        len({one.sender for one in unsuspected}) >= _LEAST_SENDERS
        and last - first >= _SHORTEST
        and len(right) >= _SHARE * since
    )
    return right if is_enough else ()


def _ending(names: Sequence[str]) -> str:
    """Return the domain that all *names* end in, or ""."""
    common: list[str] = []
    for same in zip(*(reversed(name.split(".")) for name in names), strict=False):
        if len(set(same)) > 1:
            break
        common.insert(0, same[0])
    return ".".join(common)


def is_of_house(field: Placed, receiver: str) -> bool:
    """Tell whether a field is of the computers around it, and these of *receiver*."""
    around = {*field.above[-1:], *field.below[:1]}
    name = field.results.server
    if not name:
        return around == {receiver}
    return label(name) == receiver and receiver in around


def _vouches(results: ServerResults, host: str) -> bool:
    return any(
        one.result == "pass"
        and are_aligned(one.properties.get("header.from", ""), host)
        for one in results.of("dmarc")
    )
