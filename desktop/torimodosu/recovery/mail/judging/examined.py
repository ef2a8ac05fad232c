"""A mail laid out for judging."""

from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.judging.party import (
    Party,
    are_aligned,
    organisation,
)
from torimodosu.recovery.mail.judging.server_results import ServerResults
from torimodosu.recovery.mail.judging.trace import Hop
from torimodosu.recovery.mail.judging.trusted_results import label, last_house
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome, Verified
from torimodosu.recovery.mail.signatures.raw_mail import RawMail

# The text is looked at before the key is.
_TEXT_FITS = {Outcome.PASS, Outcome.NO_KEY, Outcome.KEY_GONE, Outcome.KEY_UNUSABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What a judgement needs that is not in the mail.

    Attributes:
        keys: Looks the keys of signers up.
        trusted: The names (RFC 8601, authserv-id) of the user's own mail servers.
        at: The moment to judge by.

    """

    keys: Keys
    trusted: frozenset[str]
    at: datetime

    @classmethod
    def unaided(cls, at: datetime) -> "Outside":
        """Return what there is where no key is known and no server is trusted."""
        return cls(keys=_no_key, trusted=frozenset(), at=at)


def _no_key(_name: str) -> None:
    """Know no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A mail and whom it claims to be from.

    Attributes:
        message: What it says.
        forwarded: The mail that claims to be of the party, where this one forwards it.
        raw: Its fields and its body.
        party: Whom it claims to come from.
        hosts: The registered domains of the party.
        host: The host of the sender's address, in lower case, or "".
        is_address_right: Whether that is a host of the party.
        is_sender_known: Whether the party is known to send from there.
        is_by_others: Whether the party passes on there what others write.
        is_read_one_way: Whether what was signed or checked is what is shown.
        is_named_in_sender: Whether the sender's name or address claims the party, and
            not the subject alone.
        is_of_list: Whether a mailing list passed it on.
        hops: The way it went, the last server first.
        signatures: What came of each signature in it, the topmost first.

    """

    message: Message
    forwarded: Message | None
    raw: RawMail
    party: Party
    hosts: frozenset[str]
    host: str
    is_address_right: bool
    is_sender_known: bool
    is_by_others: bool
    is_read_one_way: bool
    is_named_in_sender: bool
    is_of_list: bool
    hops: tuple[Hop, ...]
    signatures: tuple[Verified, ...]

    @property
    def own_signatures(self) -> tuple[Verified, ...]:
        """Return the signatures of the sender's own domain."""
        found = self.signatures
        return tuple(one for one in found if are_aligned(one.domain, self.host))

    @property
    def has_signed_text(self) -> bool:
        """Tell whether the text is still that of a signature of the sender's domain."""
        return any(
            one.outcome in _TEXT_FITS and not one.is_partial
            for one in self.own_signatures
        )

    @property
    def can_be_proven(self) -> bool:
        """Tell whether a proof for the sender's domain is one for what is shown."""
        is_of_party = self.is_sender_known and not self.is_by_others
        return is_of_party and self.is_read_one_way

    @property
    def are_links_known(self) -> bool:
        """Tell whether it is known where mails of the party link to.

        Of firms that one cannot sign in to here no more is known than who they are.
        """
        return not isinstance(self.party, Service) or bool(self.party.login_domains)

    @property
    def was_sent_on(self) -> bool:
        """Tell whether somebody else says that they had the mail of the party.

        Whoever forges a mail can say so as well.
        """
        last = last_house(self.raw)
        return any(
            self.is_of_party(hop.name) and label(hop.by) != last
            for hop in self.hops
            if hop.is_public
        )

    @property
    def foreign_reply_host(self) -> str:
        """Return the host that answers go to where it is not the party's, or ""."""
        reply = self.message.reply_to
        host = reply.address.rpartition("@")[2].lower() if reply else ""
        return host if host and not self.is_of_party(host) else ""

    def is_signed_by_sender_in(self, results: ServerResults) -> bool:
        """Tell whether a server found a signature of the sender's domain right."""
        return any(
            one.result == "pass" and are_aligned(one.signer, self.host)
            for one in results.of("dkim")
        )

    def is_of_party(self, host: str) -> bool:
        """Tell whether *host* is below a registered domain of the party."""
        return organisation(host) in self.hosts

    def is_own(self, host: str) -> bool:
        """Tell whether *host* is of the party, or of the sender's own domain."""
        return self.is_of_party(host) or are_aligned(host, self.host)
