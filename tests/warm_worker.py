"""Workers that need no second to start: each is forked from one that stands ready.

What runs in them is the worker of the program, in a process of its own, with the pipes,
the folder and the environment that it was started with. That the program starts it as
it does is for those tests to try that start it by `worker_command`.
"""

import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol

from tests import warm_worker_door
from torimodosu.bootstrap.program import DATA_FOLDER, PROGRAM, WORKER
from torimodosu.bootstrap.start import start


class Command(Protocol):
    """Tells the command that starts a worker, of one kind or the other, on a folder."""

    def __call__(self, folder: Path, *, kind: str = WORKER) -> Sequence[str]: ...


ROOT = Path(__file__).parents[1]
# What workers import before they say that they are ready.
NEEDED = (
    *("bootstrap.worker", "bootstrap.jobs", "bootstrap.homes"),
    *("bootstrap.reminder_worker", "recovery.plan.telling"),
)


@contextmanager
def warm_workers() -> Iterator[Command]:
    """Yield what tells the command that starts a worker on a folder."""
    if sys.platform == "win32":  # has no fork
        yield lambda folder, *, kind=WORKER: (*PROGRAM, *options(folder, kind))
        return
    with tempfile.TemporaryDirectory(prefix="warm") as folder:
        address = str(Path(folder, "door"))
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        door = (sys.executable, "-I", "-S", warm_worker_door.__file__, address)
        with process:
            yield lambda folder, *, kind=WORKER: (*door, *options(folder, kind))
            assert process.stdin is not None
            process.stdin.close()


def options(folder: Path, kind: str) -> Sequence[str]:
    """Return the arguments of a worker."""
    return (kind, DATA_FOLDER, str(folder))


def serve(address: str) -> int:
    """Fork a worker for everyone who knocks, until standard input ends."""
    for name in NEEDED:
        import_module(f"torimodosu.{name}")
    # Nobody asks how they ended.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            heard, _, _ = select.select([listener, sys.stdin], [], [])
            if sys.stdin in heard:
                return 0
            caller, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                return be_worker(caller)
            caller.close()


def be_worker(caller: socket.socket) -> int:
    """Be the worker that *caller* asks for, and die with it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sizes, pipes, _, _ = socket.recv_fds(caller, struct.calcsize("I"), 3)
    (size,) = struct.unpack("I", sizes)
    with caller.makefile("rb") as line:
        asked = json.loads(line.read(size))
    for number, pipe in enumerate(pipes):
        os.dup2(pipe, number)
        os.close(pipe)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    threading.Thread(target=die_with, args=[caller], daemon=True).start()
    status = start(asked["arguments"])
    caller.send(bytes([status]))
    return status


def die_with(caller: socket.socket) -> None:
    """End at once when *caller* has been killed, as if it were this process."""
    caller.recv(1)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1]))
