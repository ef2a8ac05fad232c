"""What the way back in needs of the store: events, looks, trials, places."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from sqlite3 import connect

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.signin.looks import COOKIES, LOCKED, OLD, SITE, looked
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import CaseDeletedError
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
RESET = AccountEvent(
    mail="a" * 64, kind=AccountEventKind.PASSWORD_CHANGED, at=FRIDAY_NIGHT
)
MOVED = AccountEvent(
    mail="b" * 64,
    kind=AccountEventKind.ADDRESS_CHANGED,
    at=LATER,
    old_address="taro@example.com",
    new_address="x\ud800@example.net",
)
HAND = Tried(trial=Trial.TYPED_BY_HAND, outcome=Outcome.REFUSED, at=FRIDAY_NIGHT)
GIFT = Looked(
    place=Place.GIFT_BALANCE, seen=Seen.CLEAN, at=FRIDAY_NIGHT, note="6万円\ud800"
)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=LATER)


def noted(store: Store, case: Case, kind: Kind) -> list[Entry]:
    return [entry for entry in store.entries(case) if entry.kind is kind]


def test_events_come_back_as_they_were_and_replace_the_old(
    store: Store, case: Case
) -> None:
    store.replace_events(case, [RESET, MOVED], at=LATER)
    assert look(store, case).events == (RESET, MOVED)
    store.replace_events(case, [MOVED], at=LATER)
    assert look(store, case).events == (MOVED,)


def test_an_event_is_noted_once_by_codes_alone(store: Store, case: Case) -> None:
    for _ in range(2):
        store.replace_events(case, [RESET, MOVED], at=LATER)
    store.replace_events(case, [], at=LATER)
    store.replace_events(case, [RESET], at=LATER)
    first, second = noted(store, case, Kind.ACCOUNT_EVENT)
    assert first.text == (
        f"password_changed sent=2026-03-13T23:50:00+09:00 mail={'a' * 64}"
        " says=new_password_accepted leaves_open=is_genuine,by_whom verdict=cannot_tell"
    )
    assert "example" not in second.text
    assert store.journal_is_whole(case)


def test_an_event_is_noted_again_whenever_its_mail_is_judged_otherwise(
    store: Store, case: Case
) -> None:
    verdicts = (Verdict.CANNOT_TELL, Verdict.GENUINE, Verdict.CANNOT_TELL)
    for verdict in (*verdicts, verdicts[-1]):
        store.replace_events(case, [replace(RESET, verdict=verdict)], at=LATER)
    told = [entry.text for entry in noted(store, case, Kind.ACCOUNT_EVENT)]
    assert [text.rpartition("verdict=")[2] for text in told] == [
        verdict.value for verdict in verdicts
    ]


@pytest.mark.parametrize(
    ("verdict", "entries"), [(Verdict.CANNOT_TELL, 1), (Verdict.GENUINE, 2)]
)
def test_an_event_that_was_noted_before_mails_were_judged_is_noted_for_news_only(
    store: Store, case: Case, verdict: Verdict, entries: int
) -> None:
    line = (
        f"password_changed sent=2026-03-13T23:50:00+09:00 mail={'a' * 64}"
        " says=new_password_accepted leaves_open=by_whom"
    )
    store.note(case, Entry(at=FRIDAY_NIGHT, kind=Kind.ACCOUNT_EVENT, text=line))
    for _ in range(2):
        store.replace_events(case, [replace(RESET, verdict=verdict)], at=LATER)
    assert len(noted(store, case, Kind.ACCOUNT_EVENT)) == entries


def test_what_only_a_forged_mail_tells_stands_apart(store: Store, case: Case) -> None:
    forged = replace(MOVED, verdict=Verdict.NOT_GENUINE)
    store.replace_events(case, [RESET, forged], at=LATER)
    assert look(store, case).events == (RESET,)
    assert look(store, case).forged_events == (forged,)


def test_a_forged_mail_does_not_open_the_step_again(store: Store, case: Case) -> None:
    store.replace_events(case, [RESET], at=LATER)
    store.say(case, Step.SIGN_IN, at=FRIDAY_NIGHT)
    forged = replace(MOVED, verdict=Verdict.NOT_GENUINE)
    store.replace_events(case, [RESET, forged], at=LATER)
    assert Step.SIGN_IN in look(store, case).said
    assert look(store, case).reopened_by is None
    store.replace_events(case, [RESET, MOVED], at=LATER)
    assert look(store, case).reopened_by == MOVED


def test_the_newest_look_at_the_browsers_is_known(store: Store, case: Case) -> None:
    with_old = looked(OLD, not_covered=(LOCKED,))
    store.keep_scan(case, with_old)
    assert look(store, case).scan == with_old
    without = looked(at=LATER)
    store.keep_scan(case, without)
    assert look(store, case).scan == without
    assert [entry.text for entry in noted(store, case, Kind.LOGINS_SCANNED)] == [
        "service=amazon.co.jp profiles=1 logins=1 not_covered=1",
        "service=amazon.co.jp profiles=1 logins=0 not_covered=0",
    ]


def test_a_look_that_shows_nothing_new_is_not_noted_again(
    store: Store, case: Case
) -> None:
    store.keep_scan(case, looked(OLD))
    used = replace(OLD, last_used=LATER, times_used=213)
    again = looked(used, at=LATER, cookies=replace(COOKIES, newest=LATER))
    store.keep_scan(case, again)
    assert look(store, case).scan == again
    assert len(noted(store, case, Kind.LOGINS_SCANNED)) == 1


def test_looks_that_take_turns_do_not_fill_the_store(store: Store, case: Case) -> None:
    scans = [
        looked(
            OLD,
            at=FRIDAY_NIGHT + timedelta(minutes=minute),
            not_covered=(LOCKED,) if minute % 2 else (),
        )
        for minute in range(20)
    ]
    for scan in scans:
        store.keep_scan(case, scan)
    with closing(connect(store.path)) as connection:
        rows = connection.execute("SELECT first_at FROM scan ORDER BY id").fetchall()
    assert rows == [(FRIDAY_NIGHT.isoformat(),), (LATER.isoformat(),)]
    assert look(store, case).scan == scans[-1]


def test_a_look_for_another_service_is_not_this_ones(store: Store, case: Case) -> None:
    elsewhere = replace(looked(OLD), site=replace(SITE, service="rakuten.co.jp"))
    store.keep_scan(case, elsewhere)
    assert look(store, case).scan is None
    case = store.answer(case, OTHER, at=LATER)
    assert look(store, case).scan == elsewhere


def test_when_a_conflict_was_first_seen_outlives_its_end(
    store: Store, case: Case
) -> None:
    for at in (FRIDAY_NIGHT, LATER):
        store.keep_scan(case, looked(OLD, at=at))
    # Nobody knows yet when the password was reset.
    assert look(store, case).stale_seen_at is None
    store.correct_reset(case, FRIDAY_NIGHT, at=LATER)
    store.keep_scan(case, looked(at=LATER))
    assert look(store, case).stale_seen_at == FRIDAY_NIGHT
    assert is_proven(Step.SIGN_IN, look(store, case))


def test_a_later_mail_opens_the_step_again(store: Store, case: Case) -> None:
    store.say(case, Step.SIGN_IN, at=FRIDAY_NIGHT)
    store.replace_events(case, [MOVED], at=LATER)
    snapshot = look(store, case)
    assert (snapshot.said, snapshot.reopened_by) == ({}, MOVED)
    store.say(case, Step.SIGN_IN, at=LATER)
    assert look(store, case).said == {Step.SIGN_IN: LATER}


def test_the_reset_that_the_user_says_comes_and_goes(store: Store, case: Case) -> None:
    store.correct_reset(case, FRIDAY_NIGHT, at=LATER)
    assert look(store, case).reset_said == FRIDAY_NIGHT
    store.correct_reset(case, None, at=LATER)
    assert look(store, case).reset_said is None
    assert [entry.text for entry in noted(store, case, Kind.RESET_SAID)] == [
        *("2026-03-13T23:50:00+09:00", "as_the_mails_tell")
    ]


def test_the_hour_to_try_again_is_kept_beside_the_reset(
    store: Store, case: Case
) -> None:
    store.correct_reset(case, FRIDAY_NIGHT, at=LATER)
    store.keep_retry(case, LATER, at=LATER)
    snapshot = look(store, case)
    assert (snapshot.reset_said, snapshot.retry_at) == (FRIDAY_NIGHT, LATER)
    store.keep_retry(case, None, at=LATER)
    assert look(store, case).retry_at is None
    assert [entry.text for entry in noted(store, case, Kind.RETRY_SET)] == [
        *("2026-03-13T23:51:00+09:00", "never")
    ]


def test_the_newest_result_of_a_trial_counts(store: Store, case: Case) -> None:
    store.keep_trial(case, HAND)
    newer = replace(HAND, outcome=Outcome.GOT_IN, at=LATER)
    store.keep_trial(case, newer)
    assert look(store, case).tried == {Trial.TYPED_BY_HAND: newer}
    store.forget_trial(case, Trial.TYPED_BY_HAND, at=LATER)
    assert look(store, case).tried == {}
    assert [entry.text for entry in store.entries(case)[1:]] == [
        *("typed_by_hand refused", "typed_by_hand got_in", "typed_by_hand")
    ]


def test_the_newest_result_of_a_place_counts_and_its_note_is_not_journalled(
    store: Store, case: Case
) -> None:
    store.keep_look(case, GIFT)
    store.keep_look(case, replace(GIFT, seen=Seen.CLEANED_UP, note=""))
    store.keep_look(case, GIFT)
    kept = look(store, case).looked[Place.GIFT_BALANCE]
    assert (kept.seen, kept.at, kept.note) == (*(Seen.CLEAN, FRIDAY_NIGHT), "6万円�")
    store.forget_look(case, Place.GIFT_BALANCE, at=LATER)
    assert look(store, case).looked == {}
    assert [entry.text for entry in store.entries(case)[1:]] == [
        *("gift_balance clean", "gift_balance cleaned_up"),
        *("gift_balance clean", "gift_balance"),
    ]


def test_one_case_knows_nothing_of_another(store: Store, case: Case) -> None:
    other = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    store.replace_events(case, [RESET], at=FRIDAY_NIGHT)
    store.keep_scan(case, looked(OLD))
    store.correct_reset(case, FRIDAY_NIGHT, at=FRIDAY_NIGHT)
    store.keep_retry(case, LATER, at=FRIDAY_NIGHT)
    store.keep_trial(case, HAND)
    store.keep_look(case, GIFT)
    assert look(store, other) == Snapshot(at=LATER, case=other, saved_at=FRIDAY_NIGHT)


@pytest.mark.parametrize(
    "add",
    [
        lambda store, case: store.replace_events(case, [], at=LATER),
        lambda store, case: store.keep_scan(case, looked()),
        lambda store, case: store.correct_reset(case, LATER, at=LATER),
        lambda store, case: store.keep_retry(case, LATER, at=LATER),
        lambda store, case: store.keep_trial(case, HAND),
        lambda store, case: store.forget_trial(case, HAND.trial, at=LATER),
        lambda store, case: store.keep_look(case, GIFT),
        lambda store, case: store.forget_look(case, GIFT.place, at=LATER),
    ],
)
@pytest.mark.parametrize("is_practice", [False, True])
def test_nothing_is_added_to_a_deleted_case(
    store: Store, add: Callable[[Store, Case], None], *, is_practice: bool
) -> None:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=is_practice)
    store.delete(case)
    with pytest.raises(CaseDeletedError):
        add(store, case)


def test_what_is_deleted_leaves_nothing_of_the_browsers(
    store: Store, case: Case
) -> None:
    store.keep_scan(case, looked(OLD))
    store.keep_look(case, replace(GIFT, note="誰にも見せない"))
    store.delete(case)
    beside = store.path.parent.rglob("*")
    left = b"".join(path.read_bytes() for path in beside if path.is_file())
    assert b"google-chrome" not in left
    assert "誰にも見せない".encode() not in left
