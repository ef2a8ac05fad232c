"""What the window remembers of itself from one day to the next."""

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import StoreError
from torimodosu.window.kit.file_choice import Folders, Use
from torimodosu.window.ports import STAYS_WHEN_CLOSED, Setting, Settings

USUAL_SIZE = (1280, 800)


class Memory(QObject):
    """Size, place, folders, and whether closing leaves the program in the tray.

    `failed` tells that something holds for now, but could not be kept.
    """

    failed = Signal(Exception)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._kept = dict(settings.settings)
        self._unkept: set[str] = set()
        self.folders = Folders()
        self.folders.setParent(self)
        for use in Use:
            self.folders.recall(use, str(self._kept.get(use.value) or ""))
        self.folders.changed.connect(self._keep_folder)

    @property
    def stays_in_tray(self) -> bool:
        """Tell whether the program goes on when its window is closed.

        It is read anew: a page asks for it, too.
        """
        if STAYS_WHEN_CLOSED not in self._unkept:
            try:
                kept = self._settings.settings.get(STAYS_WHEN_CLOSED)
                self._kept[STAYS_WHEN_CLOSED] = kept
            except StoreError as error:
                self.failed.emit(error)
        return self._kept.get(STAYS_WHEN_CLOSED) is True

    def choose_staying(self, stays: bool) -> None:  # noqa: FBT001 -- a signal calls it
        """Keep whether the program goes on when its window is closed."""
        self._keep(STAYS_WHEN_CLOSED, stays)

    def restore(self, window: QWidget) -> None:
        """Give *window* the size and the place that it had, on a screen that is there.

        Qt moves it where the screen has gone.
        """
        kept = self._kept.get("geometry")
        geometry = QByteArray.fromBase64(str(kept or "").encode())
        if not window.restoreGeometry(geometry):
            window.resize(*USUAL_SIZE)

    def keep(self, window: QWidget) -> None:
        """Remember size and place of *window*."""
        geometry = window.saveGeometry().toBase64().toStdString()
        if geometry != self._kept.get("geometry"):
            self._keep("geometry", geometry)

    def _keep_folder(self, use: Use, folder: str) -> None:
        self._keep(use.value, folder)

    def _keep(self, name: str, value: Setting) -> None:
        self._kept[name] = value
        try:
            self._settings.set(name, value)
            self._unkept.discard(name)
        except StoreError as error:
            self._unkept.add(name)
            self.failed.emit(error)
