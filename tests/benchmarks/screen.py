"""A screen in memory, whose pixels can be read without asking anybody."""

import mmap
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import unpack_from

WIDTH, HEIGHT, BYTES_PER_PIXEL = 1600, 1200, 4
# X Window Dump, version 7 (X11/XWDFile.h): the size of the header is its first word,
# the number of colours its twentieth; each colour takes 12 bytes.
COLOURS_AT, BYTES_PER_COLOUR = 76, 12
# Every eighth line is looked at: read in a tenth of a millisecond.
LINES_APART = 8
# A window on the screen covers more of them than a mouse pointer or a tray icon does.
LINES_OF_A_WINDOW = 40


class Screen:
    """The pixels of an X server without a monitor."""

    def __init__(self, display: str, memory: mmap.mmap) -> None:
        self.display = display
        self._memory = memory
        (header,) = unpack_from(">I", memory)
        (colours,) = unpack_from(">I", memory, COLOURS_AT)
        self._start = header + colours * BYTES_PER_COLOUR
        self._empty = self._lines()

    def shows_a_window(self) -> bool:
        """Tell whether something as large as a window has been painted."""
        pairs = zip(self._lines(), self._empty, strict=True)
        return sum(now != empty for now, empty in pairs) >= LINES_OF_A_WINDOW

    def is_empty(self) -> bool:
        """Tell whether nothing is painted."""
        return self._lines() == self._empty

    def _lines(self) -> list[bytes]:
        line = WIDTH * BYTES_PER_PIXEL
        end = self._start + HEIGHT * line
        starts = range(self._start, end, LINES_APART * line)
        return [self._memory[start : start + line] for start in starts]


@contextmanager
def open_screen() -> Iterator[Screen]:
    """Run an X server that keeps its pixels in a file, which is mapped here."""
    with tempfile.TemporaryDirectory() as folder:
        reader, writer = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"),
                # Else it begins anew when the last client leaves, and breaks with one
                # that comes meanwhile.
                *("-noreset", "-br", "-nocursor"),
                *("-screen", "0", size, "-fbdir", folder),
            ],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        try:
            with os.fdopen(reader) as pipe:
                display = f":{pipe.readline().strip()}"
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                yield Screen(display, memory)
        finally:
            server.terminate()
            server.wait()
