"""Whether the codes are locked."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.recovery.twostep.screen_lock import ScreenLock, Tried
from torimodosu.window.activities.vault_line import VaultLine
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.ports import Ports

T = TypeVar("T")

_MINUTE = 60_000  # milliseconds


class CodeLock(QObject):
    """Locks the codes after a while without use, and asks for the passphrase then.

    `changed` tells that they were locked or unlocked, or that there is a lock or no
    longer one; `refused` that the passphrase was wrong; `failed` a KeychainError.
    """

    changed = Signal()
    unlock_asked = Signal()
    refused = Signal()
    failed = Signal(object)

    def __init__(self, ports: Ports, settings: CodeSettings) -> None:
        super().__init__()
        self._clock, self._settings = ports.clock, settings
        self._lock = ScreenLock(ports.lock.keychain, ports.lock.new_id)
        self._line = VaultLine(ports.jobs)
        self._line.setParent(self)
        self.is_locked = settings.has_lock
        self._last_use = self._clock.now()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.lock)

    @property
    def is_on(self) -> bool:
        """Tell whether there is a passphrase."""
        return self._settings.has_lock

    @property
    def is_waiting(self) -> bool:
        """Tell whether it will lock by itself."""
        return self._rest.isActive()

    def note_use(self) -> None:
        """Begin to wait anew, unless the while is over already."""
        self.look_at_clock()
        if self.is_on and not self.is_locked:
            self._last_use = self._clock.now()
            self._rest.start(self._settings.minutes * _MINUTE)

    def look_at_clock(self) -> None:
        """Lock if nobody used the codes for a while.

        The timer alone is not enough: it stands still while the computer sleeps.
        """
        unused = (self._clock.now() - self._last_use).total_seconds()
        if not 0 <= unused < self._settings.minutes * 60:
            self.lock()

    def lock(self) -> None:
        """Lock now, where there is a passphrase."""
        if self.is_on and not self.is_locked:
            self._turn(is_locked=True)

    def unlock(self, passphrase: str) -> None:
        """Unlock if *passphrase* is the right one."""
        self._ask(partial(self._lock.try_passphrase, passphrase), self._judge)

    def close_with(self, passphrase: str) -> None:
        """Ask for *passphrase* from now on; the codes stay open until the next time."""
        self._ask(partial(self._lock.close_with, passphrase), self._begin)

    def remove(self) -> None:
        """Ask for none any more."""
        self._ask(self._lock.remove, self._end)

    def _ask(self, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._line.ask(work, _as_it_is, on_done=on_done, on_failed=(self._tell,))

    def _tell(self, error: Exception) -> None:
        self.failed.emit(error)

    def _judge(self, tried: Tried) -> None:
        match tried:
            case Tried.RIGHT:
                self._turn(is_locked=False)
            case Tried.WRONG:
                self.refused.emit()
            case Tried.NO_LOCK:
                self._end()

    def _begin(self, _done: None) -> None:
        self._settings.choose_lock(True)  # noqa: FBT003 -- like the other choices
        self._turn(is_locked=False)

    def _end(self, _done: None = None) -> None:
        self._settings.choose_lock(False)  # noqa: FBT003 -- like the other choices
        self._turn(is_locked=False)

    def _turn(self, *, is_locked: bool) -> None:
        self.is_locked, self._last_use = is_locked, self._clock.now()
        self._rest.stop()
        self.note_use()
        self.changed.emit()


def _as_it_is(result: T) -> T:
    return result
