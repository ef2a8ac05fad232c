"""Take a picture of every page: python -m tests.screens [--out DIR | --readme]."""

import argparse
import os
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from tests.display import virtual_display

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Take the pictures in a real window, on a display of its own where it can."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--readme", action="store_true", help="only those of README")
    options = parser.parse_args()
    out: Path = ROOT / "resources" / "screenshots" if options.readme else options.out
    display = virtual_display("openbox") if sys.platform == "linux" else nullcontext("")
    with display as name, tempfile.TemporaryDirectory() as scratch:
        if name:
            os.environ |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
            # The story of the practice incident takes place there.
            os.environ["TZ"] = "Asia/Tokyo"
            time.tzset()
        # Late: Qt takes its platform from the environment.
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from tests.screens.camera import take_all, take_for_readme  # noqa: PLC0415

        app = QApplication(["torimodosu"])
        take = take_for_readme if options.readme else take_all
        for path in take(app, Path(scratch), out):
            sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
