"""What came of the latest capture, for whoever shows it."""

from dataclasses import dataclass, field

from torimodosu.recovery.twostep.exports.outcome import ExportRead, Refusal
from torimodosu.window.qr.refused import Refused

_LOCKED = (Refusal.NEEDS_PASSWORD, Refusal.WRONG_PASSWORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was read, and what was not.

    Attributes:
        read: Accounts to choose from, or to complete by other parts; None where there
            is nothing to decide.
        refused: Why there is no account in something.
        open_files: Files in which a secret still lies open.
        is_copied: Whether one still lies in the clipboard, from where it was read.

    """

    read: ExportRead | None = field(default=None)
    refused: tuple[Refused, ...] = ()
    open_files: tuple[str, ...] = ()
    is_copied: bool = False

    @property
    def locked(self) -> tuple[Refused, ...]:
        """Return the exports that only their password opens."""
        return tuple(one for one in self.refused if one.why in _LOCKED)
