"""The pipes to the window, kept from everybody else in the process."""

import os
import sys
from typing import BinaryIO


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for frames alone.

    From here on a stray `print`, of ours or of a library, goes to standard error, and
    nobody else reads what the window writes. Children do not inherit the pipes.
    """
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 -- a device
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, replies
