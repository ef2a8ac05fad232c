import subprocess
import sys

SHOWS_A_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("取り戻す")
label.show()
print(app.platformName(), label.windowHandle().isVisible())
"""


def test_a_window_of_a_real_platform_can_be_shown(display: str) -> None:
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    shown = subprocess.run(
        [sys.executable, "-c", SHOWS_A_WINDOW],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stdout.split() == ["xcb", "True"]
