"""Why a mail server does not give the mails."""

from dataclasses import dataclass
from enum import Enum


class ServerTrouble(Enum):
    """Why a mailbox could not be opened, or stopped answering.

    Attributes:
        NO_SUCH_HOST: No server has that name.
        NOT_REACHABLE: Nobody answers there, or there is no network.
        NO_MAIL_SERVER: What answers does not speak IMAP.
        NO_ENCRYPTION: It does not encrypt, so nothing was sent.
        UNTRUSTED: Nobody vouches for its certificate, so nothing was sent.
        WRONG_PASSWORD: It does not take that name with that password.
        APP_PASSWORD: It wants a password that is made for one program.
        BROWSER_ONLY: It takes no password, only a sign-in in the browser.
        SWITCHED_OFF: IMAP is not allowed in the settings of the account.
        TOO_MANY: Too many programs are connected, or too often tried; later it works.
        CUT: The connection broke off, more than once.
        REFUSED: It refuses for another reason, which `ServerError.told` may tell.

    """

    NO_SUCH_HOST = "no_such_host"
    NOT_REACHABLE = "not_reachable"
    NO_MAIL_SERVER = "no_mail_server"
    NO_ENCRYPTION = "no_encryption"
    UNTRUSTED = "untrusted"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 -- a kind of trouble
    APP_PASSWORD = "app_password"  # noqa: S105 -- the same
    BROWSER_ONLY = "browser_only"
    SWITCHED_OFF = "switched_off"
    TOO_MANY = "too_many"
    CUT = "cut"
    REFUSED = "refused"


class CertificateFault(Enum):
    """What is wrong with the certificate of a server."""

    OTHER_NAME = "other_name"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNKNOWN_ISSUER = "unknown_issuer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untrusted:
    """A certificate that is not trusted.

    `fingerprint` is its SHA-256 in pairs of capital hexadecimal digits, "" where it
    could not be looked at.
    """

    fault: CertificateFault
    fingerprint: str = ""


class ServerError(Exception):
    """A mail server gives no mails; its text never holds a password.

    Attributes:
        trouble: Why.
        told: What the server itself said, at most some hundred characters, or "".
        untrusted: The certificate, where that is why.

    """

    def __init__(
        self,
        trouble: ServerTrouble,
        *,
        told: str = "",
        untrusted: Untrusted | None = None,
    ) -> None:
        super().__init__(trouble.value)
        self.trouble, self.told, self.untrusted = trouble, told, untrusted
