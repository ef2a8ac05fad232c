"""Reading who keeps mailboxes out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.mail_provider import (
    MailProvider,
    MailServer,
    PasswordKind,
    Security,
    UserKind,
)
from torimodosu.recovery.catalogue.shape import HOST, WEB_ADDRESS
from torimodosu.recovery.catalogue.source_reading import read_names, read_source

HIGHEST_PORT = 65535


def read_mail_provider(name: str, fields: Fields, checked: date) -> MailProvider:
    """Return the one whose id is *name*; *checked* is the date of its pack."""
    domains = fields.texts("domains", HOST)
    if not domains:
        fields.refuse("domains", f"at least one, each {HOST.name}")
    return MailProvider(
        id=name,
        name=read_names(fields, "name"),
        domains=domains,
        server=MailServer(
            host=fields.text("host", HOST),
            port=fields.number("port", least=1, most=HIGHEST_PORT),
            security=fields.choice("security", Security),
        ),
        user=fields.choice("user", UserKind),
        password=fields.choice("password", PasswordKind),
        has_switch=bool(fields.flag("has_switch")),
        page=fields.text_or_empty("page", WEB_ADDRESS),
        source=read_source(fields, checked),
    )
