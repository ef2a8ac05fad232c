"""A shop or another service with an account."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.account_mail import AccountMailRule
from torimodosu.recovery.catalogue.limit import ReportingLimit
from torimodosu.recovery.catalogue.source import Names, Source
from torimodosu.recovery.catalogue.subject import SubjectPattern


class CharacterClass(Enum):
    """A sort of characters that a password must hold."""

    LOWER = "lower"
    UPPER = "upper"
    DIGIT = "digit"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordRules:
    """What a service demands of a password; None is what is not known.

    Attributes:
        shortest: How many characters it must have at least.
        longest: How many it may have.
        required: Sorts of characters of which it must hold one each.
        source: Where this comes from.
        special: The special characters that it may hold; "" where it takes none.
        most_alike: How often one character may stand in a row.

    """

    shortest: int | None
    longest: int | None
    required: tuple[CharacterClass, ...]
    source: Source
    special: str | None = None
    most_alike: int | None = None


class Method(Enum):
    """A second factor."""

    SMS = "sms"
    CALL = "call"
    EMAIL = "email"
    TOTP = "totp"
    APP = "app"
    DEVICE = "device"
    PROMPT = "prompt"
    SECURITY_KEY = "security_key"
    PASSKEY = "passkey"


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoStep:
    """The second factors of a service.

    Attributes:
        methods: Those it offers.
        needed_first: Those one of which has to be set up before any other.
        covers: Ids of services that one setting here covers too.
        backup_codes: Whether it gives codes to print; None is not known.
        source: Where this comes from.
        trusted_devices: Whether it lets devices in without a code once they are said
            to be trusted; None is not known.
        set_up: What to choose in turn on its page to come to the QR code, and after
            it, in the words on the screen.
        reset: What to choose there so that no device is trusted any more.

    """

    methods: tuple[Method, ...]
    needed_first: tuple[Method, ...]
    covers: tuple[str, ...]
    backup_codes: bool | None
    source: Source
    trusted_devices: bool | None = None
    set_up: tuple[str, ...] = ()
    reset: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRoute:
    """A way to reach a service.

    Attributes:
        target: The https address to type, or the telephone number to dial.
        path: What to choose there in turn, in the words on the screen; may be empty.
        needs_sign_in: None is not known.
        source: Where this comes from. A number that only blogs tell is to be shown as
            reported, never as certain.
        purpose: Who answers there, or for whom it is; every number has one.

    """

    target: str
    path: tuple[str, ...]
    needs_sign_in: bool | None
    source: Source
    purpose: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a service that the user opens by themselves.

    Attributes:
        name: What to call it.
        url: Its address, or "" where only the path to it is known. May hold
            "{order_number}" or "{year}".
        path: The menu entries to it in turn, in the words on the screen.
        source: Where this comes from.

    """

    name: Names
    url: str
    path: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service with an account, as far as the facts go; what is not known is empty.

    Attributes:
        id: Its main host, such as "amazon.co.jp".
        name: What to call it.
        login_domains: Hosts that take the account's password.
        related_login_domains: Hosts of sister services. Saved logins of them are
            suspects too when the sign-in fails.
        sign_in_hosts: Hosts that the sign-in page itself stands on.
        login_apps: Ids of its Android apps, which take the password too.
        sender_domains: Genuine sender domains that belong to this service alone.
        shared_sender_domains: Genuine sender domains of a sister service that also
            write on behalf of this one.
        relay_domains: Those of both from which it passes on what others write, such as
            sellers.
        sender_addresses: Genuine sender addresses that were seen.
        envelope_domains: Genuine domains of Return-Path.
        link_domains: Other domains of its own that its mails link to, for pictures.
        group_domains: Domains of its sister firms and of its houses abroad. They look
            like its own, and no mail from there is a forgery for that.
        mail_names: Words by which a mail mentions the service.
        subjects: Rules for the kind of a mail; the first that fits decides.
        account_mails: What its mails say when something happened to the account.
        phishing_subjects: Patterns of subjects that were seen in phishing only.
        order_numbers: Patterns of its order numbers.
        statement_names: How it is printed on card statements.
        charges_without_mail: Those of these names that no order mail belongs to.
        password: None where nothing is known.
        two_step: None where nothing is known.
        contacts: Ways to reach it, best first.
        pages: Pages by their id, such as "orders" or "password_change".
        reporting_limits: How long it takes claims.

    """

    id: str
    name: Names
    login_domains: tuple[str, ...]
    related_login_domains: tuple[str, ...] = ()
    sign_in_hosts: tuple[str, ...] = ()
    login_apps: tuple[str, ...] = ()
    sender_domains: tuple[str, ...] = ()
    shared_sender_domains: tuple[str, ...] = ()
    relay_domains: tuple[str, ...] = ()
    sender_addresses: tuple[str, ...] = ()
    envelope_domains: tuple[str, ...] = ()
    link_domains: tuple[str, ...] = ()
    group_domains: tuple[str, ...] = ()
    mail_names: tuple[str, ...] = ()
    subjects: tuple[SubjectPattern, ...] = ()
    account_mails: tuple[AccountMailRule, ...] = ()
    phishing_subjects: tuple[str, ...] = ()
    order_numbers: tuple[str, ...] = ()
    statement_names: tuple[str, ...] = ()
    charges_without_mail: tuple[str, ...] = ()
    password: PasswordRules | None = None
    two_step: TwoStep | None = None
    contacts: tuple[ContactRoute, ...] = ()
    pages: Mapping[str, Page]
    reporting_limits: tuple[ReportingLimit, ...] = ()
