"""The verdicts on a row, to be chosen with the mouse."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from torimodosu.recovery.orders.order import Ownership
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of, words_of


class VerdictMenu(QMenu):
    """Offers each verdict with its mark and its key; `chosen` tells the one chosen."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, verdicts: Mapping[Qt.Key, Ownership], parent: QWidget
    ) -> None:
        super().__init__(parent)
        for key, verdict in verdicts.items():
            icon, tone = sign_of(verdict)
            # As text behind a tab: a shortcut of its own would take the key away
            # from the table, which judges with it while no menu is open.
            words = f"{words_of(verdict)}\t{QKeySequence(key).toString()}"
            action = self.addAction(look.icon(icon, tone), words)
            action.setData(verdict)
        self.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
