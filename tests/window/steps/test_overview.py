from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import (
    SaturdayEvening,
    call_card_company,
    practice_store,
    sort_orders,
)
from tests.window.seen import words_in
from tests.window.steps.sign_in.looks import CHANGED, FRESH, OLD, looked, profile
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.deadline import Due, DueDay
from torimodosu.recovery.statements.watch import WatchLog
from torimodosu.recovery.statements.which_card.matching import Matching
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.page import TONIGHT
from torimodosu.window.steps.overview.facts import FactsCard
from torimodosu.window.steps.overview.page import OverviewPage
from torimodosu.window.steps.overview.rest import RestCard

NOW = SaturdayEvening().now()
OPEN = Snapshot(at=NOW, case=Case(number=1, answers=SHOP))
Build = Callable[[Snapshot], OverviewPage]


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return look_at(tmp_path_factory.mktemp("fresh"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return look_at(tmp_path_factory.mktemp("sorted"), is_told=True)


def look_at(folder: Path, *, is_told: bool = False) -> Snapshot:
    """Return what is known of the practice incident."""
    store = practice_store(folder)
    case = store.all()[0]
    if is_told:
        sort_orders(store, case, at=NOW)
        call_card_company(store, case, at=NOW)
    return store.snapshot(case, at=NOW + timedelta(days=2))


def all_done(known: Snapshot) -> Snapshot:
    """Return *known* with whole evidence, and the rest done as the person says."""
    assert known.seal is not None
    whole = Verification(at=known.seal.at, faults=0)
    return replace(known, verification=whole, said=dict.fromkeys(Step, NOW))


@pytest.fixture
def build(qtbot: QtBot, look: Look) -> Build:
    def build(snapshot: Snapshot) -> OverviewPage:
        page = OverviewPage(look, snapshot)
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def press(page: OverviewPage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_there_is_one_next_step_and_it_can_be_started(
    qtbot: QtBot, build: Build
) -> None:
    page = build(OPEN)
    assert page.name == "There is one thing to do next"
    primary = [b for b in page.findChildren(Button) if b.property("kind") == "primary"]
    assert [button.accessibleName() for button in primary] == ["Start this step"]
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "Start this step")
    assert chosen.args == [Step.READ_MAIL]
    assert not page.buttons().has_bar
    assert "next step" in page.help_words()


def test_the_steps_after_it_are_folded(build: Build) -> None:
    page = build(OPEN)
    assert "After that" not in words_in(page)
    press(page, "See the steps after it")
    assert "After that" in words_in(page)
    assert "Tell the police" not in words_in(page)
    assert "Look back and close" in words_in(page)


def test_without_mails_nothing_is_known(qtbot: QtBot, look: Look) -> None:
    card = FactsCard(look, OPEN)
    qtbot.addWidget(card)
    assert "Nothing yet." in words_in(card)


def test_unsorted_orders_are_an_open_fact(
    qtbot: QtBot, look: Look, taken_in: Snapshot
) -> None:
    card = FactsCard(look, taken_in)
    qtbot.addWidget(card)
    words = words_in(card)
    assert "%n order(s) not sorted yet".replace("%n", "22") in words
    assert "Not known yet" in words
    assert "kept, unchanged" in words


def test_the_damage_is_told_with_its_source_and_what_is_open(
    qtbot: QtBot, look: Look, told: Snapshot
) -> None:
    card = FactsCard(look, told)
    qtbot.addWidget(card)
    words = words_in(card)
    assert "14 order(s) that are not yours" in words
    assert "Loss: ¥99,400" in words
    assert "1 amount(s) not known yet" in words
    assert "No more orders came up to 21 November" in words
    with qtbot.waitSignal(card.place_chosen) as chosen:
        card.findChildren(Button)[0].click()
    assert chosen.args == [Step.SORT_ORDERS]


@pytest.mark.parametrize(
    ("hours", "words"), [(0.5, "Orders still come in"), (30, "No more orders")]
)
def test_it_says_the_same_as_the_page_on_what_still_comes(
    qtbot: QtBot, look: Look, told: Snapshot, hours: float, words: str
) -> None:
    foreign = [
        order.placed_at
        for key, order in told.orders.items()
        if told.ownership[key] is Ownership.NOT_MINE and order.placed_at is not None
    ]
    now = max(foreign) + timedelta(hours=hours)
    read = replace(told.covered[0], newest=now)
    card = FactsCard(look, replace(told, at=now, notices=(), covered=(read,)))
    qtbot.addWidget(card)
    assert words in words_in(card)
    assert "The last one: 20 November" in words_in(card)


def test_a_loss_that_no_mail_tells_is_not_known(
    qtbot: QtBot, look: Look, told: Snapshot
) -> None:
    key = next(k for k, order in told.orders.items() if order.total is None)
    one = replace(
        told, orders={key: told.orders[key]}, ownership={key: Ownership.NOT_MINE}
    )
    card = FactsCard(look, one)
    qtbot.addWidget(card)
    assert "The loss is not known yet" in words_in(card)
    assert "¥0" not in words_in(card)


def test_all_known_amounts_are_told_to_be_all(
    qtbot: QtBot, look: Look, told: Snapshot
) -> None:
    key = "250-0118081-3500001"
    one = replace(
        told, orders={key: told.orders[key]}, ownership={key: Ownership.NOT_MINE}
    )
    card = FactsCard(look, replace(one, orders_at=None))
    qtbot.addWidget(card)
    assert "All amounts are in the mails" in words_in(card)
    assert "Whether orders still come in" in words_in(card)


def test_what_was_not_read_is_named(qtbot: QtBot, look: Look) -> None:
    gap = NotCovered(source="/x", offset=None, trouble=Trouble.NO_PERMISSION)
    card = FactsCard(look, replace(OPEN, not_covered=(gap,)))
    qtbot.addWidget(card)
    assert "could not be read" in words_in(card)


def test_mails_of_a_reading_that_was_cut_off_come_from_no_whole_file(
    qtbot: QtBot, look: Look, told: Snapshot
) -> None:
    card = FactsCard(look, replace(told, covered=()))
    qtbot.addWidget(card)
    words = words_in(card)
    assert "Reading was cut off; read the same files once more" in words
    assert "From 0" not in words


def test_a_place_without_mails_left_nothing_unread(qtbot: QtBot, look: Look) -> None:
    gap = NotCovered(source="/x", offset=None, trouble=Trouble.NO_MAIL_INSIDE)
    card = FactsCard(look, replace(OPEN, not_covered=(gap,)))
    qtbot.addWidget(card)
    assert "could not be read" not in words_in(card)


def test_what_the_person_said_is_dated(qtbot: QtBot, look: Look) -> None:
    card = FactsCard(look, replace(OPEN, said={Step.SHOP: NOW}))
    qtbot.addWidget(card)
    assert "The shop knows" in words_in(card)
    assert "Noted on 21 November" in words_in(card)
    assert "Said by you" in words_in(card)


def test_urgent_things_come_before_stopping(qtbot: QtBot, look: Look) -> None:
    card = RestCard(look, OPEN)
    qtbot.addWidget(card)
    assert card.objectName() == TONIGHT
    assert card.accessibleName().endswith("before you stop")
    assert "Keep the shop's mails safe" in words_in(card)


def test_when_nothing_is_urgent_the_person_may_rest(
    qtbot: QtBot, look: Look, told: Snapshot
) -> None:
    card = RestCard(look, told)
    qtbot.addWidget(card)
    assert card.accessibleName() == "You can stop here"
    assert "The card company knows" in words_in(card)
    assert "For tomorrow" in words_in(card)


def test_money_that_moves_is_told_first(build: Build, told: Snapshot) -> None:
    recent = replace(told, at=NOW - timedelta(hours=20), said={})
    page = build(recent)
    assert "Money may be moving now" in words_in(page)
    assert page.heading().why == "Do this one now. Everything else can wait."


@pytest.mark.parametrize("is_urgent", [True, False])
def test_the_page_is_calm(build: Build, told: Snapshot, *, is_urgent: bool) -> None:
    page = build(OPEN if is_urgent else told)
    calm = "Stay calm." if is_urgent else "Take your time."
    assert calm in page.heading().why


def test_when_all_is_done_there_is_no_next_step(build: Build, told: Snapshot) -> None:
    page = build(all_done(told))
    assert page.name == "Everything is done"
    assert "Start this step" not in words_in(page)


def test_while_the_watch_goes_on_the_next_day_is_told(
    build: Build, told: Snapshot
) -> None:
    due = DueDay(on=date(2026, 12, 25), what=Due.STATEMENT_OUT, card=1)
    watching = CardWork(
        at=NOW,
        matching=Matching(
            at=NOW,
            findings=(),
            matches=(),
            unexplained_charges=(),
            unexplained_orders=(),
        ),
        watch=WatchLog(months=(), cells=(), ends_on=date(2027, 11, 20)),
        due=(due,),
    )
    done = replace(all_done(told), card_work=watching)
    assert build(done).name == "Nothing to do until 25 December"
    ended = replace(watching.watch, ends_on=NOW.date())
    over = replace(done, card_work=replace(watching, watch=ended))
    assert build(over).name == "Everything is done"


def test_an_old_password_in_a_browser_is_a_fact_until_it_is_gone(
    build: Build, taken_in: Snapshot
) -> None:
    changed = (replace(CHANGED, at=NOW - timedelta(hours=2)),)
    known = replace(taken_in, events=changed, stale_seen_at=NOW)
    page = build(replace(known, scan=looked(profile(OLD))))
    assert "A browser holds an old password" in words_in(page)
    page = build(replace(known, scan=looked(profile(FRESH))))
    assert "No browser holds an old password" in words_in(page)
    page = build(replace(known, scan=None))
    assert "an old password" not in words_in(page)
