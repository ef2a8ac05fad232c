"""What to look for in the mailboxes of a case."""

from collections.abc import Iterable
from datetime import datetime

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.search import Wanted


def wanted_for(
    catalogue: Catalogue,
    service_ids: Iterable[str],
    since: datetime | None = None,
    until: datetime | None = None,
) -> Wanted:
    """Return what makes a mail part of a case about the services *service_ids*.

    That is: the services' sender and sign-in domains, the names that mails call them
    by, and the senders of every card issuer, since any of the user's cards may have
    been charged. An id that the catalogue lacks adds nothing but itself as a domain.
    """
    domains: set[str] = set()
    names: set[str] = set()
    for service_id in service_ids:
        service = catalogue.services.get(service_id)
        if service is None:
            domains.add(service_id.casefold())
            continue
        domains.update(service.sender_domains, service.shared_sender_domains)
        domains.update(service.login_domains, map(_host, service.sender_addresses))
        names.update(service.mail_names)
    for issuer in catalogue.issuers.values():
        domains.update(issuer.sender_domains, map(_host, issuer.sender_addresses))
    return Wanted(
        domains=tuple(sorted(domain.casefold() for domain in domains if domain)),
        names=tuple(sorted(name for name in names if name)),
        since=since,
        until=until,
    )


def _host(address: str) -> str:
    """Return what stands behind the last "@"; a bare host is its own."""
    return address.rpartition("@")[2]
