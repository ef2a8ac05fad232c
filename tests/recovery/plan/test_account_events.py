"""What the mails of a case say happened to its account, gathered and kept."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.mail.test_account_mail import mail
from tests.recovery.plan.situations import HOUR, case
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.plan.account_events import (
    EventReading,
    keep_events,
    services_sharing_sign_in,
)
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))
JP, COM, RAKUTEN = "amazon.co.jp", "amazon.com", "rakuten.co.jp"
CHANGED = replace(mail("パスワードを変更しました。"), message_id="1@example.com")
RESET = AccountEvent(
    mail="a" * 64, kind=AccountEventKind.PASSWORD_CHANGED, at=FRIDAY_NIGHT
)
NEWER = replace(RESET, mail="b" * 64, at=FRIDAY_NIGHT + HOUR)


def gathered(*mails: tuple[Message, str, str]) -> list[str]:
    """Return the mails whose events were taken; each with its SHA-256 and service."""
    judged = [(*mail, Verdict.CANNOT_TELL) for mail in mails]
    return [event.mail for event in events_of(*judged)]


def events_of(*mails: tuple[Message, str, str, Verdict]) -> tuple[AccountEvent, ...]:
    """Return the events; of each mail its SHA-256, service and verdict are given."""
    services = services_sharing_sign_in(JP, SHIPPED)
    reading = EventReading(catalogue=SHIPPED, services=services)
    for message, sha256, service, verdict in mails:
        claims = Classified(service=service, kind=MailKind.ACCOUNT_CHANGED)
        reading.read(message, sha256, claims, partial(_verdict, verdict))
    return reading.events(until=FRIDAY_NIGHT)


def _verdict(verdict: Verdict) -> Verdict:
    return verdict


def test_sister_shops_share_the_account_and_others_do_not() -> None:
    services = services_sharing_sign_in(JP, SHIPPED)
    assert {JP, COM} <= services
    assert RAKUTEN not in services
    assert services_sharing_sign_in("unknown.example", SHIPPED) == {"unknown.example"}


def test_events_of_the_account_are_gathered_by_date() -> None:
    earlier = replace(CHANGED, date=FRIDAY_NIGHT - HOUR, message_id="2@example.com")
    assert gathered((CHANGED, "a", JP), (earlier, "b", JP)) == ["b", "a"]
    com = replace(CHANGED, sender=replace(CHANGED.sender, address=""))
    assert gathered((com, "a", COM)) == ["a"]
    assert gathered((com, "a", RAKUTEN)) == []
    assert gathered((com, "a", "")) == []


def test_a_copy_with_other_headers_says_nothing_more() -> None:
    assert gathered((CHANGED, "a", JP), (CHANGED, "b", JP)) == ["a"]
    nameless = replace(CHANGED, message_id="")
    assert gathered((nameless, "a", JP), (nameless, "b", JP)) == ["a", "b"]


GENUINE, OPEN, FORGED = Verdict.GENUINE, Verdict.CANNOT_TELL, Verdict.NOT_GENUINE


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        # A copy that is proven is better than one that is not, whichever came first.
        (OPEN, GENUINE, [("b", GENUINE)]),
        (GENUINE, OPEN, [("a", GENUINE)]),
        (OPEN, OPEN, [("a", OPEN)]),
        # A forged mail may bear the Message-ID of a genuine one, and hides it never.
        (FORGED, OPEN, [("a", FORGED), ("b", OPEN)]),
        (GENUINE, FORGED, [("a", GENUINE), ("b", FORGED)]),
        (FORGED, FORGED, [("a", FORGED)]),
    ],
)
def test_each_event_bears_the_verdict_on_its_mail(
    first: Verdict, then: Verdict, told: list[tuple[str, Verdict]]
) -> None:
    events = events_of((CHANGED, "a", JP, first), (CHANGED, "b", JP, then))
    assert [(event.mail, event.verdict) for event in events] == told


def test_a_mail_that_tells_nothing_is_not_judged() -> None:
    def fail() -> Verdict:
        raise AssertionError

    reading = EventReading(catalogue=SHIPPED, services={JP})
    reading.read(CHANGED, "a", Classified(service=RAKUTEN), fail)
    reading.read(replace(CHANGED, date=None), "b", Classified(service=JP), fail)
    assert reading.events(until=None) == ()


@pytest.mark.parametrize(
    ("ahead", "believed"), [(timedelta(minutes=59), ["a"]), (2 * HOUR, [])]
)
def test_a_mail_from_the_future_is_not_believed(
    ahead: timedelta, believed: list[str]
) -> None:
    future = replace(CHANGED, date=FRIDAY_NIGHT + ahead)
    assert gathered((future, "a", JP)) == believed


@pytest.fixture
def kept(store: Store) -> Case:
    return store.open(case().answers, at=FRIDAY_NIGHT, is_practice=False)


@pytest.mark.parametrize(
    ("known", "found", "said"),
    [
        # A newer reset that nobody knew of takes over from what the person said.
        ((RESET,), (RESET, NEWER), None),
        ((), (NEWER,), None),
        # One that was known when the person said otherwise does not.
        ((RESET, NEWER), (RESET, NEWER), FRIDAY_NIGHT),
        # Neither does an older one, nor a change of another field.
        ((), (replace(RESET, at=FRIDAY_NIGHT - HOUR),), FRIDAY_NIGHT),
        ((), (replace(NEWER, kind=AccountEventKind.CHANGED),), FRIDAY_NIGHT),
        # What only a forged mail tells does not, until it turns out to be genuine.
        ((), (replace(NEWER, verdict=FORGED),), FRIDAY_NIGHT),
        ((replace(NEWER, verdict=FORGED),), (replace(NEWER, verdict=GENUINE),), None),
    ],
)
def test_what_was_said_of_the_reset_holds_until_a_newer_one(
    store: Store,
    kept: Case,
    known: tuple[AccountEvent, ...],
    found: tuple[AccountEvent, ...],
    said: object,
) -> None:
    keep_events(kept, known, store, at=FRIDAY_NIGHT)
    store.correct_reset(kept, FRIDAY_NIGHT, at=FRIDAY_NIGHT)
    keep_events(kept, found, store, at=FRIDAY_NIGHT + HOUR)
    snapshot = store.snapshot(kept, at=FRIDAY_NIGHT)
    told = (*snapshot.events, *snapshot.forged_events)
    assert (told, snapshot.reset_said) == (found, said)
