"""Files that are dropped anywhere on the window."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.dragged import is_of_files, taken_paths


class Drops(QObject):
    """Watches a window: `hovered` tells whether files hang over it.

    `dropped` tells their paths as a tuple; `withheld` that a mail was dropped of which
    its program hands over nothing.
    """

    hovered = Signal(bool)
    dropped = Signal(tuple)
    withheld = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome files and nothing else that can be dragged."""
        match event:
            case QDragEnterEvent() if is_of_files(event.mimeData()):
                event.acceptProposedAction()
                self.hovered.emit(True)  # noqa: FBT003 -- signals take no keywords
                return True
            case QDropEvent() if event.type() is QEvent.Type.Drop:
                event.acceptProposedAction()
                self.hovered.emit(False)  # noqa: FBT003 -- signals take no keywords
                paths = taken_paths(event.mimeData())
                if paths:
                    self.dropped.emit(paths)
                else:
                    self.withheld.emit()
                return True
            case QEvent() if event.type() is QEvent.Type.DragLeave:
                self.hovered.emit(False)  # noqa: FBT003 -- signals take no keywords
        return super().eventFilter(watched, event)
