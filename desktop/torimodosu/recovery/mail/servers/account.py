"""A mailbox at a provider, and what opens it."""

from dataclasses import dataclass, field

from torimodosu.recovery.catalogue.mail_provider import MailServer, Security

# RFC 8314, section 7.3, and RFC 9051, section 2.1.
TLS_PORT = 993
STARTTLS_PORT = 143


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount:
    """One mailbox: where, whose, and the password, which no repr shows."""

    server: MailServer
    user: str
    password: str = field(default="", repr=False)


def usual_port(security: Security) -> int:
    """Return where a server listens that begins with *security*."""
    return TLS_PORT if security is Security.TLS else STARTTLS_PORT
