"""The hand and eye of pytest-qt, as patient as a busy computer needs them to be.

What the window waits for is done by threads and processes that have to share a
processor with everything else. Its own five seconds would measure that computer.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

PATIENCE = 120_000  # milliseconds


class PatientQtBot(QtBot):
    """Gives up only where nothing will ever come, unless it is told otherwise."""

    def waitUntil(  # noqa: N802 -- Qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 -- Qt's name
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )

    def waitSignals(  # noqa: N802 -- Qt's name
        self,
        signals: list[SignalInstance],
        *,
        timeout: int = PATIENCE,
        **more: Any,  # noqa: ANN401 -- passed on
    ) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **more)
