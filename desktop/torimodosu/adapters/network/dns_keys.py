"""Asking a name server for the keys of signers (DNS: RFC 1035; DKIM: RFC 6376, 3.6.2).

Whether the answer is signed (DNSSEC) is not looked at: what the name server of this
computer says is taken for true, as for every other address that it looks up.
"""

from collections.abc import Sequence
from typing import Self

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver

from torimodosu.recovery.mail.signatures.key_server import (
    KeyAnswer,
    NoKeyServerError,
    Told,
)

PORT = 53
PATIENCE = 4.0  # seconds for one name, with all repetitions
_SECONDS_FOR_ONE_TRY = 2.0
# As large as a packet gets through everywhere (dnsflagday.net/2020); what is larger
# comes over TCP.
_LARGEST_PACKET = 1232
_MOST_SERVERS = 2
_LONGEST_TEXT = 2**14


class DnsKeys:
    """The `KeyServer` of the rules; waits, so never on the thread of the window."""

    def __init__(
        self, servers: Sequence[str], *, port: int = PORT, patience: float = PATIENCE
    ) -> None:
        self._servers = tuple(servers[:_MOST_SERVERS])
        self._resolver = dns.resolver.Resolver(configure=False)
        self._resolver.nameservers = list(self._servers)
        self._resolver.port = port
        self._resolver.lifetime = patience
        self._resolver.timeout = min(_SECONDS_FOR_ONE_TRY, patience)

    @classmethod
    def of_this_computer(cls) -> Self:
        """Return the name servers that this computer is set to, two at most.

        Raises:
            NoKeyServerError: If it is set to none.

        """
        try:
            known = dns.resolver.Resolver().nameservers
        except (dns.exception.DNSException, OSError):
            raise NoKeyServerError from None
        servers = [server for server in known if isinstance(server, str)]
        if not servers:
            raise NoKeyServerError
        return cls(servers)

    @property
    def host(self) -> str:
        """Return the addresses of those that are asked."""
        return ", ".join(self._servers)

    def ask(self, name: str) -> Told:
        """Return the text at *name*.

        Of several texts, which no domain should have, it is the first with a key.
        """
        told = self._ask(name, packet=_LARGEST_PACKET)
        if told.answer is KeyAnswer.NO_ANSWER:
            # Some old routers drop whatever tells how large a packet may be.
            told = self._ask(name, packet=0)
        return told

    def _ask(self, name: str, *, packet: int) -> Told:
        self._resolver.use_edns(0 if packet else None, 0, packet)
        try:
            found = self._resolver.resolve(
                dns.name.from_text(name), dns.rdatatype.TXT, search=False
            )
        except dns.resolver.NXDOMAIN:
            return Told(answer=KeyAnswer.NO_SUCH_NAME)
        except dns.resolver.NoAnswer:
            return Told(answer=KeyAnswer.NO_TEXT)
        except (dns.exception.DNSException, OSError):
            return Told(answer=KeyAnswer.NO_ANSWER)
        texts = [b"".join(one.strings)[:_LONGEST_TEXT] for one in found]
        chosen = next((text for text in texts if b"p=" in text), texts[0])
        return Told(
            answer=KeyAnswer.RECORD, text=chosen.decode("ascii", errors="replace")
        )
