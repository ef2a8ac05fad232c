"""PySide6 reads no source of what is imported, and keeps none."""

import subprocess
import sys
from pathlib import Path

import pytest

LOAD = """
import linecache
import sys
import PySide6.QtCore
{first}
from torimodosu.window.kit.look import Look
print(sys.modules["torimodosu.window.kit.look"].__file__ in linecache.cache)
"""
OPEN = """
import linecache
from PySide6.QtWidgets import QApplication
from torimodosu.__main__ import main
from torimodosu.bootstrap import opening
print(len(linecache.cache) > 0)

def report(*_parts):
    print(*linecache.cache)
    QApplication.quit()

opening._fill = report
main()
"""
UNREAD = (
    "from torimodosu.bootstrap.unread_sources import leave_sources_unread;"
    "leave_sources_unread()"
)


@pytest.mark.parametrize(
    ("first", "is_read"),
    [
        pytest.param("", "True", id="as PySide6 is"),
        pytest.param(UNREAD, "False", id="left unread"),
    ],
)
def test_sources_are_left_unread(first: str, is_read: str) -> None:
    """The first case tells when PySide6 has given it up by itself."""
    command = [sys.executable, "-P", "-c", LOAD.format(first=first)]
    output = subprocess.check_output(command, text=True)
    assert output.strip() == is_read


def test_the_window_leaves_them_unread(tmp_path: Path) -> None:
    """What was read before is not kept either."""
    command = [sys.executable, "-P", "-c", OPEN, "--data-dir", str(tmp_path)]
    assert subprocess.check_output(command, text=True).split() == ["True"]
