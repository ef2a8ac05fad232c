import inspect

import pytest
from pytestqt.qtbot import QtBot

from tests.patient_qtbot import PATIENCE

MINUTE = 60_000


@pytest.mark.parametrize("way", ["waitUntil", "waitSignal", "waitSignals"])
def test_who_names_no_time_waits_for_minutes(qtbot: QtBot, way: str) -> None:
    parameters = inspect.signature(getattr(qtbot, way)).parameters
    assert parameters["timeout"].default == PATIENCE > MINUTE


def test_who_names_a_time_waits_no_longer(qtbot: QtBot) -> None:
    with pytest.raises(qtbot.TimeoutError, match="in 1 milliseconds"):
        qtbot.waitUntil(lambda: False, timeout=1)
