"""What came of reading a backup back, for whoever shows it."""

from dataclasses import dataclass, field

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.comparing import Comparison
from torimodosu.recovery.twostep.proof import Backup
from torimodosu.window.qr.refused import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A backup that is being read back.

    Attributes:
        backup: Which one.
        held: The accounts that were found, by the file; all pictures of a sheet are
            one.
        shown: The ids of the accounts whose code the phone showed.
        comparison: How it compares with what is kept; None before anything was read.
        refused: Why something was not read.
        is_other: Whether something that was read is no backup of that kind.
        is_wrong_code: Whether the newest code from the phone belongs to no account.

    """

    backup: Backup
    held: tuple[tuple[OtpAccount, ...], ...] = field(default=(), repr=False)
    shown: frozenset[str] = frozenset()
    comparison: Comparison | None = None
    refused: tuple[Refused, ...] = ()
    is_other: bool = False
    is_wrong_code: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether it holds all that it should."""
        return self.comparison is not None and self.comparison.is_whole
