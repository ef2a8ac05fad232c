"""Reading what sites demand of a password out of a data pack."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.catalogue.service_reading import read_password_rules
from torimodosu.recovery.catalogue.shape import HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePasswords:
    """What sites with some registrable domains demand."""

    domains: tuple[str, ...]
    rules: PasswordRules


def read_site_passwords(fields: Fields, checked: date) -> SitePasswords:
    """Return what some sites demand; their pack was checked *checked*."""
    return SitePasswords(
        domains=fields.texts("domains", HOST),
        rules=read_password_rules(fields, checked),
    )


def by_domain(given: Iterable[SitePasswords]) -> dict[str, PasswordRules]:
    """Return what each domain demands."""
    return {domain: one.rules for one in given for domain in one.domains}
