"""A capture with its panel, on real pictures and files."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from torimodosu.bootstrap.sight import open_sight
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.panel import QrPanel


@pytest.fixture
def capture(look: Look, jobs: JobRunner) -> Iterator[QrCapture]:
    capture = QrCapture(look, jobs, open_sight())
    yield capture
    jobs.shut_down()
    shiboken6.delete(capture)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, capture: QrCapture) -> QrPanel:
    panel = QrPanel(look, capture)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: object) -> Iterator[None]:
    del qapp
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()
