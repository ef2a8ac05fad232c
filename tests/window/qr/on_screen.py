"""Our window on a real screen: way x y; the way tells what a person does there."""

import json
import sys

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from torimodosu.bootstrap.sight import open_sight
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.panel import QrPanel
from torimodosu.window.qr.portal import PortalShot
from torimodosu.window.qr.refused import Refused
from torimodosu.window.qr.region import RegionSheet

SOON, PATIENCE = 20, 5000  # milliseconds
LEAVES = ("stop", "forget")
CORNERS = {"mouse": (QPoint(620, 20), QPoint(1020, 420))}


class Watcher(QObject):
    """Notes how often our window went away, and what came of the capture."""

    def __init__(self, capture: QrCapture, panel: QrPanel) -> None:
        super().__init__()
        self.told: dict[str, object] = {"taken": [], "refused": []}
        self.hidden = 0
        panel.installEventFilter(self)
        capture.taken.connect(self._take)
        capture.refused.connect(self._refuse)
        capture.changed.connect(self._end)
        self._capture = capture

    def eventFilter(  # noqa: N802 -- Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() is QEvent.Type.Hide:
            self.hidden += 1
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        if not self._capture.is_busy:
            QTimer.singleShot(0, QApplication.exit)

    def _take(self, accounts: tuple[OtpAccount, ...]) -> None:
        self.told["taken"] = [account.issuer for account in accounts]

    def _refuse(self, refused: tuple[Refused, ...]) -> None:
        self.told["refused"] = [str(one.why.value) for one in refused]


class Hand(QObject):
    """Presses what a person presses once the region is asked for."""

    def __init__(self, way: str) -> None:
        super().__init__()
        self._way = way
        self._timer = QTimer(self, interval=SOON)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    def _press(self) -> None:
        sheets = [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, RegionSheet) and window.isActiveWindow()
        ]
        if not sheets:
            return
        self._timer.stop()
        match self._way:
            case "mouse":
                self._draw(sheets[0])
            case "keys":
                self._type(sheets[0])
            case "escape":
                QTest.keyClick(sheets[0], Qt.Key.Key_Escape)
            case "slip":
                QTest.mouseClick(sheets[0], Qt.MouseButton.LeftButton)
                QTest.mouseClick(sheets[0], Qt.MouseButton.RightButton)

    def _draw(self, sheet: RegionSheet) -> None:
        dots = sheet.devicePixelRatio()
        begin, end = (corner / dots for corner in CORNERS["mouse"])
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(sheet, left, pos=begin)
        QTest.mouseMove(sheet, end)
        QTest.mouseRelease(sheet, left, pos=end)

    def _type(self, sheet: RegionSheet) -> None:
        keys, modifiers = Qt.Key, Qt.KeyboardModifier
        while sheet.area.left() > 0:
            QTest.keyClick(sheet, keys.Key_Left, modifiers.ControlModifier)
        while sheet.area.top() > 0:
            QTest.keyClick(sheet, keys.Key_Up)
        while sheet.area.right() < sheet.width() - 1:
            QTest.keyClick(sheet, keys.Key_Right, modifiers.ShiftModifier)
        QTest.keyClick(sheet, keys.Key_Return)


class Impatience(QTimer):
    """Stops the capture, or forgets it, as soon as the desktop is asked."""

    def __init__(self, capture: QrCapture, way: str) -> None:
        super().__init__(interval=SOON)
        self._capture = capture
        self._leave = capture.forget if way == "forget" else capture.stop
        self.timeout.connect(self._look)

    def _look(self) -> None:
        shots = self._capture.findChildren(PortalShot)
        if any(shot._request for shot in shots):  # noqa: SLF001 -- nobody else asks
            self.stop()
            self._leave()


def main() -> int:
    app = QApplication([])
    way, left, top = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    jobs = JobRunner()
    look = Look(Tokens(colours=LIGHT, scale=1.0))
    capture = QrCapture(look, jobs, open_sight())
    panel = QrPanel(look, capture)
    panel.move(left, top)
    panel.show()
    QTest.qWaitForWindowActive(panel, 60_000)
    watcher, hand = Watcher(capture, panel), Hand(way)
    before = panel.geometry().topLeft()
    if way in ("screen", *LEAVES):
        capture.from_screen()
    else:
        capture.from_region()
    impatience = Impatience(capture, way)
    if way in LEAVES:
        impatience.start()
    # Ended by the capture, and not by our window being away.
    app.exec()
    QTest.qWaitForWindowActive(panel, 60_000)
    # The desktop tells where it has put the window a moment after it has shown it.
    left_to_wait = PATIENCE
    while panel.geometry().topLeft() != before and left_to_wait > 0:
        QTest.qWait(SOON)
        left_to_wait -= SOON
    told = watcher.told | {
        "hidden": watcher.hidden,
        "visible": panel.isVisible(),
        "moved": panel.geometry().topLeft() != before,
    }
    jobs.shut_down()
    hand.deleteLater()
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
