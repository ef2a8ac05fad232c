"""What happens when the shop refuses a code."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.cases import SHOP as CASE
from tests.window.steps.two_step.person import SHOP, Person
from torimodosu.recovery.case.sent import SentWhat
from torimodosu.recovery.twostep.clock import TimeTrouble
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.window.kit.fields import MomentEdit
from torimodosu.window.steps.two_step.clock_card import ClockCard
from torimodosu.window.steps.two_step.parts import TIME_SERVER
from torimodosu.window.steps.two_step.sight import Stand


@pytest.fixture
def refused(person: Person) -> Person:
    """Return somebody whose first code was refused."""
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.say(is_accepted=False)
    person.stands(Stand.REFUSED)
    person.wait_for_code()
    return person


def test_a_refusal_tells_what_it_may_be(refused: Person) -> None:
    words = refused.words
    titles = (
        "The clock of this computer is off",
        "The shop has shown a newer QR code since",
        "It came a little too late",
        "A digit slipped",
    )
    places = [words.index(title) for title in titles]
    assert places == sorted(places)
    assert "Is the clock of this computer right?" in words


def test_the_next_code_may_be_accepted_all_the_same(refused: Person) -> None:
    refused.clock.go_on(seconds=30)
    refused.say(is_accepted=True)
    refused.stands(Stand.SECOND_CODE)


def test_a_clock_that_is_believed_tells_that_this_one_is_off(refused: Person) -> None:
    (field,) = refused.page.findChildren(MomentEdit)
    shown = field.moment()
    refused.clock.moment = shown + timedelta(seconds=47)
    refused.press("compare-clock")
    refused.wait_for("This clock is 47 second(s) ahead")
    assert "If it is refused again" in refused.words
    assert "Settings › " in refused.words
    refused.press("I have set it")
    assert "second(s) ahead" not in refused.words
    assert "What it may be" in refused.words


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (0, "This clock is right"),
        (-47, "This clock is 47 second(s) behind"),
        (30, "This clock is 30 second(s) off"),
        (300, "This clock is 5 minute(s) ahead"),
        (9 * 3600, "This clock is 9 hour(s) ahead"),
    ],
)
def test_how_far_it_is_off_is_said_as_one_would_say_it(
    refused: Person, off: int, words: str
) -> None:
    now = refused.clock.now()
    refused.tools.clock_check.compare_clock(now - timedelta(seconds=off), now)
    assert words in refused.words


def test_the_code_of_a_phone_tells_that_this_clock_is_off(refused: Person) -> None:
    theirs = code_at(SHOP, refused.clock.now() - timedelta(seconds=300)).code
    refused.type("other-code", theirs)
    refused.press("Compare")
    refused.wait_for("ahead")
    assert "That is why the code was refused." in refused.words


def test_the_code_of_another_key_tells_that_the_set_up_is_old(refused: Person) -> None:
    refused.type("other-code", "000 000")
    refused.press("Compare")
    refused.wait_for("The other device holds another key")
    assert "What it was" in refused.words
    refused.press("set-up-anew")
    refused.stands(Stand.SET_UP)
    assert refused.snapshot.two_step.tries == ()


def test_a_server_is_asked_by_a_button_that_names_it(refused: Person) -> None:
    refused.server.ahead = timedelta(seconds=47)
    refused.type("time-server", "pool.ntp.org")
    refused.press("Ask pool.ntp.org")
    refused.wait_for("This clock is 47 second(s) ahead")
    assert refused.server.asked == ["pool.ntp.org"]
    refused.case_file.refresh()
    refused.wait(lambda: bool(refused.snapshot.left_this_computer))
    (sent,) = refused.snapshot.left_this_computer
    assert (sent.host, sent.what) == ("pool.ntp.org", SentWhat.TIME_QUESTION)
    assert refused.store.settings[TIME_SERVER] == "pool.ntp.org"
    (button,) = refused.buttons("ask-time")
    assert not button.isEnabled()
    assert button.toolTip() == "One question every 15 seconds is enough"


def test_the_server_that_was_named_is_offered_again(person: Person) -> None:
    person.store.set(TIME_SERVER, "time.example")
    person.open_case(CASE)
    person.show_qr(SHOP)
    person.say(is_accepted=False)
    person.stands(Stand.REFUSED)
    person.wait_for("Ask time.example")


@pytest.mark.parametrize("named", ["", "clock", "https://ntp.nict.jp/"])
def test_what_is_no_name_of_a_place_is_not_asked(refused: Person, named: str) -> None:
    refused.type("time-server", named)
    (button,) = refused.buttons("ask-time")
    assert not button.isEnabled()
    assert "This is no name of a place" in button.toolTip()
    refused.field("time-server").returnPressed.emit()
    assert refused.server.asked == []


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (TimeTrouble.NO_SUCH_HOST, "ntp.nict.jp was not found"),
        (TimeTrouble.NO_ANSWER, "ntp.nict.jp did not answer"),
        (TimeTrouble.SENT_AWAY, "ntp.nict.jp asks not to be asked"),
        (TimeTrouble.NOT_BELIEVABLE, "ntp.nict.jp does not know the time"),
    ],
)
def test_a_server_that_tells_nothing_is_no_dead_end(
    refused: Person, trouble: TimeTrouble, words: str
) -> None:
    refused.server.trouble = trouble
    refused.press("Ask ntp.nict.jp")
    refused.wait_for(words)
    assert "With a clock that you trust" in refused.words


def test_a_counter_has_no_clock_to_look_at(person: Person) -> None:
    counted = replace(SHOP, type=type(SHOP.type).HOTP, period=0)
    person.open_case(CASE)
    person.show_qr(counted)
    person.say(is_accepted=False)
    person.stands(Stand.REFUSED)
    person.wait_for("The counters no longer agree")
    assert person.page.findChildren(ClockCard) == []


def test_what_was_typed_is_forgotten_when_the_page_is_left(refused: Person) -> None:
    refused.type("other-code", "123456")
    refused.page.rebuild()
    assert refused.field("other-code").text() == "123456"
    refused.page.hide()
    refused.page.show()
    refused.wait_for_code()
    assert refused.field("other-code").text() == ""
