"""Every state, step and fact has words, in both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.catalogue.limit import Clock, ReportingLimit
from torimodosu.recovery.catalogue.source import Grade, Names, Source
from torimodosu.recovery.mail.judging.judgement import (
    Code,
    Reason,
    Settles,
    Verdict,
    Weighs,
)
from torimodosu.recovery.plan.preparation import AtHand
from torimodosu.recovery.plan.reasons import Why
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.resources import resource
from torimodosu.window.deeds import step_deed, step_done
from torimodosu.window.guides import guide_text
from torimodosu.window.translator import translate
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.catalogue import limit_words, name_words, source_words
from torimodosu.window.words.dates import (
    clock_words,
    day_words,
    from_qt,
    full_day_words,
    moment_words,
    to_qt,
)
from torimodosu.window.words.judgement import (
    settling_words,
    verdict_advice,
    verdict_title,
)
from torimodosu.window.words.judgement_reasons import reason_words
from torimodosu.window.words.reasons import why_words
from torimodosu.window.words.way import (
    at_hand_list,
    at_hand_words,
    minutes_words,
    phase_icon,
    phase_name,
    step_name,
)

DAY = date(2026, 11, 24)
LONGEST_RAIL_NAME = 22
FACTS = {
    name: f"<{name}>"
    for name in (
        *("domain", "genuine", "server", "greeting", "computer", "program"),
        *("shown", "number", "count"),
    )
}


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    translate(qapp, QLocale(request.param))
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_phases_steps_and_deeds_are_told_apart(language: str) -> None:
    del language
    for words in (step_name, step_deed, step_done):
        told = [words(step) for step in Step]
        assert all(told)
        assert len(set(told)) == len(told)
    assert len({phase_name(phase) for phase in Phase}) == len(Phase)
    assert len({phase_icon(phase) for phase in Phase}) == len(Phase)


def test_names_fit_into_the_rail(language: str) -> None:
    del language
    names = [phase_name(phase) for phase in Phase] + [step_name(step) for step in Step]
    assert [name for name in names if len(name) > LONGEST_RAIL_NAME] == []


def test_every_reason_and_thing_has_words(language: str) -> None:
    assert len({why_words(why) for why in Why}) == len(Why)
    assert len({at_hand_words(thing) for thing in AtHand}) == len(AtHand)
    between = {"en": " · ", "ja": "、"}[language]
    listed = at_hand_list((AtHand.PHONE, AtHand.PEN_AND_PAPER))
    assert listed.count(between) == 1


@pytest.mark.parametrize("trouble", StoreTrouble)
def test_every_trouble_says_what_to_do(language: str, trouble: StoreTrouble) -> None:
    del language
    error = StoreError(trouble, "/home/me/cases.sqlite")
    assert trouble_title(error)
    assert "cases.sqlite" not in trouble_words(error)


def test_an_unknown_trouble_is_not_told_in_code(language: str) -> None:
    del language
    error = ValueError("traceback")
    assert "traceback" not in trouble_title(error) + trouble_words(error)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, ("About 1 minute", "約1分")), (3, ("About 3 minutes", "約3分"))],
)
def test_minutes_are_counted(
    language: str, minutes: int, words: tuple[str, str]
) -> None:
    assert minutes_words(minutes) == words[language == "ja"]


def test_days_are_written_as_the_language_writes_them(language: str) -> None:
    told = (day_words(DAY), full_day_words(DAY))
    assert (
        told
        == {
            "en": ("24 November", "24 November 2026"),
            "ja": ("11月24日（火）", "2026年11月24日"),
        }[language]
    )
    assert from_qt(to_qt(DAY)) == DAY


def test_moments_are_told_in_the_time_of_the_person(language: str) -> None:
    moment = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
    here = moment.astimezone()
    clock = f"{here.hour}:{here.minute:02}"
    assert clock_words(moment) == clock
    assert moment_words(moment).endswith(clock)
    assert day_words(here.date()) in moment_words(moment)
    assert clock_words(moment + timedelta(days=1)) == clock
    assert language in {"en", "ja"}


def test_the_catalogue_is_told_in_the_language(language: str) -> None:
    names = Names(ja="楽天カード", en="Rakuten Card")
    assert name_words(names) == (names.ja if language == "ja" else names.en)
    sources = [
        source_words(Source(text="page", grade=grade, last_checked=DAY))
        for grade in Grade
    ]
    assert all(full_day_words(DAY) in words for words in sources)
    assert len(set(sources)) == 3
    source = Source(text="page", grade=Grade.A, last_checked=DAY)
    limits = [
        limit_words(ReportingLimit(days=60, clock=clock, source=source))
        for clock in Clock
    ]
    assert all("60" in words for words in limits)
    assert len(set(limits)) == len(Clock)


def test_every_step_that_the_person_does_has_a_guide(language: str) -> None:
    del language
    own_page = {
        *(Step.QUESTIONS, Step.READ_MAIL, Step.CHECK_EVIDENCE),
        *(Step.SORT_ORDERS, Step.STILL_GOING),
    }
    assert {step for step in Step if not guide_text(step)} == own_page


def test_shipped_services_have_names_in_the_language(language: str) -> None:
    del language
    catalogue = load_catalogue(resource("catalogue"))
    assert all(name_words(service.name) for service in catalogue.services.values())


def test_whatever_is_found_out_about_a_mail_has_words(language: str) -> None:
    for code in Code:
        reason = Reason(code=code, weighs=Weighs.NEUTRAL, facts=FACTS)
        words = reason_words(reason)
        assert "{" not in words
        assert words.isascii() == (language == "en")
    for verdict in Verdict:
        words = verdict_title(verdict, "X") + verdict_advice(verdict)
        assert words.isascii() == (language == "en")
    for way in Settles:
        assert settling_words(way).isascii() == (language == "en")
