"""A window that shows a QR code, as a browser does: x y text."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from tests.window.qr.codes import page


def main() -> int:
    app = QApplication([])
    left, top, text = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    label = QLabel()
    label.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    label.setPixmap(QPixmap.fromImage(page(text)))
    label.move(left, top)
    label.show()
    while not label.windowHandle().isExposed():
        app.processEvents()
    label.repaint()
    QGuiApplication.sync()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
