"""Which logins belong to one site."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import app_of, host_of
from torimodosu.recovery.catalogue.public_suffixes import registrable_domain
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.site_list import SiteKind

_LONGEST_NAME = 200
# W3C, "A Well-Known URL for Changing Passwords".
_CHANGE_PASSWORD = "/.well-known/change-password"  # noqa: S105
_PAGE = "password_change"
_NO_KINDS: frozenset[SiteKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site, which may have many hosts and apps.

    Attributes:
        key: The same for all that have one login.
        name: Its registrable domain, such as "example.co.jp", or what the export calls
            it where it gives no address.
        domain: Its registrable domain, or "".
        service: The service of the catalogue that it is, or None.
        kinds: What makes it worth more to a stranger than others.
        page: The address where its password is changed, or "" where none is known.

    """

    key: str
    name: str
    domain: str = ""
    service: Service | None = None
    kinds: frozenset[SiteKind] = frozenset()
    page: str = ""


class Sites:
    """Tells sites apart by the Public Suffix List and the catalogue.

    One registrable domain is one site, and so are services that share their login.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        # By domain: a million sites are looked up.
        self._kinds = {
            domain: catalogue.kinds_of_site(domain)
            for listed in catalogue.site_lists
            for domain in listed.domains
        }
        self._sharing = _sharing(catalogue)
        self._apps: dict[str, Service] = {}
        self._services = dict(catalogue.services)
        for service in catalogue.services.values():
            for app in service.login_apps:
                # One app may serve the same shop of several countries.
                self._apps.setdefault(app, service)
            for domain in service.login_domains:
                self._services.setdefault(domain, service)
        self._known: dict[str, Site] = {}

    def at(self, address: str) -> Site:
        """Return the site at *address*, which may be a title instead."""
        site = self._known.get(address)
        if site is None:
            site = self._known[address] = self._find(address)
        return site

    def of_service(self, service: str) -> str:
        """Return the key of the site that the service with this id is."""
        return self._sharing.get(service, service)

    def domain_of(self, host: str) -> str:
        """Return the registrable domain of *host*, or "" where it has none."""
        if "." not in host or host.rpartition(".")[2].isdigit():  # an IP address
            return ""
        return registrable_domain(host)

    def _find(self, address: str) -> Site:
        if (app := app_of(address)) is not None:
            return self._of_app(app)
        host = host_of(address)
        service = self._service_at(host)
        domain = self.domain_of(host)
        if service is not None or domain:
            return self._site(service, domain, host)
        name = unicodedata.normalize("NFKC", host or address)[:_LONGEST_NAME].strip()
        return Site(key=name.casefold(), name=name)

    def _service_at(self, host: str) -> Service | None:
        """Return the service with the closest domain around *host*.

        It is what `Catalogue.service_signing_in_at` returns, for a million hosts.
        """
        while host:
            if (service := self._services.get(host)) is not None:
                return service
            host = host.partition(".")[2]
        return None

    def _of_app(self, app: str) -> Site:
        """Return the site of an Android app.

        Its id is by custom a domain of its maker, from the end: "com.example.shop".
        """
        service = self._apps.get(app)
        domain = self.domain_of(".".join(reversed(host_of(app).split("."))))
        if service is not None or domain:
            return self._site(service, domain, host="")
        return Site(key=app.casefold(), name=app)

    def _site(self, service: Service | None, domain: str, host: str) -> Site:
        kinds = self._kinds.get(domain, _NO_KINDS)
        if service is None:
            page = f"https://{host}{_CHANGE_PASSWORD}" if host else ""
            return Site(key=domain, name=domain, domain=domain, kinds=kinds, page=page)
        known = service.pages.get(_PAGE)
        return Site(
            key=self.of_service(service.id),
            name=domain if host else service.id,
            domain=domain,
            service=service,
            kinds=kinds,
            page=known.url if known is not None else "",
        )


def _sharing(catalogue: Catalogue) -> Mapping[str, str]:
    """Return for each service the first of those that it shares its login with."""
    first = {service: service for service in catalogue.services}
    for service in catalogue.services.values():
        covered = service.two_step.covers if service.two_step else ()
        together = {first.get(each, each) for each in (service.id, *covered)}
        for each, one in first.items():
            if one in together:
                first[each] = min(together)
    return first
