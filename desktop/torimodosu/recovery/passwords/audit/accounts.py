"""The accounts that the logins of exports are for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from torimodosu.recovery.passwords.audit.sites import Site, Sites
from torimodosu.recovery.passwords.login import ExportedLogin


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody's account at a site.

    Attributes:
        key: What it is known by from export to export: its site and user name.
        site: Where it is.
        username: Who signs in there, or "".
        address: The address of the site as exported, or its title.
        passwords: Its password; several where the exports do not agree and do not tell
            which is the newest. They are left out of the repr.
        modified: When it was last changed, or None.

    """

    key: str
    site: Site
    username: str
    address: str
    passwords: tuple[str, ...] = field(repr=False)
    modified: datetime | None = None


def accounts_of(logins: Iterable[ExportedLogin], sites: Sites) -> tuple[Account, ...]:
    """Return the accounts that *logins* are for, in the order of the first of each.

    Several browsers may hold the login of one account: where all tell when they were
    changed, the newest counts, else each password that any of them holds.
    """
    found: dict[str, tuple[Site, list[ExportedLogin]]] = {}
    for login in logins:
        site = sites.at(login.site)
        key = f"{site.key} {login.username.casefold()}"
        if key in found:
            found[key][1].append(login)
        else:
            found[key] = (site, [login])
    return tuple(_account(key, site, same) for key, (site, same) in found.items())


def _account(key: str, site: Site, logins: Sequence[ExportedLogin]) -> Account:
    first = logins[0]
    newest, current = (first.modified, logins) if len(logins) == 1 else _current(logins)
    return Account(
        key=key,
        site=site,
        username=first.username,
        address=first.site,
        passwords=tuple(dict.fromkeys(login.password for login in current)),
        modified=newest,
    )


def _current(
    logins: Sequence[ExportedLogin],
) -> tuple[datetime | None, Sequence[ExportedLogin]]:
    """Return when the newest of *logins* was changed, and which of them count."""
    moments = [login.modified for login in logins if login.modified is not None]
    newest = max(moments) if len(moments) == len(logins) else None
    return newest, [login for login in logins if newest in (None, login.modified)]
