from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, sort_orders
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.still_going import Reason, StillGoing, Verdict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.still_going.page import StillGoingPage
from torimodosu.window.steps.still_going.words import reason_words, verdict_title

AT = SaturdayEvening().now()


@pytest.fixture
def judged(practice: Store, practice_case: Case) -> Snapshot:
    sort_orders(practice, practice_case, at=AT)
    return practice.snapshot(practice_case, at=AT)


def build(qtbot: QtBot, look: Look, snapshot: Snapshot) -> StillGoingPage:
    page = StillGoingPage(look, snapshot)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    return page


def test_without_mail_the_page_asks_for_it(
    qtbot: QtBot, look: Look, snapshot: Snapshot
) -> None:
    page = build(qtbot, look, replace(snapshot, orders_at=None))
    assert "The answer will be here" in words_in(page)
    assert page.buttons().primary is None


def test_a_changed_account_makes_the_mails_a_weak_witness(
    qtbot: QtBot, look: Look, judged: Snapshot
) -> None:
    page = build(qtbot, look, judged)
    said = words_in(page)
    assert "Something in the account was changed." in said
    assert page.name == "The mails cannot tell yet whether it is over"
    assert "Ask the shop: it can tell you without your signing in." in said


def test_money_that_moves_leads_to_the_shop(
    qtbot: QtBot, look: Look, judged: Snapshot
) -> None:
    newest = max(
        (key for key, order in judged.orders.items() if order.placed_at),
        key=lambda key: judged.orders[key].placed_at or AT,
    )
    ownership = {**judged.ownership, newest: Ownership.NOT_MINE}
    page = build(qtbot, look, replace(judged, ownership=ownership))
    assert page.name == "Orders still come in"
    assert "Money is moving now" in words_in(page)
    assert page.buttons().primary is None
    places: list[object] = []
    page.place_chosen.connect(places.append)
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    assert places == [Step.READ_MAIL]


def test_quiet_is_only_probable(qtbot: QtBot, look: Look, judged: Snapshot) -> None:
    calm = replace(judged, notices=(), at=AT + timedelta(days=1))
    covered = tuple(replace(source, newest=calm.at) for source in judged.covered)
    page = build(qtbot, look, replace(calm, covered=covered))
    assert page.name == "The orders seem to have stopped"
    said = words_in(page)
    assert "Probable" in said
    assert "Confirmed" not in said
    primary = page.buttons().primary
    assert primary is not None


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_sentence(reason: Reason) -> None:
    found = StillGoing(
        verdict=Verdict.CANNOT_TELL,
        certainty=Certainty.UNKNOWN,
        reasons=(reason,),
        held_at=AT,
        last_order=AT,
        orders=(),
    )
    words = reason_words(reason, found)
    assert words.endswith(".")
    assert "{" not in words


def test_every_reason_has_words_of_its_own() -> None:
    found = StillGoing(
        verdict=Verdict.GOING_ON,
        certainty=Certainty.UNKNOWN,
        reasons=(),
        held_at=AT,
        last_order=AT,
        orders=(),
    )
    said = {reason_words(reason, found) for reason in Reason}
    assert len(said) == len(Reason)
    assert verdict_title(found) == "Orders still come in"
