"""The program becomes itself once more, with an empty memory."""

import os

# The exit status by which it asks to begin anew, in the tray and small.
START_OVER = 201


def start_over(command: tuple[str, ...]) -> None:
    """Become *command*, in the same process where the system can do that.

    Where it cannot, one is started and this one ends.
    """
    if os.name == "nt":
        import subprocess  # noqa: PLC0415 -- nobody else needs it

        subprocess.Popen(command, close_fds=True)  # noqa: S603 -- ourselves
    else:
        os.execv(command[0], command)  # noqa: S606 -- ourselves
