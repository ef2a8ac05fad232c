"""Fetching mails from a provider, as the worker does it: a real server, a real bag."""

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.adapters.network.imap.reading import mail
from tests.bootstrap.working import Written
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.network.imap import ImapServers
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.fetching_jobs import FetchingJobs
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.case.sent import SentWhat
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import ENTRY, kept_password
from torimodosu.recovery.mail.servers.trouble import ServerTrouble
from torimodosu.recovery.plan.fetch_task import FetchMails, MailsFetched
from torimodosu.recovery.plan.tasks import Task

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

OTHER = mail(99, sender="friend@mail.example", subject="Dinner", body=b"At eight?\r\n")


@pytest.fixture
def dovecot() -> "Iterator[Dovecot]":
    if sys.platform != "linux":
        pytest.skip("Dovecot runs on Linux")
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(special=["Junk"]) as server:
        yield server


@pytest.fixture
def fetching(
    dovecot: "Dovecot", store: Store, jobs: Jobs, keychain: FakeKeychain
) -> FetchingJobs:
    return FetchingJobs(
        store,
        keychain=keychain,
        desk_of=jobs.desk_of,
        servers=partial(ImapServers, authorities=dovecot.authorities),
    )


def fetch(fetching: FetchingJobs, request: FetchMails) -> MailsFetched:
    """Run the job, with arguments and result as they cross the pipe."""
    arguments = json.loads(json.dumps(to_plain(request)))
    result = json.loads(json.dumps(fetching.fetch(arguments, Written())))
    return from_plain(MailsFetched, result)


def wish(case: Case, account: MailAccount, *, keeps: bool = False) -> FetchMails:
    return FetchMails(case=case, account=account, keeps_password=keeps)


def test_mails_lie_in_the_bag_as_they_lie_on_the_server(
    fetching: FetchingJobs, dovecot: "Dovecot", store: Store, case: Case
) -> None:
    dovecot.deliver(mail(1), OTHER, mail(2))
    dovecot.deliver(mail(3), into="Junk")
    fetched = fetch(fetching, wish(case, dovecot.account))
    assert fetched.taken is not None
    assert fetched.taken.intake.kept == 3
    assert fetched.taken.intake.messages == 4
    assert fetched.taken.intake.manifest
    kept = {row.sha256: row for row in store.mails(case).all()}
    bag = [file.read_bytes() for file in _bag(store, case).rglob("*.eml")]
    assert sorted(bag) == sorted([mail(1), mail(2), mail(3)])
    assert {row.origin.offset for row in kept.values()} == {1, 3}
    assert not fetched.is_kept


def _bag(store: Store, case: Case) -> Path:
    return store.folder_of(case)


def test_what_leaves_is_kept_and_no_password_is(
    fetching: FetchingJobs,
    dovecot: "Dovecot",
    store: Store,
    case: Case,
    keychain: FakeKeychain,
) -> None:
    dovecot.deliver(mail(1))
    fetch(fetching, wish(case, dovecot.account))
    (sent,) = store.snapshot(case, at=FRIDAY_NIGHT).left_this_computer
    assert (sent.host, sent.what) == ("127.0.0.1", SentWhat.MAIL_SIGN_IN)
    assert keychain.secrets == {}
    secret = dovecot.account.password
    assert secret not in repr(wish(case, dovecot.account))
    for file in store.path.parent.rglob("*"):
        if file.is_file():
            assert secret.encode() not in file.read_bytes()


@pytest.mark.parametrize("damage", [None, b"", b"forged"])
def test_a_mail_that_the_archive_has_lost_is_fetched_again(
    fetching: FetchingJobs,
    dovecot: "Dovecot",
    store: Store,
    case: Case,
    damage: bytes | None,
) -> None:
    dovecot.deliver(mail(1), mail(2))
    fetch(fetching, wish(case, dovecot.account))
    whole, lost = sorted(_bag(store, case).rglob("*.eml"))
    before, content = whole.stat().st_mtime_ns, lost.read_bytes()
    if damage is None:
        lost.unlink()
    else:
        lost.write_bytes(damage)
    fetched = fetch(fetching, wish(case, dovecot.account))
    assert fetched.taken is not None
    assert lost.read_bytes() == content
    assert whole.stat().st_mtime_ns == before
    assert fetched.taken.intake.kept == 0
    assert len(store.mails(case).all()) == 2


def test_doing_it_once_more_adds_nothing_and_fetches_what_is_new(
    fetching: FetchingJobs, dovecot: "Dovecot", case: Case
) -> None:
    dovecot.deliver(mail(1), mail(2))
    fetch(fetching, wish(case, dovecot.account))
    again = fetch(fetching, wish(case, dovecot.account))
    assert again.taken is not None
    assert again.taken.intake.adds_nothing
    assert again.taken.intake.again == 2
    dovecot.deliver(mail(3))
    later = fetch(fetching, wish(case, dovecot.account))
    assert later.taken is not None
    assert (later.taken.intake.kept, later.taken.intake.again) == (1, 2)


def test_a_refusal_is_a_result_and_not_a_failure(
    fetching: FetchingJobs, dovecot: "Dovecot", store: Store, case: Case
) -> None:
    account = dovecot.account_at(dovecot.tls_port, password="wrong-1")  # noqa: S106
    fetched = fetch(fetching, wish(case, account, keeps=True))
    assert fetched.trouble is ServerTrouble.WRONG_PASSWORD
    assert fetched.taken is None
    assert store.snapshot(case, at=FRIDAY_NIGHT).left_this_computer


def test_a_password_that_was_right_is_kept_if_wished_and_used_again(
    fetching: FetchingJobs, dovecot: "Dovecot", case: Case, keychain: FakeKeychain
) -> None:
    dovecot.deliver(mail(1))
    assert fetch(fetching, wish(case, dovecot.account, keeps=True)).is_kept
    without = dovecot.account_at(dovecot.tls_port, password="")
    assert kept_password(without, keychain) == dovecot.account.password
    again = fetch(fetching, wish(case, without))
    assert again.taken is not None
    assert again.taken.intake.ending is Ending.DONE
    assert again.is_kept
    keychain.forget(ENTRY)
    assert fetch(fetching, wish(case, without)).keychain is KeychainTrouble.LOST


def test_without_a_keychain_the_mails_come_and_the_password_is_not_kept(
    fetching: FetchingJobs, dovecot: "Dovecot", case: Case, keychain: FakeKeychain
) -> None:
    dovecot.deliver(mail(1))
    keychain.trouble = KeychainTrouble.NONE
    fetched = fetch(fetching, wish(case, dovecot.account, keeps=True))
    assert fetched.taken is not None
    assert fetched.taken.intake.kept == 1
    assert (fetched.is_kept, fetched.keychain) == (False, KeychainTrouble.NONE)


def test_who_stops_keeps_what_came_and_the_archive_is_sealed(
    fetching: FetchingJobs, dovecot: "Dovecot", case: Case
) -> None:
    dovecot.deliver(*(mail(n, body=b"x" * 200_000 + b"\r\n") for n in range(12)))
    arguments = json.loads(json.dumps(to_plain(wish(case, dovecot.account))))
    result = fetching.fetch(arguments, Written(patience=7))
    stopped = from_plain(MailsFetched, json.loads(json.dumps(result)))
    assert stopped.taken is not None
    assert stopped.taken.intake.ending is Ending.CANCELLED
    assert stopped.taken.intake.manifest
    assert 0 < stopped.taken.intake.kept < 12
    rest = fetch(fetching, wish(case, dovecot.account))
    assert rest.taken is not None
    assert rest.taken.intake.kept + stopped.taken.intake.kept == 12


def test_the_worker_knows_the_job(jobs: Jobs) -> None:
    assert Task.FETCH_MAILS.value in jobs.by_name()
