"""Where everything of the program lies."""

from pathlib import Path

STORE = "cases.sqlite"
# Written by Qt, which gives it this name: where its own dialogs for files were.
DIALOGS = "QtProject.conf"
ONLY_THE_USER = 0o700


def data_path(chosen: Path | None) -> Path:
    """Return the *chosen* folder, or the platform's; it need not exist."""
    if chosen is None:
        # Late: who chooses a folder need not wait for it.
        from platformdirs import user_data_path  # noqa: PLC0415

        chosen = user_data_path("torimodosu", appauthor=False)
    return chosen.absolute()


def data_folder(chosen: Path | None) -> Path:
    """Return the folder that `data_path` names; make it if it is not there.

    Raises:
        OSError: If it cannot be made.

    """
    folder = data_path(chosen)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=ONLY_THE_USER, exist_ok=True)
    return folder
