"""Where everything of the program lies."""

from pathlib import Path

from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case

ONLY_THE_USER = 0o700


def data_folder(chosen: Path | None) -> Path:
    """Return the *chosen* folder, or the platform's; make it if it is not there.

    Raises:
        OSError: If it cannot be made.

    """
    if chosen is None:
        # Late: who chooses a folder need not wait for it.
        from platformdirs import user_data_path  # noqa: PLC0415

        chosen = user_data_path("torimodosu", appauthor=False)
    chosen.parent.mkdir(parents=True, exist_ok=True)
    chosen.mkdir(mode=ONLY_THE_USER, exist_ok=True)
    return chosen.absolute()


def bag_of(store: Store, case: Case) -> Path:
    """Return the folder of the archive of *case*; it need not exist."""
    return store.folder_of(case) / "bag"
