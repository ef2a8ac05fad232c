from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.window.card_scene import charge
from tests.window.seen import words_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.which_card.charge_sheet import charge_sheet
from torimodosu.window.words.card_names import CardNames


@pytest.mark.parametrize(
    ("bill_date", "bill_month", "words"),
    [
        (date(2027, 1, 26), None, ["Money is taken on", "26 January 2027"]),
        (date(2027, 1, 26), date(2027, 1, 1), ["Money is taken on", "26 January 2027"]),
        (None, date(2027, 1, 1), ["Money is taken in", "January 2027"]),
        (None, None, []),
    ],
)
def test_a_charge_tells_the_day_of_payment_or_else_the_month(  # noqa: PLR0913, PLR0917 -- what to look for, and what with
    qtbot: QtBot,
    look: Look,
    snapshot: Snapshot,
    names: CardNames,
    bill_date: date | None,
    bill_month: date | None,
    words: list[str],
) -> None:
    printed = charge("a", 3400)
    row = replace(printed.charge, bill_date=bill_date, bill_month=bill_month)
    sheet = charge_sheet(look, replace(printed, charge=row), snapshot, names)
    qtbot.addWidget(sheet)
    shown = words_in(sheet).splitlines()
    assert [word for word in words if word not in shown] == []
    assert ("Money is taken on" in shown) == (bill_date is not None)
    assert any("Money is taken" in line for line in shown) == bool(words)
