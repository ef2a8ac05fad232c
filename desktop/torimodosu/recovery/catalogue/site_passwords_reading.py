"""Reading what sites demand of a password out of a data pack."""

from collections.abc import Mapping
from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.catalogue.service_reading import read_password_rules
from torimodosu.recovery.catalogue.shape import HOST


def read_site_passwords(fields: Fields, checked: date) -> Mapping[str, PasswordRules]:
    """Return what is demanded by each domain; the pack was checked *checked*."""

    def read_one(table: Fields) -> Mapping[str, PasswordRules]:
        rules = read_password_rules(table, checked)
        return dict.fromkeys(table.texts("domains", HOST), rules)

    given = fields.each("site_passwords", read_one)
    return {domain: rules for one in given for domain, rules in one.items()}
