import subprocess
import sys

import pytest

from tests.display import SELECTIONS, is_owned, virtual_display

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


@pytest.mark.skipif(sys.platform != "linux", reason="it is an X server")
def test_who_is_given_a_display_finds_on_it_what_it_asked_for() -> None:
    with virtual_display("openbox", "trayer") as full, virtual_display() as bare:
        names = SELECTIONS.values()
        assert [is_owned(full, name) for name in names] == [True, True]
        assert [is_owned(bare, name) for name in names] == [False, False]
