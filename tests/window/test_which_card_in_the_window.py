"""Statements dropped anywhere become an answer, without another press."""

from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, opened, ports_on, sort_orders
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


def test_statements_dropped_on_any_page_tell_which_card(
    qtbot: QtBot,
    appearance: Appearance,
    worker: JobRunner,
    practice: Store,
    practice_case: Case,
) -> None:
    sort_orders(practice, practice_case, at=SaturdayEvening().now())
    folder = practice.practice_folder / "files" / "statements"
    files = tuple(sorted(str(path) for path in folder.rglob("*.csv")))
    ports = ports_on(practice, jobs=worker, clock=SaturdayEvening())
    with opened(ports, appearance) as frame:
        assert frame.navigation.take_files(files)
        assert frame.navigation.place is Step.WHICH_CARD
        page = frame.navigation.page
        qtbot.waitUntil(lambda: "4821" in page.name, timeout=PATIENCE)
        assert page.name == "三井住友カード 4821 was charged"
        kept = practice.snapshot(practice_case, at=SaturdayEvening().now())
        assert len(kept.statements) == len(files)
