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

    Raises:
        OSError: If it cannot be written.

    """
    # Late: what writes calendars takes a moment to load.
    from torimodosu.recovery.reminders.calendar_file import (  # noqa: PLC0415
        calendar_file,
    )

    path.write_bytes(calendar_file(case, reminders, title=title, at=clock.now()))
