"""Every finding, cause, reason and trouble has words of its own, in both languages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.window.steps.sign_in.looks import AT, CATALOGUE, CHANGED, OLD, RESET
from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.signin.cause import Cause, Reason, Weight
from torimodosu.recovery.signin.diagnosis import Advice, Finding, WhyFirst
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)
from torimodosu.recovery.signin.reset_guard import ResetGuard
from torimodosu.recovery.signin.trial import Outcome, Trial
from torimodosu.window.steps.sign_in.browser_words import (
    browser_name,
    not_covered_words,
    profile_words,
)
from torimodosu.window.steps.sign_in.cause_words import (
    cause_name,
    cause_task,
    weight_sign,
    weight_words,
)
from torimodosu.window.steps.sign_in.event_words import event_words
from torimodosu.window.steps.sign_in.finding_words import (
    advice_words,
    age_words,
    changed_words,
    finding_sign,
    finding_words,
    first_words,
    sent_words,
)
from torimodosu.window.steps.sign_in.guard_words import guard_words
from torimodosu.window.steps.sign_in.reason_words import reason_words
from torimodosu.window.translator import translate
from torimodosu.window.words.dates import near_words
from torimodosu.window.words.trials import (
    OUTCOMES,
    outcome_words,
    trial_name,
    trial_task,
)

DAY = timedelta(days=1)


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    translate(qapp, QLocale(request.param))
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


WORDS: tuple[tuple[Callable[..., object], Iterable[object]], ...] = (
    (cause_name, Cause),
    (cause_task, Cause),
    (weight_words, Weight),
    (weight_sign, Weight),
    (reason_words, Reason),
    (finding_words, Finding),
    (finding_sign, Finding),
    (first_words, WhyFirst),
    (advice_words, Advice),
    (trial_name, Trial),
    (trial_task, Trial),
    (outcome_words, Outcome),
    (guard_words, ResetGuard),
)


@pytest.mark.parametrize(("words", "kinds"), WORDS, ids=lambda part: str(part)[:24])
def test_no_two_kinds_share_their_words(
    language: str, words: Callable[..., object], kinds: Iterable[object]
) -> None:
    del language
    told = [words(kind) for kind in kinds]
    assert len(set(told)) == len(told)


def test_every_event_has_words(language: str) -> None:
    told = [event_words(replace(CHANGED, kind=kind)) for kind in AccountEventKind]
    assert len(set(told)) == len(AccountEventKind)
    moved = replace(
        CHANGED, kind=AccountEventKind.ADDRESS_CHANGED, new_address="new@example.com"
    )
    assert "new@example.com" in event_words(moved)
    assert "?" in event_words(moved)
    assert language in {"en", "ja"}


@pytest.mark.parametrize("trouble", StoreTrouble)
@pytest.mark.parametrize("part", StorePart)
def test_what_was_not_read_is_one_plain_sentence(
    language: str, part: StorePart, trouble: StoreTrouble
) -> None:
    missed = StoreNotCovered(
        browser="chrome", profile="", part=part, trouble=trouble, path="/secret/place"
    )
    words = not_covered_words(CATALOGUE, missed)
    assert words.startswith("Google Chrome")
    assert words.endswith("。" if language == "ja" else ".")
    assert "/secret" not in words


def test_every_result_can_be_noted_somewhere() -> None:
    assert OUTCOMES.keys() == set(Trial)
    assert {one for outcomes in OUTCOMES.values() for one in outcomes} == set(Outcome)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (4000, ("10 years older", "再設定より10年古い")),
        (400, ("1 year older", "再設定より1年古い")),
        (90, ("3 months older", "再設定より3か月古い")),
        (1, ("1 day older", "再設定より1日古い")),
        (0, ("A little older", "再設定より少し古い")),
    ],
)
def test_the_age_is_told_as_roughly_as_one_would(
    language: str, days: int, words: tuple[str, str]
) -> None:
    old = replace(OLD, modified=RESET - days * DAY - timedelta(minutes=1))
    assert age_words(old, RESET).startswith(words[language == "ja"])


def test_what_the_browser_does_not_tell_is_said(language: str) -> None:
    bare = replace(OLD, modified=None, created=None, last_filled=None, last_used=None)
    told = (changed_words(bare, now=AT), sent_words(bare, now=AT))
    assert (
        told
        == {
            "en": ("from an unknown day", "When it was last used is not told"),
            "ja": ("日付不明", "最後に使った日時は分かりません"),
        }[language]
    )


@pytest.mark.parametrize(
    ("ago", "begins"),
    [
        (timedelta(0), ("Today ", "今日 ")),
        (DAY, ("Yesterday ", "昨日 ")),
        (3 * DAY, ("18 November", "11月18日")),
        (-DAY, ("22 November", "11月22日")),
        (4000 * DAY, ("December 2015", "2015年12月")),
    ],
)
def test_moments_are_told_as_seen_from_now(
    language: str, ago: timedelta, begins: tuple[str, str]
) -> None:
    noon = AT.replace(hour=21)
    assert near_words(noon - ago, now=noon).startswith(begins[language == "ja"])


@pytest.mark.parametrize(
    ("channel", "name"),
    [("", "Firefox"), ("esr", "Firefox ESR"), ("beta", "Firefox Beta")],
)
def test_a_channel_is_part_of_the_name(channel: str, name: str) -> None:
    assert browser_name(CATALOGUE, "firefox", channel) == name
    assert browser_name(CATALOGUE, "netscape", "") == "netscape"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("花子", "Firefox, profile “花子”"),
        ("defaults", "Firefox, profile “defaults”"),
        ("default", "Firefox"),
        ("default-release", "Firefox"),
        ("default-esr-1", "Firefox"),
        ("dev-edition-default", "Firefox"),
    ],
)
def test_a_name_that_nobody_gave_to_a_profile_is_left_out(
    name: str, words: str
) -> None:
    profile = BrowserProfile(browser="firefox", name=name, folder="/x")
    assert profile_words(CATALOGUE, profile) == words
