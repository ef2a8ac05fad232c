"""A real X display for the tests that need more than Qt's offscreen platform."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def virtual_display(*clients: str) -> Iterator[str]:
    """Run an X server without a screen, and in it *clients* such as "openbox".

    Yields the value for DISPLAY. Clients may still be starting: wait for what the
    test needs of them. Needs Xvfb, which `installer/dev.py test` installs.
    """
    with ExitStack() as stack:
        number = _start_server(stack)
        environment = os.environ | {"DISPLAY": number}
        for client in clients:
            _start([client], stack, env=environment)
        yield number


def _start_server(stack: ExitStack) -> str:
    """Start Xvfb on a free display and return its name once it takes clients."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
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
