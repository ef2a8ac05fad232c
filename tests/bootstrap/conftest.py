"""The jobs of the folder that the store lies in, with a case."""

from pathlib import Path

import pytest

from tests.bootstrap.working import ANSWERS
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.recovery.case.case import Case


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def jobs(tmp_path: Path, keychain: FakeKeychain) -> Jobs:
    home = Home(folder=tmp_path / "home")
    return Jobs(tmp_path, home=home, keychain=keychain)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)
