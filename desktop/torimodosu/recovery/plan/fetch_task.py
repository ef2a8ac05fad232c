"""The heavy job that fetches mails: what the window asks for, and what it gets."""

from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.trouble import ServerTrouble, Untrusted
from torimodosu.recovery.plan.tasks import TakenIn


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchMails:
    """Keep the mails of a mailbox at a provider, and read the orders out of them.

    Attributes:
        account: The mailbox; without a password, the kept one is taken.
        since: Leaves out older mails; None leaves it to the program.
        keeps_password: Whether the person wants it kept in the keychain.

    """

    case: Case
    account: MailAccount
    since: datetime | None = None
    keeps_password: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailsFetched:
    """What came of it.

    Attributes:
        taken: What was taken in; None where the mailbox was not opened.
        trouble: Why it was not opened, or None.
        told: What the server said of that, or "".
        untrusted: Its certificate, where that is why.
        keychain: Why the password was not kept, or not there any more, or None.
        is_kept: Whether the password lies in the keychain now.

    """

    taken: TakenIn | None = None
    trouble: ServerTrouble | None = None
    told: str = ""
    untrusted: Untrusted | None = None
    keychain: KeychainTrouble | None = None
    is_kept: bool = False
