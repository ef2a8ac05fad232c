"""What was read, and what was not: all of it can be looked at."""

from pytestqt.qtbot import QtBot

from tests.fakes.clock import FRIDAY_NIGHT
from tests.window.seen import words_in
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.read_mail.coverage import coverage_card

READ = tuple(Covered(source=f"/mail/in{n}", messages=n, size=1) for n in range(9))
MISSED = tuple(
    NotCovered(source=f"/mail/out{n}", offset=None, trouble=Trouble.NOT_A_MAIL)
    for n in range(70)
)


def test_every_file_that_was_read_or_not_is_named_at_a_press(
    qtbot: QtBot, look: Look
) -> None:
    snapshot = Snapshot(at=FRIDAY_NIGHT, covered=READ, not_covered=MISSED)
    card = coverage_card(look, snapshot)
    qtbot.addWidget(card)
    words = words_in(card).splitlines()
    assert [one for one in words if one.startswith("Show ")] == [
        "Show 3 more",
        "Show 50 of 64 more",
    ]
    of_read, of_missed = card.findChildren(Button)
    of_read.click()
    of_missed.click()
    of_missed.click()
    words = words_in(card).splitlines()
    assert {f"in{n}" for n in range(9)} <= set(words)
    assert {f"out{n}" for n in range(70)} <= set(words)


def test_a_few_files_need_no_press(qtbot: QtBot, look: Look) -> None:
    snapshot = Snapshot(at=FRIDAY_NIGHT, covered=READ[:6], not_covered=MISSED[:6])
    card = coverage_card(look, snapshot)
    qtbot.addWidget(card)
    assert card.findChildren(Button) == []
