from pathlib import Path

import pytest

from tests.fakes.clock import JAPAN
from torimodosu.adapters.archive import BagArchive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "case 1" / "bag"


@pytest.fixture
def archive(folder: Path) -> BagArchive:
    return BagArchive(folder, zone=JAPAN)
