"""The notification daemon of a test, and what it has heard."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import notification_daemon
from tests.private_bus import PrivateBus

SECONDS = 120
Heard = Mapping[str, Any]


class DesktopBus:
    """Speaks with the daemon; `environment` leads a program to its bus."""

    def __init__(self, bus: PrivateBus, daemon: subprocess.Popen[str]) -> None:
        self.environment = bus.environment
        self.address = bus.address
        self._daemon = daemon
        self._heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def hear(self, what: str) -> Heard:
        """Wait for the next thing of this kind that the daemon was asked for."""
        while True:
            heard = self._heard.get(timeout=SECONDS)
            if heard["what"] == what:
                return heard

    @property
    def is_silent(self) -> bool:
        """Tell whether it was asked for nothing that was not heard yet."""
        return self._heard.empty()

    def say(self, *lines: str) -> None:
        """Let the daemon send signals."""
        assert self._daemon.stdin is not None
        self._daemon.stdin.write("".join(f"{line}\n" for line in lines))
        self._daemon.stdin.flush()

    def die(self) -> None:
        """End the daemon as a crash does."""
        self._daemon.kill()

    def leave(self) -> None:
        """End the daemon, and hear it out."""
        self._daemon.kill()
        self._listening.join()

    def _listen(self) -> None:
        assert self._daemon.stdout is not None
        for line in self._daemon.stdout:
            self._heard.put(json.loads(line))


@contextmanager
def desktop_on(bus: PrivateBus, *roles: str) -> Iterator[DesktopBus]:
    """Run the daemon on *bus* in the *roles* "notices", "watcher" and "mute"."""
    daemon = subprocess.Popen(
        [sys.executable, str(Path(notification_daemon.__file__)), *roles],
        env=bus.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with daemon:
        desktop = DesktopBus(bus, daemon)
        try:
            desktop.hear("ready")
            yield desktop
        finally:
            desktop.leave()
