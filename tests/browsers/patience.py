"""Waiting for other programs, which tell nobody when they are done."""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

PATIENCE = 120
SECONDS_BETWEEN_LOOKS = 0.01


def until(look: Callable[[], Answer]) -> Answer:
    """Ask *look* again and again, and return the first answer that is true.

    Raises TimeoutError after two minutes.
    """
    deadline = time.monotonic() + PATIENCE
    while not (answer := look()):
        if time.monotonic() > deadline:
            message = f"still {answer!r} after {PATIENCE} s"
            raise TimeoutError(message)
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return answer
