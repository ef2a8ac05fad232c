"""What the user's own mail servers say in a mail.

Whoever takes a mail in writes above what was there before (RFC 8601, 4.1), so only what
stands on top may be of the user's own server. Below, anybody may have written it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torimodosu.recovery.mail.judging.party import organisation
from torimodosu.recovery.mail.judging.server_results import (
    MethodResult,
    ServerResults,
    read_results,
)
from torimodosu.recovery.mail.judging.trace import receiver_of
from torimodosu.recovery.mail.signatures.raw_mail import RawMail

_RESULTS = "authentication-results"
_RECEIVED = "received"
_MOST = 50
_NAMELESS = "-"
_PROVING = ("dmarc", "dkim")
_ANY_BELOW = "*."
# Firms whose mail servers bear names of several domains.
_PROVIDERS = (
    ("outlook.com", "office365.com", "microsoft.com", "hotmail.com"),
    ("google.com", "gmail.com", "googlemail.com"),
    ("icloud.com", "me.com", "mac.com", "apple.com"),
    ("docomo.ne.jp", "spmode.ne.jp"),
    ("au.com", "ezweb.ne.jp", "dion.ne.jp"),
    ("softbank.jp", "softbank.ne.jp", "vodafone.ne.jp"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A field of results, and the hops around it.

    Attributes:
        results: What it says.
        above: Who took the mail in after that, each as a `label`, the last first.
        below: Who took it in before that, so too.

    """

    results: ServerResults
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def server(self) -> str:
        """Return whose it is: the name, else who took the mail in last before that."""
        return self.results.server or next(iter(self.below), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the fields of results in a mail come to.

    Attributes:
        top: What the user's own server says, None where it says nothing.
        top_server: Whose the topmost field says that it is, or "".
        others: What stands further down.
        forged: The name of the own server under which the sender wrote, or "".

    """

    top: ServerResults | None
    top_server: str
    others: tuple[ServerResults, ...]
    forged: str


def label(host: str) -> str:
    """Return what a receiving *host* is known by: its provider's registered domain.

    What has no full name, as within the house of a provider, is "-".
    """
    if "." not in host or host.replace(".", "").isdigit():
        return _NAMELESS
    domain = organisation(host)
    return next((group[0] for group in _PROVIDERS if domain in group), domain)


def last_house(mail: RawMail) -> str:
    """Return the `label` of the last server with a full name that took it in, or ""."""
    hops = (label(receiver_of(field.value)) for field in mail.all(_RECEIVED)[:_MOST])
    return next((hop for hop in hops if hop != _NAMELESS), "")


def placed_results(mail: RawMail) -> Sequence[Placed]:
    """Return the fields of results in *mail* with the hops around, from the top."""
    named = list(enumerate(mail.fields))
    hops = [(at, field) for at, field in named if field.name == _RECEIVED][:_MOST]
    told = [(at, field) for at, field in named if field.name == _RESULTS][:_MOST]
    labels = [(at, label(receiver_of(field.value))) for at, field in hops]
    return [
        Placed(
            results=read_results(field.value),
            above=tuple(hop for where, hop in labels if where < at),
            below=tuple(hop for where, hop in labels if where > at),
        )
        for at, field in told
    ]


def told_by_servers(mail: RawMail, trusted: Iterable[str]) -> Told | None:
    """Return what servers say in *mail*, None where they say nothing.

    Fields of several own servers that follow each other count together; what a higher
    one says of a method goes before. Each of *trusted* is believed once.
    """
    fields = placed_results(mail)
    if not fields:
        return None
    left, believed = list(trusted), list[Placed]()
    for field in fields:
        name = next((one for one in left if is_meant(one, field)), None)
        if name is None or (believed and field.above != believed[0].above):
            break
        left.remove(name)
        believed.append(field)
    others = fields[len(believed) :]
    return Told(
        top=_together(believed) if believed else None,
        top_server=fields[0].server,
        others=tuple(one.results for one in others),
        forged=_forged(believed, others),
    )


def is_meant(trusted: str, field: Placed) -> bool:
    """Tell whether *field* is of the server that the entry *trusted* names.

    An entry is a name (RFC 8601, authserv-id), or "*." and what ends all names. Behind
    an "@" may follow the labels of those, parted by commas, who may have taken the mail
    in after that; a field below another's is then not of the server. Only with these
    may the name be empty, as Microsoft leaves it out.
    """
    name, _, labels = trusted.lower().partition("@")
    known = set(labels.split(",")) if labels else set()
    if labels and not known.issuperset(field.above):
        return False
    server = field.results.server
    if name.startswith(_ANY_BELOW):
        return f".{server}".endswith(name[1:])
    if not name:
        return not server and not known.isdisjoint(field.below[:1])
    return server == name


def houses_of(trusted: Iterable[str]) -> frozenset[str]:
    """Return whose the servers are that the entries *trusted* name, as labels.

    Those without a name are left out: Microsoft, which leaves it out, seals as well
    what its customers send.
    """
    names = (one.lower().partition("@")[0].removeprefix(_ANY_BELOW) for one in trusted)
    return frozenset(map(label, names)) - {_NAMELESS}


def _together(fields: Sequence[Placed]) -> ServerResults:
    found: dict[str, Sequence[MethodResult]] = {}
    for field in fields:
        results = field.results
        for method in dict.fromkeys(one.method for one in results.results):
            found.setdefault(method, results.of(method))
    told = tuple(one for results in found.values() for one in results)
    return ServerResults(server=fields[0].server, results=told)


def _forged(believed: Sequence[Placed], others: Sequence[Placed]) -> str:
    """Return the own server's name that the sender has written under, or "".

    A server may write several fields, and may take a mail in twice, as when it was sent
    on. It is forged where the other field contradicts the one on top, and no hop tells
    that the server may have written it before.
    """
    if not believed:
        return ""
    top = believed[-1]
    own = {one.results.server for one in believed if one.results.server}
    houses = {label(server) for server in own}
    said = _together(believed)
    for one in others:
        between = top.below[: len(top.below) - len(one.below)]
        came_twice = not (houses.isdisjoint(top.above) or houses.isdisjoint(between))
        is_own = one.results.server in own and not came_twice
        if is_own and houses.isdisjoint(one.below) and _contradicts(one.results, said):
            return one.results.server
    return ""


def _contradicts(one: ServerResults, said: ServerResults) -> bool:
    """Tell whether *one* lets pass what *said* does not."""
    return any(
        bool(said.of(method))
        and "pass" not in {result.result for result in said.of(method)}
        and "pass" in {result.result for result in one.of(method)}
        for method in _PROVING
    )
