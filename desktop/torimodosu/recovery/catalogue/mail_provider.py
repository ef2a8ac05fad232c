"""Who keeps the mailbox of a person, and how it is reached by IMAP."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Names, Source


class Security(Enum):
    """How a connection becomes encrypted; without, nothing is ever sent.

    Attributes:
        TLS: From the first byte on (RFC 8314, section 3).
        STARTTLS: By a command before anything secret (RFC 9051, section 6.2.1).

    """

    TLS = "tls"
    STARTTLS = "starttls"


class PasswordKind(Enum):
    """Which password a mail program has to give.

    Attributes:
        ACCOUNT: That of the account.
        APP: One that is made for one program and works beside a second factor.
        MAIL: One for all mail programs, which is not that of the account.
        NONE: No password is taken any more, only a sign-in in the browser (OAuth 2.0).

    """

    ACCOUNT = "account"
    APP = "app"
    MAIL = "mail"
    NONE = "none"


class UserKind(Enum):
    """What is given as the name of the user.

    Attributes:
        ADDRESS: The whole mail address.
        LOCAL_PART: What stands in front of the "@".
        OTHER: A name that the provider tells.

    """

    ADDRESS = "address"
    LOCAL_PART = "local_part"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where a mailbox is reached by IMAP."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True, kw_only=True)
class MailProvider:
    """Who keeps mailboxes.

    Attributes:
        id: Such as "gmail".
        domains: What stands behind the "@"; hosts below count too.
        server: Where IMAP is spoken.
        user: What is given as the name of the user.
        password: Which password is taken.
        has_switch: Whether IMAP has to be allowed in the settings first.
        page: An https address that tells how, "" where none is known.
        source: Where this comes from.

    """

    id: str
    name: Names
    domains: tuple[str, ...]
    server: MailServer
    user: UserKind
    password: PasswordKind
    has_switch: bool
    page: str
    source: Source
