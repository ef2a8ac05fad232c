"""The program ends when it is told to, whatever it waits for."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.contracts.account_lists import AMAZON
from torimodosu.adapters.store import Store
from torimodosu.adapters.system_keychain import PATIENCE_IN_SECONDS

if TYPE_CHECKING:
    from tests.secret_service import SecretService

# Opens the window, reads the secret of an account, and leaves while it waits for it.
LEAVE = """
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from torimodosu.__main__ import main
from torimodosu.window.frame import Frame
from torimodosu.window.shell import Shell

class Leaver(QObject):
    def __init__(self, frame):
        super().__init__(frame)
        self.authenticator = frame.book.authenticator
        self.authenticator.changed.connect(self.ask)
        self.authenticator.waiting.connect(self.leave)

    def ask(self):
        self.authenticator.changed.disconnect(self.ask)
        self.authenticator.read(self.authenticator.accounts[0], self.ask)

    def leave(self, is_waiting):
        print("waiting" if is_waiting else "answered", flush=True)
        QTimer.singleShot(0, QApplication.quit)

fill = Shell.fill

def fill_and_leave(shell, content):
    fill(shell, content)
    assert isinstance(content, Frame)
    Leaver(content)

Shell.fill = fill_and_leave
main()
"""


def test_a_keychain_that_does_not_answer_does_not_keep_the_program_open(
    tmp_path: Path, secret_service: "SecretService"
) -> None:
    Store.at(tmp_path / "cases.sqlite").lock_records.add_account(AMAZON)
    secret_service.halt()
    done = subprocess.run(
        [sys.executable, "-c", LEAVE, "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_IN_SECONDS,
    )
    assert done.stdout.split() == ["waiting"]
    assert "Traceback" not in done.stderr
