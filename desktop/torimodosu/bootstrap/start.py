"""Which program was started: the window, its worker, or the command line."""

from collections.abc import Sequence
from pathlib import Path

from torimodosu.bootstrap.program import DATA_FOLDER, PROBE_DESKTOP, WORKER


def start(arguments: Sequence[str]) -> int:
    """Run what *arguments* ask for and return the exit status."""
    # Each imports its own parts only: the window must be there at once, and commands
    # must run where Qt cannot be loaded.
    if arguments[:1] == [WORKER]:
        from torimodosu.bootstrap.worker import run_worker  # noqa: PLC0415

        return run_worker(_folder(arguments[1:]))
    if arguments == [PROBE_DESKTOP]:
        from torimodosu.bootstrap.desktop_probe import probe_desktop  # noqa: PLC0415

        return probe_desktop()
    if not arguments or arguments[:-1] == [DATA_FOLDER]:
        from torimodosu.bootstrap.opening import open_window  # noqa: PLC0415

        return open_window(_folder(arguments))
    from torimodosu.bootstrap.commands import run_command  # noqa: PLC0415

    return run_command(arguments)


def _folder(arguments: Sequence[str]) -> Path | None:
    return Path(arguments[1]) if arguments else None
