"""Take pictures of the pages: python -m tests.screens [--help]."""

import argparse
import os
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.display import virtual_display
from tests.screens.scenes import take_all, take_for_readme
from tests.screens.selection import add_options, selection_of

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Take the pictures in a real window, on a display of its own where it can."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--readme", action="store_true", help="only those of README")
    add_options(parser)
    options = parser.parse_args()
    out: Path = ROOT / "resources" / "screenshots" if options.readme else options.out
    display = virtual_display("openbox") if sys.platform == "linux" else nullcontext("")
    with display as name, tempfile.TemporaryDirectory() as scratch:
        if name:
            os.environ |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
            # The story of the practice incident takes place there.
            os.environ["TZ"] = "Asia/Tokyo"
            time.tzset()
        app = QApplication(["torimodosu"])
        if options.readme:
            taken = take_for_readme(app, Path(scratch), out)
        else:
            taken = take_all(app, Path(scratch), out, selection_of(options))
        is_any_taken = False
        for path in taken:
            sys.stdout.write(f"{path}\n")
            is_any_taken = True
        app.shutdown()  # before the display goes, which it would still talk to
    if not is_any_taken:
        sys.stderr.write("No such page is shown in these scenes and forms.\n")
    return 0 if is_any_taken else 1


if __name__ == "__main__":
    sys.exit(main())
