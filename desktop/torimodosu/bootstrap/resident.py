"""The program while it runs: with its window, or with its icon in the tray alone."""

import gc
import os
import sys
from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.glance import glance_at_settings
from torimodosu.adapters.instance_lock import InstanceLock
from torimodosu.bootstrap.data_folder import STORE, data_path
from torimodosu.bootstrap.program import reminder_command
from torimodosu.bootstrap.starting_over import START_OVER
from torimodosu.recovery.reminders.notices import Notices
from torimodosu.recovery.reminders.tidings import Tidings
from torimodosu.window.collector import collect_due
from torimodosu.window.first_paint import FirstPaint
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import DARK, LIGHT, Tokens
from torimodosu.window.reminding.reminding import Reminding
from torimodosu.window.tray import Tray
from torimodosu.window.tray_wait import TrayWait

if TYPE_CHECKING:
    from torimodosu.window.door import Door
    from torimodosu.window.frame import Frame
    from torimodosu.window.shell import Shell

Then = Callable[["Frame"], None]


class Resident(QObject):
    """Owns what goes on when there is no window: tray, reminders, and the door.

    A window that has gone into the tray leaves its memory behind: after a while the
    program begins anew, without one.
    """

    def __init__(
        self,
        app: QApplication,
        chosen: Path | None,
        lock: InstanceLock | None,
        *,
        make_shell: "Callable[[], Shell]",
    ) -> None:
        super().__init__()
        self._app, self._chosen, self._lock = app, chosen, lock
        self._make_shell = make_shell
        self._store = data_path(chosen) / STORE
        self.shell: Shell | None = None
        self.frame: Frame | None = None
        self._door: Door | None = None
        self._then: Then | None = None
        self._was_hidden = False
        self.tray = Tray(_first_look(self._store))
        self._wait = TrayWait(self.tray)
        self.reminding = Reminding(
            clock=SystemClock(),
            jobs=JobRunner(worker=reminder_command(self._store.parent)),
            notices=_notices(),
            tray=self.tray,
            stamp=partial(_stamp_of, self._store),
        )
        for part in (self.tray, self._wait, self.reminding):
            part.setParent(self)
        app.aboutToQuit.connect(self._leave)
        self._connect()

    def begin_with(self, shell: "Shell") -> None:
        """Fill *shell*, which stands on the screen."""
        self.shell = shell
        self._fill()

    def begin_hidden(self) -> None:
        """Stay in the tray; without one, in the list of windows."""
        _translate(self._app, self._store)
        self.tray.speak()
        self._settle()
        self._wait.begin()

    def open(self, then: Then | None = None, token: str = "") -> None:
        """Show the window in front of the others, filled, and then do something.

        *token* is what the desktop gave for that.
        """
        self._then = then
        if token:
            # Where Qt looks for it (https://wayland.app/protocols/xdg-activation-v1).
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if self.frame is not None:
            self.frame.come_back()
            self._do_then(self.frame)
        elif self.shell is not None:
            self.shell.showNormal()
            self.shell.activateWindow()
        else:
            self._open_shell().show()

    def _connect(self) -> None:
        tray, reminding = self.tray, self.reminding
        tray.open_asked.connect(self._open_first)
        tray.codes_asked.connect(self._open_codes)
        tray.next_asked.connect(self._open_next)
        tray.quit_asked.connect(self._quit_first)
        reminding.open_asked.connect(self._open_due)
        reminding.told.connect(self._refresh)
        reminding.unheard.connect(self._alert)
        reminding.beaten.connect(self._rest)
        self._wait.missed.connect(self._start_over_unseen)
        self._wait.given_up.connect(self._show_minimized)

    def _open_shell(self) -> "Shell":
        self.shell = self._make_shell()
        self.shell.stands.connect(self._fill)
        return self.shell

    def _fill(self) -> "Frame | None":
        if self.frame is not None or self.shell is None:
            return self.frame
        # Late: loading the pages takes longer than Qt itself.
        from torimodosu.bootstrap.window import fill  # noqa: PLC0415
        from torimodosu.window.collector import Collector  # noqa: PLC0415

        self.frame = fill(self._app, self.shell, self._chosen, self.tray)
        # What is there now stays for good, so no collector need look at it again.
        gc.freeze()
        Collector(self._app)
        if self.frame is None:
            self._listen()
            return None
        self.frame.case_file.changed.connect(self.reminding.look_soon)
        self.frame.book.house.emptied.connect(self._give_up)
        FirstPaint(self.frame, self._settle)
        self._do_then(self.frame)
        return self.frame

    def _settle(self) -> None:
        """Begin with what nobody waits for."""
        if self._door is None:
            self._listen()
            self.reminding.begin()

    def _listen(self) -> None:
        from torimodosu.window.door import Door  # noqa: PLC0415 -- nobody waits for it

        if self._lock is not None:
            self._door = Door(self._lock.note)
            self._door.knocked.connect(self._welcome)
            self._lock.leave_note(self._door.name)

    def _welcome(self, token: str) -> None:
        self.open(token=token)

    def _do_then(self, frame: "Frame") -> None:
        then, self._then = self._then, None
        if then is not None:
            then(frame)

    def _open_first(self) -> None:
        # Later on the window itself listens to the tray.
        if self.frame is None:
            self.open()

    def _quit_first(self) -> None:
        if self.frame is None:
            self._app.quit()

    def _open_codes(self) -> None:
        if self.frame is None:
            # The small window comes without the large one.
            self._open_shell()
            frame = self._fill()
            if frame is None:
                self.open()
            else:
                frame.settle()
                frame.codes.open()

    def _open_next(self) -> None:
        self._open_due(self.reminding.tidings, "")

    def _open_due(self, tidings: Tidings, token: str) -> None:
        case, step = tidings.case, tidings.step
        self.open(lambda frame: frame.navigation.go_to_due(case, step), token)

    def _refresh(self) -> None:
        if self.frame is not None:
            self.frame.case_file.refresh()

    def _alert(self) -> None:
        if self.shell is not None:
            QApplication.alert(self.shell)

    def _rest(self) -> None:
        """Do once a minute what can wait; begin anew when the window has gone."""
        collect_due()
        frame, shell = self.frame, self.shell
        is_hidden = (
            frame is not None
            and shell is not None
            and not shell.isVisible()
            and self.tray.is_there
            and frame.is_at_rest
            and not self.reminding.is_busy
        )
        if is_hidden and self._was_hidden:
            self._start_over()
        self._was_hidden = is_hidden

    def _start_over(self) -> None:
        self._app.exit(START_OVER)

    def _start_over_unseen(self) -> None:
        if self.shell is None:
            self._start_over()

    def _show_minimized(self) -> None:
        if self.shell is None:
            self._open_shell().showMinimized()

    def _give_up(self) -> None:
        """Use nothing that is kept any more: all of it is about to go."""
        self._leave()
        self.frame = None

    def _leave(self) -> None:
        self.reminding.leave()
        self.tray.leave()
        if self._door is not None:
            self._door.close()


def _first_look(store: Path) -> Look:
    """Return the colours for the icon, before anything else of the theme is there."""
    (theme,) = glance_at_settings(store, "theme")
    return Look(Tokens(colours=DARK if theme == "dark" else LIGHT, scale=1.0))


def _translate(app: QApplication, store: Path) -> None:
    from torimodosu.window.translator import translate  # noqa: PLC0415 -- if hidden

    (language,) = glance_at_settings(store, "language")
    is_chosen = language in {"ja", "en"}
    translate(app, QLocale(language) if is_chosen else QLocale.system())


def _stamp_of(store: Path) -> Hashable:
    """Return what the store looks like from outside."""
    return _state_of(store), _state_of(store.with_name(f"{store.name}-wal"))


def _state_of(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _notices() -> Notices:
    """Return what shows notices here."""
    if sys.platform == "linux":
        from torimodosu.adapters.desktop_notices import (  # noqa: PLC0415
            DesktopNotices,
        )

        return DesktopNotices()
    else:  # noqa: RET505 -- which is never looked into on another system
        from torimodosu.adapters.no_notices import NoNotices  # noqa: PLC0415

        return NoNotices()
