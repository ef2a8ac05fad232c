"""Reading a service out of a data pack."""

from datetime import date
from types import MappingProxyType

from torimodosu.recovery.catalogue.account_mail_reading import read_account_mails
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.service import (
    CharacterClass,
    ContactRoute,
    Method,
    Page,
    PasswordRules,
    Service,
    TwoStep,
)
from torimodosu.recovery.catalogue.shape import (
    ADDRESS,
    APP,
    CONTACT,
    HOST,
    IDENTIFIER,
    PATTERN,
    PHONE,
    SPECIAL,
    WEB_ADDRESS,
)
from torimodosu.recovery.catalogue.source_reading import (
    read_both,
    read_limits,
    read_names,
    read_source,
    read_subjects,
)

_LONGEST_PASSWORD = 1000


def read_service(name: str, fields: Fields, checked: date) -> Service:
    """Return the service whose id is *name*; *checked* is the date of its pack."""
    pages = fields.named(
        "pages", IDENTIFIER, lambda _, table: _read_page(table, checked)
    )
    return Service(
        id=name,
        name=read_names(fields, "name"),
        login_domains=fields.texts("login_domains", HOST),
        related_login_domains=fields.texts("related_login_domains", HOST),
        sign_in_hosts=fields.texts("sign_in_hosts", HOST),
        login_apps=fields.texts("login_apps", APP),
        sender_domains=fields.texts("sender_domains", HOST),
        shared_sender_domains=fields.texts("shared_sender_domains", HOST),
        relay_domains=fields.texts("relay_domains", HOST),
        sender_addresses=fields.texts("sender_addresses", ADDRESS),
        envelope_domains=fields.texts("envelope_domains", HOST),
        link_domains=fields.texts("link_domains", HOST),
        group_domains=fields.texts("group_domains", HOST),
        mail_names=fields.texts("mail_names"),
        subjects=read_subjects(fields, "subjects", checked),
        account_mails=read_account_mails(fields, checked),
        phishing_subjects=fields.texts("phishing_subjects", PATTERN),
        order_numbers=fields.texts("order_numbers", PATTERN),
        statement_names=fields.texts("statement_names"),
        charges_without_mail=fields.texts("charges_without_mail"),
        password=fields.one(
            "password", lambda table: read_password_rules(table, checked)
        ),
        two_step=fields.one("two_step", lambda table: _read_two_step(table, checked)),
        contacts=fields.each("contacts", lambda table: _read_contact(table, checked)),
        pages=MappingProxyType(pages),
        reporting_limits=read_limits(fields, checked),
    )


def read_password_rules(fields: Fields, checked: date) -> PasswordRules:
    """Return what is demanded of a password; its pack was checked *checked*."""
    shortest = fields.number_or_none("shortest", least=1, most=_LONGEST_PASSWORD)
    # There is room for one character of each sort that may be required.
    least = max(shortest or 1, len(CharacterClass))
    required = fields.choices("required", CharacterClass)
    special = fields.text_or_none("special", SPECIAL)
    if special == "" and CharacterClass.SPECIAL in required:
        fields.refuse("special", "some of the special characters that are required")
    return PasswordRules(
        shortest=shortest,
        longest=fields.number_or_none("longest", least=least, most=_LONGEST_PASSWORD),
        required=required,
        special=special,
        most_alike=fields.number_or_none("most_alike", least=1, most=_LONGEST_PASSWORD),
        source=read_source(fields, checked),
    )


def _read_two_step(fields: Fields, checked: date) -> TwoStep:
    return TwoStep(
        methods=fields.choices("methods", Method),
        needed_first=fields.choices("needed_first", Method),
        covers=fields.texts("covers", HOST),
        backup_codes=fields.flag("backup_codes"),
        source=read_source(fields, checked),
        trusted_devices=fields.flag("trusted_devices"),
        set_up=fields.texts("set_up"),
        reset=fields.texts("reset"),
    )


def _read_contact(fields: Fields, checked: date) -> ContactRoute:
    target = fields.text("target", CONTACT)
    purpose = fields.one("purpose", read_both, is_needed=PHONE.fits(target))
    return ContactRoute(
        target=target,
        purpose=purpose,
        path=fields.texts("path"),
        needs_sign_in=fields.flag("needs_sign_in"),
        source=read_source(fields, checked),
    )


def _read_page(fields: Fields, checked: date) -> Page:
    return Page(
        name=read_names(fields, "name"),
        url=fields.text_or_empty("url", WEB_ADDRESS),
        path=fields.texts("path"),
        source=read_source(fields, checked),
    )
