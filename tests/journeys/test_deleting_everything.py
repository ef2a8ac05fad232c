"""The last day: everything goes, and the program says what remains."""

import os
import subprocess
import sys
from pathlib import Path

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import delete
from torimodosu.bootstrap.opening import take_lock
from torimodosu.bootstrap.resident import Resident
from torimodosu.window.erased import Erased
from torimodosu.window.place import View
from torimodosu.window.shell import Shell

QLocale.setDefault(QLocale("en"))
folder = Path(sys.argv[1])
lock = take_lock(folder)
app = QApplication(["torimodosu"])
shell = Shell(geometry="", theme="")
shell.show()
resident = Resident(app, folder, lock, make_shell=lambda: shell)
resident.begin_with(shell)
app.processEvents()
frame = resident.frame
dialog = QFileDialog(shell, "", str(folder.parent))
dialog.show()
app.processEvents()
dialog.accept()
delete(dialog)
print("noted", (folder / "QtProject.conf").exists())
frame.case_file.switch(next(one for one in frame.case_file.all() if one.is_practice))
while shell.windowTitle() == "Torimodosu":
    app.processEvents()
frame.navigation.go_to(View.EVERYTHING)
frame.navigation.page.departure.forget_all()
while not isinstance(shell.centralWidget(), Erased):
    app.processEvents()
app.processEvents()
print("erased", shell.centralWidget().isVisible())
print("title", shell.windowTitle())
print("folder", folder.exists())
resident.open()
shell.close()
app.processEvents()
app.quit()
print("folder", folder.exists())
"""


def test_nothing_is_left_and_nothing_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.at(folder / "cases.sqlite")
    for is_practice in (True, False):
        store.open(SHOP, at=FRIDAY_NIGHT, is_practice=is_practice)
    away = {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        env=kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = "noted True\nerased True\ntitle Torimodosu\nfolder False\nfolder False\n"
    assert (done.stdout, done.returncode) == (said, 0), done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
