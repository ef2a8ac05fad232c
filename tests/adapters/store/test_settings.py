from pathlib import Path

import pytest

from torimodosu.adapters.store import Store
from torimodosu.adapters.store.settings import Setting


@pytest.mark.parametrize(
    ("kept", "before", "is_same"),
    [("a", "a", True), ("a", "b", False), ("a", None, False), (None, None, True)],
)
def test_a_setting_is_swapped_only_for_the_one_that_stands_there(
    tmp_path: Path, kept: Setting, before: Setting, *, is_same: bool
) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    store.set("x", kept)
    assert store.swap("x", before, "new") is is_same
    assert store.settings["x"] == ("new" if is_same else kept)


def test_what_was_never_kept_can_be_swapped_for(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    assert store.swap("x", None, 7)
    assert not store.swap("x", None, 8)
    assert store.settings["x"] == 7
