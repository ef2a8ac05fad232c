"""Which saved logins may be filled in on the pages of a service."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.origin import app_of, host_of
from torimodosu.recovery.catalogue.service import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSite:
    """The hosts and apps that take the password of one account.

    Attributes:
        service: The id of the service in the catalogue, such as "amazon.co.jp".
        hosts: Hosts that take the account's password, and with them all below.
        related_hosts: Hosts of sister services that share the sign-in.
        apps: Ids of its Android apps, whose logins a browser fills in as well.
        sign_in_hosts: Those hosts that the sign-in page itself stands on, as far as
            they are known: an entry for them is filled in before one for a sibling.

    """

    service: str
    hosts: tuple[str, ...]
    related_hosts: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    sign_in_hosts: tuple[str, ...] = ()


class Bond(Enum):
    """How closely an origin belongs to a site."""

    SIGN_IN_HOST = "sign_in_host"
    APP = "app"
    OWN_HOST = "own_host"
    RELATED_HOST = "related_host"


def site_of(service: Service) -> LoginSite:
    """Return what takes the password of an account at *service*."""
    return LoginSite(
        service=service.id,
        hosts=service.login_domains,
        related_hosts=service.related_login_domains,
        apps=service.login_apps,
        sign_in_hosts=service.sign_in_hosts,
    )


def site_at(host: str) -> LoginSite | None:
    """Return the site of a service that the catalogue lacks; None if *host* is none.

    Its sign-in may stand on any host below; "www." is the same site as what follows.
    """
    folded = host_of(host)
    if not folded:
        return None
    return LoginSite(service=folded, hosts=(folded.removeprefix("www."),))


def concerns(site: LoginSite, origin_or_host: str) -> bool:
    """Tell whether a login saved for *origin_or_host* may be filled in on *site*.

    Takes an origin, the origin of an Android app, or a bare host, whatever it holds.
    """
    return bond_of(site, origin_or_host) is not None


def bond_of(site: LoginSite, origin_or_host: str) -> Bond | None:
    """Return how *origin_or_host* belongs to *site*, or None where it does not.

    Hosts are compared by labels: neither "amazon.co.jp.example" nor "notamazon.co.jp"
    belongs to "amazon.co.jp".
    """
    app = app_of(origin_or_host)
    if app is not None:
        return Bond.APP if app in site.apps else None
    host = host_of(origin_or_host)
    if not host:
        return None
    if host in site.sign_in_hosts:
        return Bond.SIGN_IN_HOST
    if _is_below(host, site.hosts):
        return Bond.OWN_HOST
    return Bond.RELATED_HOST if _is_below(host, site.related_hosts) else None


def _is_below(host: str, domains: Iterable[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
