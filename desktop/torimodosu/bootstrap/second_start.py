"""A second start of the program, which leads to the first one."""

import os
import time
from pathlib import Path

from torimodosu.adapters.instance_lock import read_note
from torimodosu.window.door import knock

# The first one may be starting still, and listens when its window is filled.
_SECONDS_OF_PATIENCE = 10.0
_SECONDS_BETWEEN_KNOCKS = 0.1


def go_to_the_first(folder: Path) -> bool:
    """Let the program that runs on *folder* show its window; False if it is stuck."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    until = time.monotonic() + _SECONDS_OF_PATIENCE
    has_answered = False
    while not has_answered and time.monotonic() < until:
        name = read_note(folder)
        has_answered = bool(name) and knock(name, token)
        if not has_answered:
            time.sleep(_SECONDS_BETWEEN_KNOCKS)
    return has_answered
