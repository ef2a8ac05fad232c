"""Whether the program starts with the computer, and goes on without its window."""

from PySide6.QtWidgets import QSystemTrayIcon, QVBoxLayout, QWidget

from torimodosu.recovery.case.ports import StoreError
from torimodosu.window.kit.fields import Choice, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.ports import STAYS_WHEN_CLOSED, Autostart, Settings

_YES, _NO = 0, 1


class AutostartSwitch(QWidget):
    """Two questions, and what holds on a desktop without a tray.

    Both are answered with no until the person says yes. Yes to the first is yes to the
    second as well, until that is answered otherwise.
    """

    def __init__(self, look: Look, autostart: Autostart, settings: Settings) -> None:
        super().__init__()
        self._autostart, self._settings = autostart, settings
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        yes = self.tr("Wait in the tray") if has_tray else self.tr("Wait minimized")
        self.starting = Choice(
            look, self.tr("When the computer starts"), (yes, self.tr("Do not start"))
        )
        self.closing = Choice(
            look, self.tr("When the window is closed"), (yes, self.tr("Quit"))
        )
        self._start = Labelled(look, self.tr("When the computer starts"), self.starting)
        self._close = Labelled(look, self.tr("When the window is closed"), self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        for part in (
            self._start,
            self._close,
            Text(look, self._why(), "small", "muted"),
        ):
            column.addWidget(part)
        if not has_tray:
            column.addWidget(Text(look, self._without_tray(), "small", "attention"))
        self._show()
        self.starting.chosen.connect(self._choose_starting)
        self.closing.chosen.connect(self._choose_closing)

    def _why(self) -> str:
        return self.tr(
            "Reminders come while the program runs. What is due in the meantime is told"
            " all at once when it starts again."
        )

    def _without_tray(self) -> str:
        return self.tr(
            "This desktop has no tray for icons. The program then waits in the list of"
            " windows. The calendar file reminds you even when it does not run."
        )

    def _show(self) -> None:
        try:
            starts = self._autostart.is_on()
        except OSError:
            starts = False
            self._start.attend(self.tr("It cannot be read whether the program starts."))
        stays = False
        try:
            stays = self._settings.settings.get(STAYS_WHEN_CLOSED) is True
        except StoreError:
            self._close.attend(self.tr("What you chose cannot be read now."))
        self.starting.choose(_YES if starts else _NO)
        self.closing.choose(_YES if stays else _NO)

    def _choose_starting(self, number: int) -> None:
        try:
            self._autostart.turn(on=number == _YES)
        except OSError:
            self.starting.choose(_NO if number == _YES else _YES)
            self._start.attend(
                self.tr("That could not be changed. Your computer does not allow it.")
            )
            return
        self._start.attend("")
        if number == _YES:
            self.closing.choose(_YES)
            self._choose_closing(_YES)

    def _choose_closing(self, number: int) -> None:
        try:
            self._settings.set(STAYS_WHEN_CLOSED, number == _YES)
        except StoreError:
            self._close.attend(self.tr("That holds for now, but could not be kept."))
