"""Which keys would tell something about a mail, and may be asked for.

Whoever asks for a key tells the domain that publishes it that a mail is being looked
at. A forger puts a name of their own into each mail, and learns in that way which
addresses are read. So only domains of services that are known here are asked.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.judging.party import hosts_of, organisation
from torimodosu.recovery.mail.signatures.arc import sealing_keys
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.key_server import WantedKeys
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

# RFC 1035, section 2.3.4
_LONGEST_NAME = 253
# A signature is looked at, whenever that is.
_ANY_TIME = datetime.max.replace(tzinfo=UTC)


def known_hosts(catalogue: Catalogue) -> frozenset[str]:
    """Return the registered domains of every firm of *catalogue*."""
    return frozenset().union(*(hosts_of(party) for party in catalogue.parties()))


def wanted_keys(raw: bytes, keys: Keys, hosts: frozenset[str]) -> WantedKeys:
    """Return the keys that the signatures of the mail *raw* want beside *keys*.

    A signature of another text fails with any key, so none is wanted for it. *hosts*
    are the registered domains that may be asked. The seals of others who passed the
    mail on prove nothing, so their keys are not even left out.
    """
    mail = read_raw(raw)
    found = verify_dkim(mail, keys, at=_ANY_TIME)
    names = [
        f"{one.selector}._domainkey.{one.domain}"
        for one in found
        if one.outcome is Outcome.NO_KEY
    ]
    wanted = {name: _may_be_asked(name, hosts) for name in names}
    seals = [name for name in sealing_keys(mail) if keys(name) is None]
    wanted |= {name: True for name in seals if _may_be_asked(name, hosts)}
    fitting = {name: may for name, may in wanted.items() if len(name) <= _LONGEST_NAME}
    return WantedKeys(
        names=tuple(name for name, may in fitting.items() if may),
        left_out=tuple(name for name, may in fitting.items() if not may),
    )


def _may_be_asked(name: str, hosts: frozenset[str]) -> bool:
    return organisation(name.partition("._domainkey.")[2]) in hosts


def all_wanted(parts: Iterable[WantedKeys]) -> WantedKeys:
    """Return what several mails want, each name once."""
    names: dict[str, None] = {}
    left_out: dict[str, None] = {}
    for part in parts:
        names |= dict.fromkeys(part.names)
        left_out |= dict.fromkeys(part.left_out)
    return WantedKeys(names=tuple(names), left_out=tuple(left_out))
