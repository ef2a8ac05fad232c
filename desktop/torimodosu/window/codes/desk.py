"""Opens the small window with the codes when it is asked for."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.codes.menu import CodesMenu
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.codes.tools import CodeTools
from torimodosu.window.kit.look import Look
from torimodosu.window.ports import Ports

if TYPE_CHECKING:
    from torimodosu.window.codes.session_watch import SessionWatch
    from torimodosu.window.codes.window import CodesWindow


class CodesDesk(QObject):
    """Keeps the window between one look and the next; made at the first.

    `place_chosen` tells a Place that it leads to; `failed` tells an exception, when a
    setting holds but could not be kept.
    """

    place_chosen = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        look: Look,
        ports: Ports,
        authenticator: Authenticator,
        clipboard: SecretClipboard,
    ) -> None:
        super().__init__()
        self._look = look
        self.settings = CodeSettings(ports.settings)
        self.lock = CodeLock(ports, self.settings)
        self._tools = CodeTools(
            clock=ports.clock,
            authenticator=authenticator,
            clipboard=clipboard,
            settings=self.settings,
            lock=self.lock,
        )
        self._menu = CodesMenu(self.settings, self.lock)
        for part in (self.settings, self.lock, self._menu):
            part.setParent(self)
        self._menu.setup_asked.connect(self._set_up)
        self.settings.failed.connect(self.failed)
        self.lock.unlock_asked.connect(self.open)
        self.window: CodesWindow | None = None
        self._session: SessionWatch | None = None
        look.rescaled.connect(self.renew)

    def open(self) -> None:
        """Show the window in front, ready for a search."""
        window = self.window or self._make()
        window.show()
        window.raise_()
        window.activateWindow()
        window.begin()

    @property
    def is_open(self) -> bool:
        """Tell whether the window is on the screen."""
        return self.window is not None and self.window.isVisible()

    def renew(self) -> None:
        """Speak the language, and have the size, that were chosen."""
        if self.window is not None:
            was_visible, place = self.window.isVisible(), self.window.pos()
            self.leave()
            if was_visible:
                self._make().move(place)
                self.open()

    def leave(self) -> None:
        """Close the window, and forget what was in it."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def open_menu(self) -> None:
        """Open the settings below their button."""
        if self.window is not None:
            button, menu = self.window.page.menu_button, self.build_menu()
            menu.setParent(self.window, menu.windowFlags())
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def build_menu(self) -> QMenu:
        """Return the settings, and what can be done with the chosen account."""
        account = None if self.window is None else self.window.page.panel.account
        return self._menu.build(has_account=account is not None)

    def _make(self) -> "CodesWindow":
        # Late: nothing of it is needed before the first paint.
        from torimodosu.window.codes.window import CodesWindow  # noqa: PLC0415

        # Later still: it takes longer than the window.
        QTimer.singleShot(0, self._watch_session)
        self.window = CodesWindow(self._look, self._tools)
        self.window.page.menu_asked.connect(self.open_menu)
        self.window.page.setup_asked.connect(self._set_up)
        self._menu.passphrase_asked.connect(self.window.ask_for_new_passphrase)
        self._menu.removal_asked.connect(self.window.ask_about_removal)
        return self.window

    def _watch_session(self) -> None:
        if self._session is None and sys.platform.startswith("linux"):
            from torimodosu.window.codes.session_watch import (  # noqa: PLC0415
                SessionWatch,
            )

            self._session = SessionWatch()
            self._session.setParent(self)
            self._session.locked.connect(self._go_away)

    def _go_away(self) -> None:
        """Show nothing to whoever is at the computer next."""
        self.lock.lock()
        if self.window is not None:
            self.window.close()

    def _set_up(self) -> None:
        self.place_chosen.emit(Step.TWO_STEP)
