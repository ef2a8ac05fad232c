"""Reading out of a data pack which words mean what for the account."""

import re
from datetime import date

from torimodosu.recovery.catalogue.account_mail import AccountMailRule
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import IDENTIFIER, PATTERN, Shape
from torimodosu.recovery.catalogue.source_reading import read_source


def _has_one_group(source: str) -> bool:
    return PATTERN.fits(source) and re.compile(source).groups == 1


_CAPTURE = Shape(name=f"{PATTERN.name} with one group", fits=_has_one_group)


def read_account_mails(fields: Fields, checked: date) -> tuple[AccountMailRule, ...]:
    """Return the rules of a service, in their order."""
    return fields.each("account_mails", lambda table: _read_rule(table, checked))


def _read_rule(fields: Fields, checked: date) -> AccountMailRule:
    rule = AccountMailRule(
        event=fields.text("event", IDENTIFIER),
        kinds=fields.texts("kinds", IDENTIFIER),
        patterns=fields.texts("patterns", PATTERN),
        old_address=fields.texts("old_address", _CAPTURE),
        new_address=fields.texts("new_address", _CAPTURE),
        source=read_source(fields, checked),
    )
    if not rule.kinds:
        fields.refuse("kinds", "at least one kind of mail")
    if not rule.patterns:
        fields.refuse("patterns", "at least one pattern")
    return rule
