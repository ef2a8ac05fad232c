"""A window on real parts, and the practice incident, taken in once for all tests."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.window.scene import SaturdayEvening, opened, ports_on, undressed_after
from torimodosu.adapters.store import Store
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.ports import Ports


@pytest.fixture
def look(qapp: QApplication) -> Look:
    del qapp
    return Look(Tokens(colours=LIGHT, scale=1.0))


@pytest.fixture
def ports(store: Store, jobs: JobRunner) -> Ports:
    return ports_on(store, jobs=jobs, clock=SaturdayEvening())


@pytest.fixture
def appearance(qapp: QApplication, store: Store) -> Iterator[Appearance]:
    with undressed_after(qapp):
        appearance = Appearance(qapp, store)
        yield appearance
        shiboken6.delete(appearance)


@pytest.fixture
def frame(ports: Ports, appearance: Appearance) -> Iterator[Frame]:
    with opened(ports, appearance) as frame:
        yield frame
        ports.jobs.shut_down()
