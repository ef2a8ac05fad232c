"""What is read from standard input."""

import sys

from torimodosu.cli.unusable import UnusableError

# Longer than any address or password, and it ends even so.
_LONGEST_LINE = 10_000  # bytes


def line_of_input(what: str) -> str:
    """Return the first line of standard input, without its end.

    Raises:
        UnusableError: If there is none.

    """
    raw = b"" if sys.stdin is None else sys.stdin.buffer.readline(_LONGEST_LINE)
    line = raw.decode("utf-8-sig", "replace").rstrip("\r\n")
    if not line:
        message = f"standard input is empty; {what} is read from it"
        raise UnusableError(message)
    return line
