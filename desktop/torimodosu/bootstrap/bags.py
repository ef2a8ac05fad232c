"""Where the archive of a case lies."""

from pathlib import Path

from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case


def bag_of(store: Store, case: Case) -> Path:
    """Return the folder of the archive of *case*; it need not exist."""
    return store.folder_of(case) / "bag"
