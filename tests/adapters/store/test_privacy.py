"""A store is for nobody else to read, also in a folder that is open to all."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.migrate import Script, migrate, shipped_scripts

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows no such rights"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a person chose it, which others may look into."""
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


def open_to_others(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_mode & 0o077:
            yield path.name


def test_its_file_and_those_that_sqlite_writes_beside_it_are_private(
    folder: Path,
) -> None:
    store = Store.at(folder / "cases.sqlite")
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=True)
    with Database(folder / "cases.sqlite").write() as connection:
        connection.execute("DELETE FROM setting")
        names = {path.name for path in folder.iterdir()}
        assert "cases.sqlite-wal" in names
        assert list(open_to_others(folder)) == []
    assert list(open_to_others(folder)) == []


def test_one_that_others_could_read_is_made_private_with_its_copy(folder: Path) -> None:
    path, scripts = folder / "cases.sqlite", shipped_scripts()
    migrate(path, scripts)
    path.chmod(0o644)
    number = scripts[-1].version + 1
    migrate(path, scripts)
    assert list(open_to_others(folder)) == []
    path.chmod(0o644)
    migrate(path, [*scripts, Script(number, "CREATE TABLE more (x TEXT) STRICT;")])
    names = {one.name for one in folder.iterdir()}
    assert f"cases.sqlite.v{number - 1}.bak" in names
    assert list(open_to_others(folder)) == []
