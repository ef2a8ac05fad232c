from pathlib import Path

import pytest

from torimodosu.adapters.glance import glance_at_settings
from torimodosu.adapters.store import Store


def test_kept_settings_are_seen_and_the_others_are_empty(store: Store) -> None:
    store.set("geometry", "AdnQ")
    store.set("theme", None)
    seen = glance_at_settings(store.path, "theme", "geometry", "language")
    assert seen == ("", "AdnQ", "")


@pytest.mark.parametrize("content", [None, b"", b"no store at all"])
def test_whatever_is_wrong_is_left_to_others(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "cases.sqlite"
    if content is not None:
        path.write_bytes(content)
    assert glance_at_settings(path, "theme") == ("",)
    assert path.exists() is (content is not None)
