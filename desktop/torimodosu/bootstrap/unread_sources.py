"""Keeping PySide6 from reading the source of every module that is imported."""

import linecache
import sys
from types import ModuleType

# Loads what is named below.
import shiboken6  # noqa: F401

# What PySide6 has loaded by itself, and what in it reads the source of a module.
_FEATURES, _LOOK = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Let modules be imported from here on without their source being read, too.

    PySide6 looks into the source of each imported module for its own name, in case
    somebody asks for `__feature__` (shibokensupport/feature.py, PYSIDE-2029). Here
    nobody does; it took a sixth of the time in which the modules of the window are
    loaded, and kept all their lines in memory. A PySide6 without that look is left as
    it is.
    """
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOK):
        setattr(features, _LOOK, _uses_no_features)
        linecache.clearcache()


def _uses_no_features(_module: ModuleType) -> bool:
    """Return what is found where there are no sources, as in an installed bundle."""
    return False
