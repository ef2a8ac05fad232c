"""What the window needs to show and to empty the house of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from torimodosu.recovery.progress import Progress


class Log(Protocol):
    """What the program wrote down of its own troubles, without a secret."""

    def text(self) -> str:
        """Return all lines; "" where there are none. Raises OSError."""
        ...

    def tells_of_crash(self) -> bool:
        """Tell whether the program has ended all at once. Raises OSError."""
        ...

    def delete(self) -> None:
        """Forget all lines. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePorts:
    """The place where the program keeps everything.

    Attributes:
        folder: Everything lies below it.
        log: The log.
        open_folder: Shows a folder in the file manager; False where it does not open.
        forget_all: Forgets every case and every secret, in the background; returns how
            many secrets the keychain did not let go of. Raises `StoreError`.

    """

    folder: Path
    log: Log
    open_folder: Callable[[Path], bool]
    forget_all: Callable[[Progress], int]
