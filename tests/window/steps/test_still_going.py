from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, sort_orders
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.still_going import Reason, StillGoing, Verdict
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import Place, View
from torimodosu.window.steps.still_going.leads import lead_of
from torimodosu.window.steps.still_going.page import StillGoingPage
from torimodosu.window.steps.still_going.words import reason_words, verdict_title

AT = SaturdayEvening().now()
PATIENCE = 120_000
Build = Callable[[Snapshot], StillGoingPage]
HOLD = MailKind.ORDER_ON_HOLD


@pytest.fixture
def judged(practice: Store, practice_case: Case) -> Snapshot:
    sort_orders(practice, practice_case, at=AT)
    return practice.snapshot(practice_case, at=AT)


@pytest.fixture
def build(qtbot: QtBot, look: Look, worker: JobRunner) -> Build:
    return partial(_build, qtbot, look, MailReader(worker))


def _build(
    qtbot: QtBot, look: Look, mails: MailReader, snapshot: Snapshot
) -> StillGoingPage:
    page = StillGoingPage(look, snapshot, mails)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    return page


def test_without_mail_the_page_asks_for_it(build: Build, snapshot: Snapshot) -> None:
    page = build(replace(snapshot, orders_at=None))
    assert "The answer will be here" in words_in(page)
    assert page.buttons().primary is None


def test_a_changed_account_makes_the_mails_a_weak_witness(
    build: Build, judged: Snapshot
) -> None:
    page = build(replace(judged, events=()))  # no mail names what was changed
    said = words_in(page)
    assert "Something in the account was changed." in said
    assert page.name == "The mails cannot tell yet whether it is over"
    assert "Ask the shop: it can tell you without your signing in." in said


def test_quiet_mails_do_not_hush_that_somebody_has_to_be_told(
    build: Build, judged: Snapshot
) -> None:
    that_night = replace(judged, at=AT - timedelta(hours=8))
    page = build(that_night)
    assert page.name == "The orders seem to have stopped"
    assert page.heading().why.startswith("Tell those who can stop it all the same")
    told = dict.fromkeys((Step.SHOP, Step.CARD_COMPANY), that_night.at)
    page = build(replace(that_night, said=told))
    assert "no need to hurry" in page.heading().why


def test_a_new_password_is_no_reason_to_doubt_the_mails(
    build: Build, judged: Snapshot
) -> None:
    page = build(judged)
    assert "Something in the account was changed." not in words_in(page)
    assert page.name == "Up to 21 November, the orders seem to have stopped"


def test_money_that_moves_leads_to_the_shop(build: Build, judged: Snapshot) -> None:
    newest = max(
        (key for key, order in judged.orders.items() if order.placed_at),
        key=lambda key: judged.orders[key].placed_at or AT,
    )
    ownership = {**judged.ownership, newest: Ownership.NOT_MINE}
    page = build(replace(judged, ownership=ownership))
    assert page.name == "Orders still come in"
    assert "Money is moving now" in words_in(page)
    assert page.buttons().primary is None
    places: list[object] = []
    page.place_chosen.connect(places.append)
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    assert places == [Step.READ_MAIL]


def test_quiet_is_only_probable(build: Build, judged: Snapshot) -> None:
    calm = replace(judged, notices=(), at=AT + timedelta(days=1))
    covered = tuple(replace(source, newest=calm.at) for source in judged.covered)
    page = build(replace(calm, covered=covered, read_at=calm.at))
    assert page.name == "Up to 22 November, the orders seem to have stopped"
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
        seen_until=AT,
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
        seen_until=AT,
    )
    said = {reason_words(reason, found) for reason in Reason}
    assert len(said) == len(Reason)
    assert verdict_title(found) == "Orders still come in"


def press(page: StillGoingPage, words: str) -> None:
    """Press the first link with these *words*."""
    link = next(one for one in page.findChildren(Button) if words in one.text())
    link.click()


def test_what_would_settle_it_is_one_press_away(build: Build, judged: Snapshot) -> None:
    page = build(replace(judged, events=()))
    places: list[Place] = []
    page.place_chosen.connect(places.append)
    for words in ("Tell the shop", "Get back in", "Read mail"):
        press(page, words)
    assert places == [Step.SHOP, Step.SIGN_IN, Step.READ_MAIL]


def test_the_mail_that_a_reason_names_is_shown(
    qtbot: QtBot, build: Build, judged: Snapshot
) -> None:
    page = build(judged)
    finding = page.name
    press(page, "See the mail")
    qtbot.waitUntil(lambda: page.name == "The mail behind it", timeout=PATIENCE)
    back = page.buttons().primary
    assert back is not None
    back.run()
    assert page.name == finding


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_leads_somewhere(judged: Snapshot, reason: Reason) -> None:
    lead = lead_of(reason, judged)
    assert lead.words
    mails = {mail.sha256 for mail in judged.notices}
    assert isinstance(lead.to, Step | View) or lead.to in mails


def test_what_the_hold_mail_says_leads_to_the_newest_of_them(judged: Snapshot) -> None:
    held = [mail for mail in judged.notices if mail.kind is HOLD and mail.date]
    newest = max(held, key=lambda mail: mail.date or AT)
    assert lead_of(Reason.QUIET_SINCE_HOLD, judged).to == newest.sha256
    without = replace(judged, notices=())
    assert lead_of(Reason.QUIET_SINCE_HOLD, without).to is Step.SORT_ORDERS
    unproven = lead_of(Reason.MAILS_NOT_PROVEN, judged)
    assert unproven.to is View.JUDGE


@pytest.mark.parametrize("days", [1, 3, 10, 400])
def test_a_quiet_day_stays_proven_on_the_page_as_in_the_rail(
    build: Build, judged: Snapshot, days: int
) -> None:
    later = replace(judged, at=AT + timedelta(days=days))
    assert state_of(Step.STILL_GOING, later) is StepState.PROVEN
    page = build(later)
    assert "the orders seem to have stopped" in page.name
    assert page.name.startswith("Up to 21 November" + " 2026" * (days == 400))
    is_early = "The mailbox that was read ends more than a day ago." in words_in(page)
    assert is_early is (days > 1)


def test_who_knows_it_from_the_shop_says_so(build: Build, judged: Snapshot) -> None:
    unclear = replace(judged, events=())
    page = build(unclear)
    told: list[object] = []
    page.said.connect(told.append)
    press(page, "I know that it has stopped")
    page = build(replace(unclear, said={Step.STILL_GOING: AT}))
    page.taken_back.connect(told.append)
    assert page.name == "It has stopped, as you say"
    assert "The mails do not prove it." in page.heading().why
    assert "I know that it has stopped" not in words_in(page)
    undo = page.buttons().secondary
    assert undo is not None
    undo.run()
    assert told == [Step.STILL_GOING] * 2


def test_what_is_not_sorted_comes_before_the_end(
    build: Build, judged: Snapshot
) -> None:
    key = next(iter(judged.ownership))
    left = {one: owner for one, owner in judged.ownership.items() if one != key}
    page = build(replace(judged, ownership=left))
    assert page.name == "The orders seem to have stopped"
    assert page.heading().why == "Say of each order whether it is yours first."


def test_without_an_order_of_somebody_else_it_says_so(
    build: Build, judged: Snapshot
) -> None:
    mine = dict.fromkeys(judged.orders, Ownership.MINE)
    page = build(replace(judged, ownership=mine))
    assert page.name == "Up to 21 November, nobody else has ordered"
