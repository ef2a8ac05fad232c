"""Why a store of a browser is not read."""

import errno
import sys

from torimodosu.recovery.signin.profile import StoreTrouble


class StoreError(Exception):
    """A store is not read; `trouble` says why. It carries nothing of what is in it."""

    def __init__(self, trouble: StoreTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def trouble_of(error: OSError) -> StoreTrouble:
    """Return what an error of the system means for the person."""
    if isinstance(error, PermissionError):
        # Windows refuses whoever opens what another program has locked, and does not
        # say so; Chromium locks its stores there while it runs.
        is_windows = sys.platform == "win32"
        return StoreTrouble.LOCKED if is_windows else StoreTrouble.NO_PERMISSION
    if error.errno == errno.ELOOP:
        return StoreTrouble.POINTS_ELSEWHERE
    return StoreTrouble.DAMAGED
