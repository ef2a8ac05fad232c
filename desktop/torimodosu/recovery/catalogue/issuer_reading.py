"""Reading a card issuer out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.issuer import (
    LAST_DAY,
    Billing,
    BillingCycle,
    Desk,
    Issuer,
)
from torimodosu.recovery.catalogue.notice_layout_reading import read_notice_layouts
from torimodosu.recovery.catalogue.shape import (
    ADDRESS,
    HOST,
    PHONE,
    WEB_ADDRESS,
)
from torimodosu.recovery.catalogue.source_reading import (
    read_limits,
    read_names,
    read_source,
    read_subjects,
)

_MOST_MONTHS = 3


def read_issuer(name: str, fields: Fields, checked: date) -> Issuer:
    """Return the issuer whose id is *name*; *checked* is the date of its pack."""
    return Issuer(
        id=name,
        name=read_names(fields, "name"),
        billing=fields.one("billing", lambda table: _read_billing(table, checked)),
        sender_domains=fields.texts("sender_domains", HOST),
        sender_addresses=fields.texts("sender_addresses", ADDRESS),
        mail_names=fields.texts("mail_names"),
        notices=read_subjects(fields, "notices", checked),
        notice_layouts=read_notice_layouts(fields, checked),
        reporting_limits=read_limits(fields, checked),
        desk=fields.one("desk", lambda table: _read_desk(table, checked)),
    )


def _read_billing(fields: Fields, checked: date) -> Billing:
    return Billing(
        cycles=fields.each("cycles", _read_cycle),
        source=read_source(fields, checked),
    )


def _read_cycle(fields: Fields) -> BillingCycle:
    return BillingCycle(
        closing=fields.number("closing", least=1, most=LAST_DAY),
        payment=fields.number("payment", least=1, most=LAST_DAY),
        months_later=fields.number("months_later", least=0, most=_MOST_MONTHS),
    )


def _read_desk(fields: Fields, checked: date) -> Desk:
    return Desk(
        phone=fields.text_or_empty("phone", PHONE),
        url=fields.text_or_empty("url", WEB_ADDRESS),
        source=read_source(fields, checked),
    )
