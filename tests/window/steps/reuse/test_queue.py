"""Working through a queue that an audit has left."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.window.steps.reuse.acting import (
    AT,
    BANK,
    MAILBOX,
    SHOP,
    Desk,
    listed,
    press,
    queue_of,
    said,
)
from tests.window.steps.reuse.conftest import World
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.queue import Flaw, LeakList, PasswordQueue, Standing
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.table import Table
from torimodosu.window.place import Place, View
from torimodosu.window.steps.reuse.page import ReusePage

QUEUE = queue_of(MAILBOX, SHOP, BANK)


def made_for(qtbot: QtBot, page: ReusePage) -> str:
    """Return the password that the page makes for the site."""

    def text() -> str:
        said(page)
        fields = page.findChildren(QLineEdit, "password-for-site")
        return fields[0].text() if fields else ""

    qtbot.waitUntil(lambda: bool(text()))
    return text()


def test_the_most_urgent_comes_first_and_each_has_its_reason(desk: Desk) -> None:
    words = desk.show(QUEUE)
    assert desk.page.heading().title.startswith("3 password")
    assert "Whoever reads this mailbox can reset all the others." in words
    assert "Signed in as taro@example.jp" in words
    assert [row[0] for row in listed(desk.page)] == [
        "google.com",
        "apple.com",
        BANK.site,
    ]
    assert [row[-1] for row in listed(desk.page)] == [
        "Next",
        "After that",
        "After that",
    ]
    assert listed(desk.page)[1][3] == "used elsewhere too, known from leaks"


def test_who_has_the_same_elsewhere_need_not_hear_of_one_like_it(desk: Desk) -> None:
    flaws = (Flaw.REUSED, Flaw.VARIANT, Flaw.SHORT)
    desk.show(queue_of(replace(MAILBOX, flaws=flaws)))
    assert listed(desk.page)[0][3] == "used elsewhere too, short"


def test_a_password_is_made_by_the_rules_of_the_site(qtbot: QtBot, desk: Desk) -> None:
    desk.show(queue_of(SHOP))
    made = made_for(qtbot, desk.page)
    assert len(made) == 20
    press(desk.page, "Copy")
    assert QApplication.clipboard().text() == made
    assert "Copied. It clears itself" in said(desk.page)
    press(desk.page, "Another")
    qtbot.waitUntil(lambda: made_for(qtbot, desk.page) != made)


def test_a_site_that_takes_only_eight_gets_eight(qtbot: QtBot, desk: Desk) -> None:
    desk.show(queue_of(replace(BANK, site="aeon.co.jp")))
    assert len(made_for(qtbot, desk.page)) == 8


def test_what_is_changed_is_noted_and_the_next_one_comes(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.show(QUEUE)
    first = made_for(qtbot, desk.page)
    press(desk.page, "I changed it")
    assert desk.standing(MAILBOX.key) is Standing.SAID
    assert desk.page.heading().title.startswith("2 password")
    assert [row[-1] for row in listed(desk.page)] == [
        *("Changed (noted)", "Next", "After that"),
    ]
    assert made_for(qtbot, desk.page) != first


def test_any_of_them_can_be_taken_first(desk: Desk) -> None:
    desk.show(QUEUE)
    desk.page.findChildren(Table)[0].opened.emit(BANK.key, 0)
    assert "Money can be moved from there" in said(desk.page)
    press(desk.page, "I changed it")
    assert desk.standing(BANK.key) is Standing.SAID
    assert "Whoever reads this mailbox" in said(desk.page)


def test_the_page_of_the_site_is_opened_or_its_address_copied(
    desk: Desk, world: World
) -> None:
    desk.show(QUEUE)
    press(desk.page, "Copy the address")
    assert QApplication.clipboard().text() == MAILBOX.page
    press(desk.page, "Open in the browser")
    assert world.opened == [MAILBOX.page]
    assert "could not be started" not in said(desk.page)
    world.can_open = False
    press(desk.page, "Open in the browser")
    assert "could not be started" in said(desk.page)


def test_a_site_without_a_known_page_says_how_to_get_there(desk: Desk) -> None:
    words = desk.show(queue_of(SHOP))
    assert "Type the site's address yourself" in words
    assert "Open in the browser" not in words


def test_what_an_export_has_proven_needs_no_word(desk: Desk) -> None:
    proven = replace(MAILBOX, standing=Standing.PROVEN, since=AT)
    desk.show(queue_of(proven, SHOP))
    desk.page.findChildren(Table)[0].opened.emit(proven.key, 0)
    words = said(desk.page)
    assert "A later export shows another password there" in words
    assert "Take it back" not in words


@pytest.mark.parametrize(
    ("queue", "title"),
    [
        (queue_of(), "Nothing is left to change"),
        (
            queue_of(replace(MAILBOX, standing=Standing.PROVEN, since=AT)),
            "Nothing is left to change",
        ),
        (
            queue_of(replace(MAILBOX, standing=Standing.SAID, since=AT)),
            "All are changed, as you say",
        ),
    ],
)
def test_when_all_are_settled_it_leads_on(
    desk: Desk, queue: PasswordQueue, title: str
) -> None:
    chosen: list[Place] = []
    desk.page.place_chosen.connect(chosen.append)
    desk.show(queue)
    assert desk.page.heading().title == title
    primary = desk.page.buttons().primary
    assert primary is not None
    primary.run()
    assert chosen == [View.OVERVIEW]


def test_places_that_share_a_password_stand_together(desk: Desk) -> None:
    words = desk.show(QUEUE)
    assert "The same password at 2 place" in words
    assert "google.com, apple.com" in words


@pytest.mark.parametrize(
    ("leaks", "entries", "words"),
    [
        ((), (SHOP,), "Not compared with any list"),
        ((LeakList.SHIPPED,), (MAILBOX,), "None was found in what was compared"),
        ((LeakList.SHIPPED,), (SHOP,), "1 of them"),
        ((LeakList.FILE,), (MAILBOX,), "Your own list of leaks"),
    ],
)
def test_leaks_are_found_not_found_or_not_compared(
    desk: Desk,
    leaks: tuple[LeakList, ...],
    entries: tuple[object, ...],
    words: str,
) -> None:
    told = desk.show(queue_of(*entries, leaks=leaks))  # type: ignore[arg-type]
    assert words in told
    assert "safe" not in told


def test_leaving_the_page_forgets_the_password(qtbot: QtBot, desk: Desk) -> None:
    desk.show(QUEUE)
    first = made_for(qtbot, desk.page)
    desk.page.hide()
    desk.page.show()
    desk.page.rebuild()
    assert made_for(qtbot, desk.page) != first


def test_who_has_no_export_may_do_it_by_hand(
    page: ReusePage, practice: Store, practice_case: Case
) -> None:
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    assert Step.REUSE in practice.snapshot(practice_case, at=AT).said
    primary = page.buttons().primary
    assert primary is not None
    assert primary.words == "Next"
