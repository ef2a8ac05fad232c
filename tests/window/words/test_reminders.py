from datetime import UTC, date, datetime

import pytest

from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.reminders.reminder import About, Reminder, kind_of, series_of
from torimodosu.window.words.reminders import (
    reminder_icon,
    reminder_reason,
    reminder_title,
    series_words,
)

AT = datetime(2026, 3, 16, 3, tzinfo=UTC)
CONTACT = Contact(number=1, at=AT, whom=Whom.POLICE, channel=Channel.VISIT)


def reminder(about: About, day: date | None = date(2026, 3, 18)) -> Reminder:
    return Reminder(task=about.value, about=about, due=AT, day=day)


@pytest.mark.parametrize("about", About)
def test_every_kind_has_words_of_its_own(about: About) -> None:
    title = reminder_title(reminder(about), "Card 1234", CONTACT)
    reason = reminder_reason(reminder(about), CONTACT)
    series = series_words(about, "Card 1234")
    for words in (title, reason, series):
        assert words
        assert "{" not in words
    assert reminder_icon(about)
    others = {
        reminder_title(reminder(other), "Card 1234", CONTACT)
        for other in About
        if other is not about
    }
    assert title not in others


@pytest.mark.parametrize("about", [About.STATEMENT_OUT, About.ANSWER_DUE])
def test_without_a_day_the_reason_names_none(about: About) -> None:
    assert "18 March" in reminder_reason(reminder(about), CONTACT)
    assert "18 March" not in reminder_reason(reminder(about, None), CONTACT)


def test_who_is_to_be_asked_again_is_named() -> None:
    asked = reminder(About.ANSWER_DUE)
    assert reminder_title(asked, "", CONTACT) == "The police: ask again"


@pytest.mark.parametrize("about", About)
def test_a_series_tells_its_kind_and_its_card(about: About) -> None:
    assert kind_of(series_of(about, 12)) == (about, 12)
