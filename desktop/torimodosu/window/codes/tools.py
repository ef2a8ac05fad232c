"""What the small window works with."""

from dataclasses import dataclass

from torimodosu.recovery.case.ports import Clock
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.codes.settings import CodeSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTools:
    """What the small window works with.

    Attributes:
        clock: Tells the time that codes are made from.
        authenticator: Lists the accounts and reads their secrets.
        clipboard: Takes copied codes, for a while.
        settings: How the person wants the codes to be shown.
        lock: Whether they are locked.

    """

    clock: Clock
    authenticator: Authenticator
    clipboard: SecretClipboard
    settings: CodeSettings
    lock: CodeLock
