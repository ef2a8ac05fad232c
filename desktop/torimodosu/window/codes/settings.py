"""How the person wants the codes to be shown."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.ports import StoreError
from torimodosu.window.ports import Setting, Settings

_AT_ONCE, _ON_TOP = "codes_at_once", "codes_on_top"
_MINUTES, _LOCK = "codes_minutes", "codes_lock"

MINUTES = (1, 2, 5, 15)
USUAL_MINUTES = 2


class CodeSettings(QObject):
    """Whether codes are shown unasked, stay in front, are locked, and when they hide.

    `changed` tells that one was chosen; `failed` that it holds for now, but could not
    be kept.
    """

    changed = Signal()
    failed = Signal(Exception)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._kept = dict(settings.settings)

    @property
    def shows_at_once(self) -> bool:
        """Tell whether a code is shown as soon as its account is chosen."""
        return self._kept.get(_AT_ONCE) is True

    @property
    def stays_on_top(self) -> bool:
        """Tell whether the codes stay in front of other programs."""
        return self._kept.get(_ON_TOP) is True

    @property
    def minutes(self) -> int:
        """Return after how many minutes without use a code hides again."""
        kept = self._kept.get(_MINUTES)
        return kept if isinstance(kept, int) and kept in MINUTES else USUAL_MINUTES

    @property
    def has_lock(self) -> bool:
        """Tell whether a passphrase is asked for."""
        return self._kept.get(_LOCK) is True

    def choose_at_once(self, chosen: bool) -> None:  # noqa: FBT001 -- a signal calls it
        """Show a code as soon as its account is chosen, or only when asked for."""
        self._keep(_AT_ONCE, chosen)

    def choose_on_top(self, chosen: bool) -> None:  # noqa: FBT001 -- a signal calls it
        """Stay in front of other programs, or not."""
        self._keep(_ON_TOP, chosen)

    def choose_minutes(self, minutes: int) -> None:
        """Hide a code again after *minutes* without use."""
        self._keep(_MINUTES, minutes)

    def choose_lock(self, chosen: bool) -> None:  # noqa: FBT001 -- like the others
        """Ask for a passphrase from now on, or not."""
        self._keep(_LOCK, chosen)

    def _keep(self, name: str, value: Setting) -> None:
        self._kept[name] = value
        try:
            self._settings.set(name, value)
        except StoreError as error:
            self.failed.emit(error)
        self.changed.emit()
