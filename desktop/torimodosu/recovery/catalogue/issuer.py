"""A card issuer."""

from dataclasses import dataclass

from torimodosu.recovery.catalogue.limit import ReportingLimit
from torimodosu.recovery.catalogue.notice_layout import NoticeLayout
from torimodosu.recovery.catalogue.source import Names, Source
from torimodosu.recovery.catalogue.subject import SubjectPattern

LAST_DAY = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingCycle:
    """When an issuer closes its books and when it takes the money.

    A payment day that is no business day moves to the next one.

    Attributes:
        closing: Day of the month; 31 is the last day of any month.
        payment: Day of the month; 31 is the last day of any month.
        months_later: Months from the closing to the payment.

    """

    closing: int
    payment: int
    months_later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """The billing cycles of an issuer; with more than one the user says which."""

    cycles: tuple[BillingCycle, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where an issuer takes reports of misuse, by telephone or on a page."""

    phone: str
    url: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A card issuer, as far as the facts go; what is not known is empty.

    Attributes:
        id: Such as "rakuten_card".
        name: What to call it.
        billing: None where nothing is known.
        sender_domains: Hosts that its genuine mails come from.
        sender_addresses: Genuine sender addresses that were seen.
        mail_names: Words by which a mail mentions it.
        notices: Rules for the kind of a mail; the first that fits decides.
        notice_layouts: How its mails tell each use; the first that reads one decides.
        reporting_limits: How long it takes claims; the earliest one counts.
        desk: None where nothing is known.

    """

    id: str
    name: Names
    billing: Billing | None = None
    sender_domains: tuple[str, ...] = ()
    sender_addresses: tuple[str, ...] = ()
    mail_names: tuple[str, ...] = ()
    notices: tuple[SubjectPattern, ...] = ()
    notice_layouts: tuple[NoticeLayout, ...] = ()
    reporting_limits: tuple[ReportingLimit, ...] = ()
    desk: Desk | None = None
