"""Looking through exports of passwords: what is asked of the worker, and what comes.

Apart from the other jobs, whose models take a command longer to load than its work.
"""

from dataclasses import dataclass, field

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.exports.outcome import ExportTrouble
from torimodosu.recovery.passwords.queue import PasswordQueue


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPasswords:
    """Look through exports of browsers and password managers.

    `leaked` is a file with the hashes of leaked passwords that the person has, or "".
    `online` is a host to ask for leaked passwords by the beginnings of their hashes
    (`PWNED_PASSWORDS`), or "" where the person has not pressed the button that names
    it. `key` opens an encrypted export; it is left out of the repr.
    """

    case: Case
    files: tuple[str, ...]
    leaked: str = ""
    online: str = ""
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSeen:
    """What came of one export.

    Attributes:
        path: The file.
        form: Who wrote it (`Form`), such as "chrome"; "" where that is not known.
        logins: How many logins with a password are in it.
        without_password: The rows of logins that have none.
        others: The rows that are no logins, such as notes and cards.
        damaged: The rows that could not be read; the rest was.
        trouble: Why it was not read, or None.

    """

    path: str
    form: str = ""
    logins: int = 0
    without_password: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
    trouble: ExportTrouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordsAudited:
    """What came of looking through exports.

    Attributes:
        files: What came of each of them.
        queue: The passwords to change; None where no export was read.
        is_leaked_unread: Whether the file with hashes of leaked passwords was not read.
        is_online_unread: Whether the host that was asked stopped answering. Who asks
            once more goes on where it stopped.

    """

    files: tuple[ExportSeen, ...]
    queue: PasswordQueue | None
    is_leaked_unread: bool = False
    is_online_unread: bool = False
