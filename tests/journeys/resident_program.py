"""The program itself, which also says what it shows.

Takes the same arguments, and before them "--beat SECONDS" for a faster clock,
"--looks COUNT" for less patience with a tray that does not come, "--close" for a person
who closes the window as soon as they see it, and "--codes", "--next" and "--quit" for
one who chooses that in the menu of the tray.
"""

import sys
from typing import Any

from PySide6.QtCore import QTimer

from torimodosu.bootstrap import resident
from torimodosu.bootstrap.start import start
from torimodosu.window import tray_wait
from torimodosu.window.reminding import reminding


class Telling(resident.Resident):
    """Writes a line for each page that is shown in a window, and for the icon.

    And "calm" when nothing is being looked up or told, and whether it is paused.
    """

    closes = False
    chosen = ""

    def __init__(self, *parts: Any, **more: Any) -> None:  # noqa: ANN401 -- passed on
        super().__init__(*parts, **more)
        self._seen: set[str] = set()
        self._look = QTimer(self, interval=50)
        self._look.timeout.connect(self._tell)
        self._look.start()

    def _tell(self) -> None:
        now = {"tray"} if self.tray.is_there else set()
        frame, shell = self.frame, self.shell
        if shell is not None and shell.isMinimized():
            now.add("minimized")
        elif frame is not None and shell is not None and shell.isVisible():
            now.add(str(frame.navigation.place.value))
        elif shell is not None:
            now.add("hidden")
        if frame is not None and frame.codes.is_open:
            now.add("codes")
        if not self.reminding.is_busy:
            now.add("calm")
        is_paused = self.reminding.tidings.paused_until is not None
        now.add("paused" if is_paused else "not paused")
        for words in sorted(now - self._seen):
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()
        if "tray" in now - self._seen:
            self._choose()
        self._seen = now
        if self.closes and frame is not None and "overview" in now and shell:
            shell.close()

    def _choose(self) -> None:
        match self.chosen:
            case "--codes":
                self.tray.codes_asked.emit()
            case "--next":
                self.tray.next_asked.emit()
            case "--quit":
                self.tray.quit_asked.emit()


def main() -> int:
    """Take the options for the test, and start."""
    arguments = sys.argv[1:]
    while True:
        match arguments:
            case ["--beat", value, *rest]:
                reminding._MILLISECONDS_BETWEEN_BEATS = int(value) * 1000  # noqa: SLF001
            case ["--looks", value, *rest]:
                tray_wait._LOOKS = int(value)  # noqa: SLF001
            case ["--close", *rest]:
                Telling.closes = True
            case ["--codes" | "--next" | "--quit" as chosen, *rest]:
                Telling.chosen = chosen
            case _:
                break
        arguments = rest
    resident.Resident = Telling  # type: ignore[misc]
    return start(arguments)


if __name__ == "__main__":
    sys.exit(main())
