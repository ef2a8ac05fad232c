"""Logins and accounts that the tests of the audit are about."""

from datetime import UTC, datetime
from functools import cache

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.passwords.audit.sites import Sites
from torimodosu.recovery.passwords.login import ExportedLogin
from torimodosu.resources import resource

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@cache
def sites() -> Sites:
    """Return the sites of the shipped catalogue."""
    return Sites(load_catalogue(resource("catalogue")))


def login(
    site: str,
    password: str = "correct-horse-battery",  # noqa: S107 -- made up
    *,
    username: str = "hanako",
    modified: datetime | None = None,
) -> ExportedLogin:
    """Return a login as an export holds it."""
    return ExportedLogin(
        site=site, username=username, password=password, modified=modified
    )
