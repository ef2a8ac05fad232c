"""The hosts of a service or an issuer, and whether a host is one of them."""

from collections.abc import Iterable
from functools import lru_cache

from torimodosu.recovery.catalogue.catalogue import with_parents
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.catalogue.public_suffixes import registrable_domain
from torimodosu.recovery.catalogue.service import Service

Party = Service | Issuer


@lru_cache(maxsize=4096)
def organisation(host: str) -> str:
    """Return the registered domain of *host*, or *host* where it is none of those.

    Below it everything is its owner's (RFC 7489, 3.2, by the Public Suffix List).
    """
    plain = host.strip().strip(".").lower()
    return registrable_domain(plain) or plain


def are_aligned(first: str, second: str) -> bool:
    """Tell whether both hosts are of one organisation (RFC 7489, 3.1, relaxed)."""
    return bool(first) and organisation(first) == organisation(second)


def hosts_of(party: Party) -> frozenset[str]:
    """Return the registered domains that *party* or a firm of its group uses."""
    hosts = [*party.sender_domains]
    hosts += [address.rpartition("@")[2] for address in party.sender_addresses]
    if isinstance(party, Service):
        hosts += [*party.login_domains, *party.related_login_domains]
        hosts += [*party.shared_sender_domains, *party.sign_in_hosts]
        hosts += [*party.envelope_domains, *party.link_domains, *party.group_domains]
        hosts += [host_of(page.url) for page in party.pages.values() if page.url]
    return frozenset(organisation(host) for host in hosts if host)


def is_at(host: str, domains: Iterable[str]) -> bool:
    """Tell whether *host* is one of *domains* or below one."""
    return not with_parents(host).isdisjoint(domains)


def sends_from(host: str, party: Party) -> bool:
    """Tell whether *party* is known to send from *host*.

    Its other hosts do not count: everybody can have an address at some of them, or send
    by way of them, such as yahoo.co.jp, icloud.com and amazonses.com.
    """
    hosts = {address.rpartition("@")[2] for address in party.sender_addresses}
    hosts.update(party.sender_domains)
    if isinstance(party, Service):
        hosts.update(party.shared_sender_domains)
    return is_at(host, hosts)


def passes_on_from(host: str, party: Party) -> bool:
    """Tell whether *party* passes on from *host* what others write."""
    return isinstance(party, Service) and is_at(host, party.relay_domains)


def belongs_to(host: str, party: Party) -> bool:
    """Tell whether *host* is below a registered domain of *party*."""
    return organisation(host) in hosts_of(party)
