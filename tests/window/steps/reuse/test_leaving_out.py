"""Leaving entries of the queue out, and taking words back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit

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
from torimodosu.recovery.passwords.queue import Standing
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import DateEdit
from torimodosu.window.kit.table import Table

QUEUE = queue_of(MAILBOX, SHOP, BANK)


def test_one_is_left_out_with_a_reason_up_to_a_day(desk: Desk) -> None:
    desk.show(QUEUE)
    press(desk.page, "Leave it out")
    press(desk.page, "I no longer use it")
    (day,) = desk.page.findChildren(DateEdit)
    assert day.date().toPython() == AT.date() + timedelta(days=90)
    press(desk.page, "Leave it out")
    (entry, *_) = desk.kept().entries
    assert entry.standing is Standing.EXCLUDED
    assert entry.reason == "I no longer use it"
    assert entry.until == AT.date() + timedelta(days=90)
    assert listed(desk.page)[0][-1] == "Left out"


def test_one_is_left_out_for_good_in_ones_own_words(desk: Desk) -> None:
    desk.show(QUEUE)
    press(desk.page, "Leave it out")
    said(desk.page)
    (leave,) = (
        one
        for one in desk.page.findChildren(Button)
        if one.accessibleName() == "Leave it out"
    )
    assert not leave.isEnabled()
    desk.page.findChildren(QLineEdit, "reason")[0].setText("  closed in 2019 ")
    press(desk.page, "For good")
    press(desk.page, "Leave it out")
    (entry, *_) = desk.kept().entries
    assert (entry.reason, entry.until) == ("closed in 2019", None)


def test_nothing_is_left_out_by_mistake(desk: Desk) -> None:
    desk.show(QUEUE)
    press(desk.page, "Leave it out")
    press(desk.page, "Keep it in")
    assert desk.standing(MAILBOX.key) is Standing.OPEN
    assert "Whoever reads this mailbox" in said(desk.page)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"standing": Standing.SAID}, "The next export can prove that"),
        (
            {"standing": Standing.EXCLUDED, "reason": "closed", "until": None},
            "Left out for good: closed",
        ),
        (
            {
                "standing": Standing.EXCLUDED,
                "reason": "later",
                "until": date(2027, 1, 2),
            },
            "Left out until 2 January 2027: later",
        ),
    ],
)
def test_either_word_can_be_taken_back(
    desk: Desk, known: dict[str, object], words: str
) -> None:
    entry = replace(MAILBOX, since=AT, **known)  # type: ignore[arg-type]
    desk.show(queue_of(entry, SHOP))
    desk.page.findChildren(Table)[0].opened.emit(entry.key, 0)
    assert words in said(desk.page)
    press(desk.page, "Take it back")
    assert desk.standing(entry.key) is Standing.OPEN
