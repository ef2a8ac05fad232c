"""What the mails say of the account, and what the browsers have saved."""

from pathlib import Path

import pytest

from tests.bootstrap.working import ANSWERS, Written, look, practise, run
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.logins import Logins
from torimodosu.plain import from_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.sign_in import has_conflict
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import ForCase, Task
from torimodosu.recovery.signin.profile import StorePart
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.resources import resource


def test_what_the_mails_say_of_the_account_is_read_and_noted_once(
    jobs: Jobs, store: Store
) -> None:
    case = practise(jobs)
    run(jobs, Task.READ_ORDERS, ForCase(case=case), Written())
    snapshot = look(store, case)
    events = snapshot.events
    assert [event.kind.value for event in events] == [
        *("sign_in_seen", "reset_asked", "password_changed"),
        *("reset_asked", "password_changed", "temporary_password_sent"),
        *("reply", "reply"),
    ]
    (forged,) = snapshot.forged_events
    assert forged.kind is AccountEventKind.SIGN_IN_SEEN
    noted = [e for e in store.entries(case) if e.kind is Kind.ACCOUNT_EVENT]
    told = sorted((*events, forged), key=lambda event: event.at)
    assert [entry.text.split()[2] for entry in noted] == [
        f"mail={event.mail}" for event in told
    ]
    (judged,) = [e.text for e in store.entries(case) if e.kind is Kind.MAILS_JUDGED]
    assert " not_genuine=1 " in judged
    assert store.journal_is_whole(case)


def shipped() -> Catalogue:
    return load_catalogue(resource("catalogue"))


def scan_logins(jobs: Jobs, case: Case) -> SignInScan:
    result = run(jobs, Task.SCAN_LOGINS, ForCase(case=case), Written())
    return from_plain(SignInScan, result)


def test_what_the_practice_browsers_hold_is_found_and_kept(
    jobs: Jobs, store: Store
) -> None:
    case = practise(jobs)
    scan = scan_logins(jobs, case)
    found = [(read.profile.browser, len(read.logins)) for read in scan.profiles]
    assert sorted(found) == [("chromium", 1), ("firefox", 1)]
    # Firefox encrypts the user names, which is told as well.
    assert [missed.part for missed in scan.not_covered] == [StorePart.USER_NAMES]
    assert scan.site.service == ANSWERS.service
    assert look(store, case).scan == scan


def test_a_real_case_is_looked_for_in_the_home_of_the_person(
    jobs: Jobs, store: Store, case: Case
) -> None:
    practise(jobs)
    scan = scan_logins(jobs, case)
    assert (scan.profiles, scan.not_covered) == ((), ())
    assert look(store, case).scan == scan


def test_a_removed_login_is_seen_by_the_stamp_and_by_the_next_look(
    jobs: Jobs, store: Store, tmp_path: Path
) -> None:
    case = practise(jobs)
    logins = Logins(
        store=store,
        home=Home(folder=tmp_path / "home"),
        load_catalogue=shipped,
    )
    before = logins.stamp(case)
    assert logins.stamp(case) == before
    logins.remove_stale(case)
    assert logins.stamp(case) != before
    scan = scan_logins(jobs, case)
    assert [r.profile.browser for r in scan.profiles if r.logins] == ["firefox"]


def test_practice_proves_the_sign_in_as_a_real_case_does(
    jobs: Jobs, store: Store, tmp_path: Path
) -> None:
    case = practise(jobs)
    scan_logins(jobs, case)
    assert has_conflict(look(store, case))
    assert not is_proven(Step.SIGN_IN, look(store, case))
    home = Home(folder=tmp_path / "home")
    Logins(store=store, home=home, load_catalogue=shipped).remove_stale(case)
    scan_logins(jobs, case)
    assert is_proven(Step.SIGN_IN, look(store, case))


def test_nothing_is_ever_removed_for_a_real_case(
    store: Store, case: Case, tmp_path: Path
) -> None:
    logins = Logins(
        store=store,
        home=Home(folder=tmp_path / "home"),
        load_catalogue=shipped,
    )
    with pytest.raises(ValueError, match="practice"):
        logins.remove_stale(case)
