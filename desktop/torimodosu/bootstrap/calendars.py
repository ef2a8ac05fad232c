"""Writing reminders into a file for calendar programs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.reminders.reminder import Reminder


def save_calendar(
    clock: Clock,
    case: Case,
    path: Path,
    reminders: Sequence[Reminder],
    title: Callable[[int], str],
    _progress: Progress,
) -> None:
    """Write *reminders* to *path*, each moment under the *title* of how many it has.

    A file that was there is replaced as a whole or stays.

    Raises:
        OSError: If it cannot be written.

    """
    # Late: what writes calendars takes a moment to load.
    from torimodosu.adapters.private_file import write_private_file  # noqa: PLC0415
    from torimodosu.recovery.reminders.calendar_file import (  # noqa: PLC0415
        calendar_file,
    )

    content = calendar_file(case, reminders, title=title, at=clock.now())
    write_private_file(path, content)
