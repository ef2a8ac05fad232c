"""Which saved logins may be filled in on the pages of a service."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.service import Service

# RFC 1035, 2.3.4; also keeps hostile origins cheap.
_LONGEST_ORIGIN = 4096
_LONGEST_HOST = 253
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", re.ASCII)
_END_OF_AUTHORITY = re.compile(r"[/?#\\]")
_WEB = {"http", "https"}
_ANDROID = "android"


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
    app = _app_of(origin_or_host)
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


def host_of(origin_or_host: str) -> str:
    """Return the host in lower case, without port, user and dots around it; or "".

    What a browser would take for the host counts, not what a person reads (WHATWG URL
    Standard, "host parsing"): "https://amazon.co.jp@evil.example" is evil.example, and
    full-width letters are the plain ones. An origin that takes no password, such as
    "federation://…", has none.
    """
    if len(origin_or_host) > _LONGEST_ORIGIN:
        return ""
    scheme, mark, rest = origin_or_host.strip().partition("://")
    if mark and scheme.lower() not in _WEB:
        return ""
    authority = _END_OF_AUTHORITY.split(rest if mark else scheme, maxsplit=1)[0]
    # Firefox appends the container of a tab: "https://host^userContextId=1".
    named = authority.rpartition("@")[2].partition("^")[0].partition(":")[0]
    host = _in_ascii(_folded(named).strip("."))
    is_host = len(host) <= _LONGEST_HOST and _HOST.fullmatch(host)
    return host if is_host else ""


def _folded(host: str) -> str:
    return unicodedata.normalize("NFKC", host).casefold().replace("。", ".")


def _in_ascii(host: str) -> str:
    """Return *host* as browsers keep it (IDNA, RFC 3490), or "" where it is none."""
    if host.isascii() or len(host) > _LONGEST_HOST:
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _app_of(origin: str) -> str | None:
    """Return the package in "android://hash@package/", or None for another origin."""
    scheme, mark, rest = origin[:_LONGEST_ORIGIN].strip().partition("://")
    if not mark or scheme.lower() != _ANDROID:
        return None
    return _END_OF_AUTHORITY.split(rest.rpartition("@")[2], maxsplit=1)[0]


def _is_below(host: str, domains: Iterable[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
