"""How much of the computer the worker may take."""

import os
import sys

LEAST_URGENT = 19
_BELOW_NORMAL = 0x00004000


def lower_priority() -> None:
    """Let the window, and all else that the user does, go first."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 -- only there

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(LEAST_URGENT)
