"""A look at the settings before anything else is loaded."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path


def glance_at_settings(path: Path, *names: str) -> tuple[str, ...]:
    """Return the settings *names* of the store at *path*; "" where there is none.

    For the first paint of the window: it needs nothing but SQLite, and whatever is
    wrong with the file is told later by whoever opens it.
    """
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as store:
            kept = dict(store.execute("SELECT name, value FROM setting"))
            return tuple(str(json.loads(kept.get(name, '""')) or "") for name in names)
    except (sqlite3.Error, ValueError):
        return tuple("" for _ in names)
