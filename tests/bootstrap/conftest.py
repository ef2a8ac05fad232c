"""The jobs of the folder that the store lies in, with a case."""

from pathlib import Path

import pytest

from tests.bootstrap.working import ANSWERS
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.recovery.case.case import Case


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path, home=Home(folder=tmp_path / "home"))


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)
