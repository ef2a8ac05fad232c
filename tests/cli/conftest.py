from pathlib import Path

import pytest

from tests.cli.running import Commands
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.recovery.practice.incident import practice_files


@pytest.fixture
def torimodosu(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice") / "incident"
    write_practice(folder, practice_files())
    return folder
