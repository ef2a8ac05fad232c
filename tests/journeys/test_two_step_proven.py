"""The two-step check, proven before the person leaves."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.journeys import two_step_on_screen
from torimodosu.adapters.store import Store

ROOT = Path(__file__).parents[2]


def test_from_the_qr_code_on_the_screen_to_a_backup_that_was_read_back(
    display: str, practice: Store, tmp_path: Path
) -> None:
    ours = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    ours |= {"PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"}
    environment = os.environ | ours
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [
            *(sys.executable, "-m", two_step_on_screen.__name__),
            *(str(practice.path), str(tmp_path)),
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "said": ["The code was accepted.", "The code was accepted."],
        "state": "proven",
        "title": "The second lock works",
    }
