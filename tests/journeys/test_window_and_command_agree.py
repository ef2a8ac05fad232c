"""The same case, asked by the command line and looked at in the window."""

from pathlib import Path

import pytest

from tests.cli.running import Commands
from tests.window.scene import (
    SaturdayEvening,
    jobs_in,
    look_at_logins,
    read_statements,
    remove_stale_login,
    sort_orders,
)
from tests.window.scene import Silent as Unheard
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.orders.damage import assess_damage
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.sign_in import has_conflict, reset_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import Task

NOW = SaturdayEvening().now()
OF_ANOTHER_SHOP = "214001-20261114-0012345678"


@pytest.fixture
def torimodosu(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def files(practice: Store) -> Path:
    return practice.practice_folder / "files"


def seen(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=NOW)


def test_both_find_the_old_login_and_its_end(
    torimodosu: Commands, practice: Store, practice_case: Case, files: Path
) -> None:
    reset = reset_of(seen(practice, practice_case))
    assert reset is not None
    scan = ("signin", "scan", "--service", "amazon.co.jp", "--home", files / "home")
    given = ("--reset-at", reset.at.isoformat(), "--json")
    for is_there in (True, False):
        look_at_logins(practice, practice_case)
        snapshot = seen(practice, practice_case)
        done = torimodosu(*scan, *given)
        assert done.summary["conflict"] is is_there
        assert has_conflict(snapshot) is is_there
        is_proven = state_of(Step.SIGN_IN, snapshot) is StepState.PROVEN
        assert is_proven is not is_there
        remove_stale_login(practice, practice_case)


def test_both_tell_the_same_orders_and_sums(
    torimodosu: Commands, practice: Store, practice_case: Case, files: Path
) -> None:
    sort_orders(practice, practice_case, at=NOW)
    snapshot = seen(practice, practice_case)
    mine = {
        snapshot.orders[key].order_number
        for key, owner in snapshot.ownership.items()
        if owner is Ownership.MINE
    }
    own = [f"--own={number}" for number in sorted(filter(None, mine))]
    done = torimodosu("orders", files / "mail", *own, "--json")
    told = {row["named_number"]: row for row in done.rows if row["named_number"]}
    strange = assess_damage(snapshot.orders.values(), snapshot.ownership).caused
    numbers = {snapshot.orders[key].order_number for key in strange.orders} - {None}
    assert numbers <= told.keys()
    assert mine.isdisjoint(numbers)
    for order in snapshot.orders.values():
        if order.order_number in numbers:
            row = told[order.order_number]
            total = None if order.total is None else str(order.total)
            assert (row["total"], row["state"]) == (total, order.state.value)


def test_both_tell_the_same_of_the_evidence(
    torimodosu: Commands, practice: Store, practice_case: Case
) -> None:
    bag = bag_of(practice, practice_case)
    for is_whole in (True, False):
        verify = jobs_in(practice.path.parent).by_name()[Task.VERIFY_EVIDENCE.value]
        verify({"case": to_plain(practice_case)}, Unheard())
        snapshot = practice.snapshot(practice_case, at=NOW)
        done = torimodosu("evidence", "verify", bag, "--json")
        assert done.summary["valid"] is is_whole
        state = state_of(Step.CHECK_EVIDENCE, snapshot)
        assert (state is StepState.PROVEN) is is_whole
        next((bag / "data" / "mails").iterdir()).write_bytes(b"changed")


def test_both_name_the_same_cards(
    torimodosu: Commands, practice: Store, practice_case: Case, files: Path
) -> None:
    sort_orders(practice, practice_case, at=NOW)
    read_statements(practice, practice_case)
    snapshot = seen(practice, practice_case)
    own = [
        f"--own={snapshot.orders[key].order_number}"
        for key, owner in snapshot.ownership.items()
        if owner is Ownership.MINE and snapshot.orders[key].order_number
    ]
    # The command reads the mails of every shop, a case those of its own.
    own.append(f"--own={OF_ANOTHER_SHOP}")
    statements = sorted((files / "statements").glob("*/*"))
    read: list[str | Path] = ["--mail", files / "mail", "--statement", *statements]
    done = torimodosu("statements", "which-card", *read, *own, "--json")
    by_command = {
        (row["issuer"], row["card"]): row["verdict"]
        for row in done.rows
        if row["verdict"] == "certain"
    }
    assert snapshot.card_work is not None
    cards = {card.number: card for card in practice_case.answers.cards}
    by_window = {
        (cards[one.card].issuer, cards[one.card].last_four): one.verdict.value
        for one in snapshot.card_work.matching.findings
        if one.verdict.value == "certain"
    }
    assert by_command == by_window != {}
