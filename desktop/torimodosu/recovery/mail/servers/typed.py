"""What a person types to name their mailbox."""

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.mail_provider import (
    MailServer,
    Security,
    UserKind,
)
from torimodosu.recovery.catalogue.shape import HOST
from torimodosu.recovery.mail.servers.account import usual_port

_HIGHEST_PORT = 65535
_LONGEST_HOST = 253  # RFC 1035, section 2.3.4
_LONGEST_USER = 320  # a whole address: RFC 3696, section 3


def read_server(host: str, port: str, security: Security) -> MailServer | None:
    """Return the server that was typed; None where it cannot be one.

    Without a *port* it is the usual one for *security*.
    """
    name = host.strip().removesuffix(".").lower()
    digits = port.strip() or str(usual_port(security))
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len("65535")
    if not is_number or not 0 < int(digits) <= _HIGHEST_PORT:
        return None
    if len(name) > _LONGEST_HOST or not HOST.fits(name):
        return None
    return MailServer(host=name, port=int(digits), security=security)


def read_user(typed: str) -> str | None:
    """Return the name of a user that was typed; None where it cannot be one."""
    user = typed.strip()
    is_one = 0 < len(user) <= _LONGEST_USER and user.isprintable()
    return user if is_one else None


def user_for(address: str, catalogue: Catalogue) -> str:
    """Return what is given as the name of the user; "" where the provider tells it.

    *address* is the mail address of the person.
    """
    provider = catalogue.mail_provider_of(address)
    match provider.user if provider else UserKind.ADDRESS:
        case UserKind.ADDRESS:
            return address.strip()
        case UserKind.LOCAL_PART:
            return address.strip().rpartition("@")[0]
        case UserKind.OTHER:
            return ""
