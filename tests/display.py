"""A real X display for the tests that need more than Qt's offscreen platform."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from tests.browsers.patience import until

# What each of them owns from when it does its work on: the first by section 4.3 of the
# ICCCM, the second by the System Tray Protocol Specification of freedesktop.
SELECTIONS = {"openbox": "WM_S0", "trayer": "_NET_SYSTEM_TRAY_S0"}


@contextmanager
def virtual_display(*clients: str) -> Iterator[str]:
    """Run an X server without a screen, and in it *clients*, some of `SELECTIONS`.

    Yields the value for DISPLAY, once all of them do their work. Needs Xvfb, which
    `installer/dev.py test` installs.
    """
    with ExitStack() as stack:
        number = _start_server(stack)
        environment = os.environ | {"DISPLAY": number}
        for client in clients:
            _start([client], stack, env=environment)
        for client in clients:
            until(partial(is_owned, number, SELECTIONS[client]))
        yield number


def is_owned(display: str, selection: str) -> bool:
    """Tell whether a program on *display* has taken *selection*."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    line = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    atom = x11.XInternAtom(line, selection.encode(), 0)
    owner = x11.XGetSelectionOwner(line, ctypes.c_ulong(atom))
    x11.XCloseDisplay(line)
    return bool(owner)


def _start_server(stack: ExitStack) -> str:
    """Start Xvfb on a free display and return its name once it takes clients."""
    reader, writer = os.pipe()
    # It would begin anew when the last client leaves, and break with one that comes.
    command = ["Xvfb", "-noreset", "-displayfd", str(writer), "-nolisten", "tcp"]
    try:
        server = _start(
            [*command, "-screen", "0", "1600x1200x24"], stack, pass_fds=[writer]
        )
    finally:
        os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    if not number:
        message = f"Xvfb ended with status {server.wait()} before it had a display"
        raise OSError(message)
    return f":{number}"


def _start(
    command: list[str],
    stack: ExitStack,
    *,
    env: dict[str, str] | None = None,
    pass_fds: list[int] | None = None,
) -> subprocess.Popen[bytes]:
    """Start *command*, to be ended when *stack* closes."""
    process = subprocess.Popen(
        command,
        env=env,
        pass_fds=pass_fds or [],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait)
    stack.callback(process.terminate)
    return process
