import os
import sys
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.erasing import erase_files
from torimodosu.adapters.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "data").mkdir()
    store = Store.at(tmp_path / "data" / "cases.sqlite")
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    (store.folder_of(case) / "bag").mkdir(parents=True)
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=True)
    return store


OURS = ("log.txt",)


def test_nothing_of_the_program_is_left(store: Store) -> None:
    (store.path.parent / "log.txt").touch()
    (store.path.parent / "cases.sqlite.v3.bak").touch()
    assert erase_files(store.path, OURS) == []
    assert not store.path.parent.exists()


def test_a_file_of_the_person_stays_with_the_folder(store: Store) -> None:
    own = store.path.parent / "holiday.jpg"
    own.touch()
    assert erase_files(store.path, OURS) == []
    assert list(store.path.parent.iterdir()) == [own]


def test_folders_of_the_person_with_the_same_names_stay(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    (store.folder_of(case) / "bag").mkdir(parents=True)
    own = [tmp_path / "cases" / "Smith v. Jones", tmp_path / "practice" / "piano.mid"]
    for path in own:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert erase_files(store.path, OURS) == []
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == own


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_what_a_link_leads_to_stays(store: Store, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "holiday.jpg").touch()
    (store.path.parent / "log.txt").symlink_to(elsewhere)
    assert erase_files(store.path, OURS) == []
    assert (elsewhere / "holiday.jpg").exists()


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root may remove everything",
)
def test_what_cannot_be_removed_is_named(store: Store) -> None:
    store.path.parent.chmod(0o500)
    try:
        assert store.path in erase_files(store.path, OURS)
    finally:
        store.path.parent.chmod(0o700)
