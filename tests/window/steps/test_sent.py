from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.sent.page import SentPage
from torimodosu.window.words.dates import near_words

NOTHING = Snapshot(at=SaturdayEvening().now())

ASKED = Sent(at=NOTHING.at, host="api.example.org", what=SentWhat.TIME_QUESTION)


def test_as_long_as_nothing_was_sent_it_says_so(qtbot: QtBot, look: Look) -> None:
    page = SentPage(look, NOTHING)
    qtbot.addWidget(page)
    page.rebuild()
    assert page.name == "Nothing left this computer"
    assert "Every step can be done without a network" in words_in(page)


def test_every_place_that_got_something_is_named(qtbot: QtBot, look: Look) -> None:
    page = SentPage(look, NOTHING)
    qtbot.addWidget(page)
    page.show_snapshot(replace(NOTHING, left_this_computer=(ASKED,)))
    assert "api.example.org" in words_in(page)
    assert "without a network" not in words_in(page)
    assert page.name != "Nothing left this computer"


def test_it_says_what_each_place_got_and_when(qtbot: QtBot, look: Look) -> None:
    page = SentPage(look, NOTHING)
    qtbot.addWidget(page)
    hashes = Sent(
        at=NOTHING.at, host="hashes.example", what=SentWhat.HASH_STARTS, count=12
    )
    sent = (ASKED, hashes, *(replace(ASKED, count=1) for _ in range(25)))
    page.show_snapshot(replace(NOTHING, left_this_computer=sent))
    words = words_in(page)
    assert "A question for the time" in words
    assert "The first five characters of hashes of passwords" in words
    moment = near_words(NOTHING.at, now=NOTHING.at)
    assert words.count(moment) == 21
    assert f"{moment}, 12 question(s)" in words
    assert "and 6 more" in words
