"""The cards of the page: keys, servers, and what to look for at the shop."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.recovery.mail.judging.letters import catalogue
from tests.window.seen import words_in
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.mail.judging.message_centre import LookFor
from torimodosu.recovery.mail.search import NotCovered, Trouble
from torimodosu.recovery.mail.signatures.key_server import (
    KeyAnswer,
    PublishedKey,
    WantedKeys,
)
from torimodosu.recovery.plan.judging_view import (
    KeyQuestion,
    KeysFetched,
    LooseJudged,
    NotedServer,
    SeenServer,
)
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.key_fetching import KeyFetching
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.judge.bringing import Bringing
from torimodosu.window.steps.judge.keys import KeyCard, KeyOutcome
from torimodosu.window.steps.judge.loose_list import LooseList, note_on_source
from torimodosu.window.steps.judge.servers import ServerCard
from torimodosu.window.steps.judge.sheet import look_for_card
from torimodosu.window.words.catalogue import source_words

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
NAMES = tuple(f"s{number}._domainkey.shop.example" for number in range(8))
SERVER = "192.0.2.53"


def button(part: QWidget, words: str) -> Button:
    (found,) = [one for one in part.findChildren(Button) if words in one.text()]
    return found


def key_card(look: Look, question: KeyQuestion, *, is_running: bool = False) -> KeyCard:
    return KeyCard(look, question, is_running=is_running, is_kept=True)


def test_the_button_names_whom_it_asks_and_the_card_for_what(
    qtbot: QtBot, look: Look
) -> None:
    wanted = WantedKeys(names=NAMES, left_out=("x",))
    card = key_card(look, KeyQuestion(wanted=wanted, server=SERVER))
    qtbot.addWidget(card)
    words = words_in(card)
    assert NAMES[5] in words
    assert NAMES[6] not in words
    assert "Show 2 more" in words
    assert "strangers are not asked for" in words
    with qtbot.waitSignal(card.asked):
        button(card, f"Ask {SERVER}").click()


def test_without_a_name_server_there_is_nothing_to_press(
    qtbot: QtBot, look: Look
) -> None:
    card = key_card(look, KeyQuestion(wanted=WantedKeys(names=NAMES[:1])))
    qtbot.addWidget(card)
    assert "knows no name server" in words_in(card)
    assert card.findChildren(Button) == []


def test_nobody_is_asked_twice_at_once(qtbot: QtBot, look: Look) -> None:
    question = KeyQuestion(wanted=WantedKeys(names=NAMES[:1]), server=SERVER)
    card = key_card(look, question, is_running=True)
    qtbot.addWidget(card)
    assert not button(card, "Ask").isEnabled()


def key(answer: KeyAnswer) -> PublishedKey:
    return PublishedKey(name="a", text="", at=NOON, source=SERVER, answer=answer)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (KeysFetched(keys=(key(KeyAnswer.RECORD),)), "1 key(s) were found"),
        (KeysFetched(keys=(key(KeyAnswer.NO_SUCH_NAME),)), "no longer publishes"),
        (KeysFetched(unanswered=("a", "b")), "For 2 nobody answered"),
        (KeysFetched(has_no_server=True), "Nobody could be asked"),
    ],
)
def test_it_is_said_what_came_of_asking(
    qtbot: QtBot, look: Look, jobs: JobRunner, result: KeysFetched, words: str
) -> None:
    fetching = KeyFetching(jobs)
    fetching.result = result
    outcome = KeyOutcome(look, fetching)
    qtbot.addWidget(outcome)
    assert words in words_in(outcome)


def test_what_cannot_be_kept_is_said_not_to_have_been_sent(
    qtbot: QtBot, look: Look, jobs: JobRunner
) -> None:
    fetching = KeyFetching(jobs)
    fetching.error = StoreError(StoreTrouble.FULL, "full")
    outcome = KeyOutcome(look, fetching)
    qtbot.addWidget(outcome)
    assert "The disk is full" in words_in(outcome)


@pytest.mark.parametrize(("words", "is_own"), [("Yes", True), ("No", False)])
def test_a_word_on_a_server_is_told(
    qtbot: QtBot, look: Look, words: str, *, is_own: bool
) -> None:
    server = SeenServer(
        trusted="mx.mine.example@mine.example",
        name="mx.mine.example",
        mails=40,
        of=44,
        first=NOON,
        last=NOON,
    )
    card = ServerCard(look, server)
    qtbot.addWidget(card)
    assert "40 of the 44 mails" in words_in(card)
    with qtbot.waitSignal(card.answered) as told:
        button(card, words).click()
    assert told.args == [server.trusted, is_own]


def test_a_server_that_one_mail_names_is_asked_about_with_a_warning(
    qtbot: QtBot, look: Look
) -> None:
    server = NotedServer(trusted="mx@mine.example", name="mx.mine.example", mails=1)
    card = ServerCard(look, server)
    qtbot.addWidget(card)
    words = words_in(card)
    assert "Does mx.mine.example belong to your mail provider?" in words
    assert "A forger can write such a note into a mail too" in words
    with qtbot.waitSignal(card.answered) as told:
        button(card, "Yes").click()
    assert told.args == [server.trusted, True]


def wanted(*, is_never_there: bool = False) -> LookFor:
    return LookFor(
        centre=catalogue().services["amazon.co.jp"].pages["message_centre"],
        subject="ご注文の確認",
        at=NOON,
        is_never_there=is_never_there,
    )


def test_a_case_leads_on_to_who_cannot_sign_in(qtbot: QtBot, look: Look) -> None:
    went: list[Step] = []
    card = look_for_card(look, wanted(), go=went.append)
    qtbot.addWidget(card)
    assert "ご注文の確認" in words_in(card)
    assert "14 March 2026, about" in words_in(card)
    button(card, "Ask the shop").click()
    button(card, "Find out why").click()
    assert went == [Step.SHOP, Step.SIGN_IN]


def test_before_there_is_a_case_the_ways_to_ask_the_shop_stand_there(
    qtbot: QtBot, look: Look
) -> None:
    shop = catalogue().services["amazon.co.jp"]
    (route, *_) = [one for one in shop.contacts if one.needs_sign_in is False]
    asked = replace(wanted(), contacts=(route,))
    card = look_for_card(look, asked, go=None)
    qtbot.addWidget(card)
    assert route.target in words_in(card)
    assert source_words(route.source) in words_in(card)
    of_case = look_for_card(look, asked, go=lambda _step: None)
    qtbot.addWidget(of_case)
    assert route.target not in words_in(of_case)


def test_a_mail_with_a_code_is_never_found_there(qtbot: QtBot, look: Look) -> None:
    card = look_for_card(look, wanted(is_never_there=True), go=None)
    qtbot.addWidget(card)
    assert "Mails with a code are never shown there" in words_in(card)
    assert card.findChildren(Button) == []


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (LooseJudged(judged=0), "There was no mail in it"),
        (
            LooseJudged(
                judged=0,
                not_covered=(
                    NotCovered(
                        source="/a/b.txt", offset=None, trouble=Trouble.NOT_A_MAIL
                    ),
                ),
            ),
            "b.txt",
        ),
    ],
)
def test_what_could_not_be_read_is_said(
    qtbot: QtBot, look: Look, jobs: JobRunner, result: LooseJudged, words: str
) -> None:
    judging = LooseJudging(jobs)
    judging.result = result
    part = LooseList(look, judging)
    qtbot.addWidget(part)
    assert words in words_in(part)


def test_a_source_that_is_too_long_is_not_taken(qtbot: QtBot, look: Look) -> None:
    part = Bringing(look, is_pasting=True, draft="x" * 2_000_001, note=())
    qtbot.addWidget(part)
    check = button(part, "Check this mail")
    assert not check.isEnabled()
    assert "Save the mail as a file" in check.toolTip()


def test_what_is_no_source_is_said_right_below_the_button(
    qtbot: QtBot, look: Look, jobs: JobRunner
) -> None:
    judging = LooseJudging(jobs)
    assert note_on_source(look, judging) == []
    judging.result = LooseJudged(judged=0, is_no_mail=True)
    note = note_on_source(look, judging)
    card = Bringing(look, is_pasting=True, draft="Dear customer", note=note)
    qtbot.addWidget(card)
    card.resize(900, 800)
    card.show()
    (told,) = card.findChildren(Callout)
    assert "not the source of a mail" in words_in(told)
    check = button(card, "Check this mail")
    gap = (
        told.mapTo(card, QPoint()).y()
        - check.mapTo(card, check.rect().bottomLeft()).y()
    )
    assert 0 < gap < check.height()
