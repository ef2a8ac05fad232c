from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.steps.sort_orders.forged import forged_card


@pytest.mark.parametrize(("scale", "room"), [(1.0, 480), (2.0, 700)])
def test_forged_orders_are_read_without_scrolling_sideways(
    qtbot: QtBot, qapp: QApplication, snapshot: Snapshot, scale: float, room: int
) -> None:
    keys = tuple(snapshot.orders)[:3]
    forged = {key: replace(snapshot.orders[key], is_forged=True) for key in keys}
    card = forged_card(
        Look(Tokens(colours=LIGHT, scale=scale)),
        replace(snapshot, forged_orders=forged),
        follow=lambda _key, _column: None,
    )
    assert card is not None
    qtbot.addWidget(card)
    card.resize(room, 600)
    card.show()
    qapp.processEvents()
    (table,) = card.findChildren(Table)
    assert table.rows.rowCount() == len(keys)
    assert table.horizontalScrollBar().maximum() == 0
