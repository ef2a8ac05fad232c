"""What is told in the log of a process that native code has ended."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from torimodosu.adapters.log.log_file import LogFile

NATIVE_CODE_FAILED = "native code failed"
_LARGEST = 32 * 1024
_MOST_FRAMES = 12

# What faulthandler writes (https://docs.python.org/3/library/faulthandler.html).
_REASON = re.compile(
    r"(?:Fatal Python error|Windows fatal exception): ([A-Za-z0-9 ]{1,60})"
)
_PLACE = re.compile(r'  File "(.{1,1000})", line (\d{1,9}|\?\?\?) in ([\w.<>]{1,200})')


def note_crash(path: Path, log: LogFile) -> None:
    """Move what was written to *path* when a process ended into *log*.

    Of files only the names of modules are kept: folders hold the names of people.

    Raises:
        OSError: If either cannot be read or written.

    """
    with path.open("rb") as file:
        text = file.read(_LARGEST).decode(errors="replace")
    moment = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    head = f"{moment.isoformat(timespec='seconds')} CRITICAL {path.stem}"
    log.add("\n".join(_told(text, head)))
    path.unlink()


def _told(text: str, head: str) -> Iterator[str]:
    left, is_known = 0, False
    for line in text.splitlines():
        if reason := _REASON.fullmatch(line):
            yield f"{head}: {NATIVE_CODE_FAILED}: {reason[1]}"
            left, is_known = _MOST_FRAMES, True
        elif left and (place := _PLACE.fullmatch(line)):
            yield f"    {_module(place[1])}:{place[2]} {place[3]}"
            left -= 1
    if not is_known:
        yield f"{head}: {NATIVE_CODE_FAILED}"


def _module(path: str) -> str:
    """Return the name of the module at *path*, which may be one of any system."""
    parts = re.split(r"[\\/]", path.removesuffix(".py"))
    begins = [n for n, part in enumerate(parts) if part == "torimodosu"]
    begins += [n + 1 for n, part in enumerate(parts) if part == "site-packages"]
    return ".".join(parts[max(begins, default=-1) :])
