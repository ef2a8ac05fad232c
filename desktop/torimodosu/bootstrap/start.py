"""Which program was started: the window, a worker, or the command line."""

from collections.abc import Sequence
from pathlib import Path

from torimodosu.bootstrap.program import (
    DATA_FOLDER,
    HIDDEN,
    PROBE_DESKTOP,
    REMINDER_WORKER,
    WORKER,
    WORKER_BESIDE,
)


def start(arguments: Sequence[str]) -> int:
    """Run what *arguments* ask for and return the exit status."""
    # Each imports its own parts only: the window must be there at once, and commands
    # must run where Qt cannot be loaded.
    if arguments[:1] in ([WORKER], [WORKER_BESIDE]):
        from torimodosu.bootstrap.worker import run_worker  # noqa: PLC0415

        is_beside = arguments[0] == WORKER_BESIDE
        return run_worker(_folder(arguments[1:]), is_beside=is_beside)
    if arguments[:1] == [REMINDER_WORKER]:
        from torimodosu.bootstrap.reminder_worker import (  # noqa: PLC0415
            run_reminder_worker,
        )

        return run_reminder_worker(_folder(arguments[1:]))
    if arguments == [PROBE_DESKTOP]:
        from torimodosu.bootstrap.desktop_probe import probe_desktop  # noqa: PLC0415

        return probe_desktop()
    is_hidden = arguments[:1] == [HIDDEN]
    left = arguments[1:] if is_hidden else arguments
    if not left or left[:-1] == [DATA_FOLDER]:
        from torimodosu.bootstrap.unread_sources import (  # noqa: PLC0415
            leave_sources_unread,
        )

        leave_sources_unread()  # from the first import on
        from torimodosu.bootstrap.opening import open_window  # noqa: PLC0415

        return open_window(_folder(left), is_hidden=is_hidden)
    from torimodosu.bootstrap.commands import run_command  # noqa: PLC0415

    return run_command(arguments)


def _folder(arguments: Sequence[str]) -> Path | None:
    return Path(arguments[1]) if arguments else None
