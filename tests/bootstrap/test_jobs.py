"""The heavy jobs with everything real: store, archive, mailboxes, catalogue."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import data_folder
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.bootstrap.logins import Logins
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMails
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import (
    EvidenceVerified,
    ForCase,
    OpenPractice,
    OrdersRead,
    TakeIn,
    TakenIn,
    Task,
)
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.signin.profile import StorePart
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.resources import resource

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=FRIDAY_NIGHT.date(),
    sign_in=SignIn.NO,
    mail_place=MailPlace.FILES,
)
MAIL = """\
From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>
To: a@example.com
Subject: =?utf-8?B?5rOo5paH5riI44G/OiDjgIzmnKzjgI0=?=
Date: Fri, 13 Mar 2026 19:02:00 +0900
Message-ID: <{number}@example.com>
Content-Type: text/plain; charset=utf-8

店 太郎 様、ご注文ありがとうございます。

注文番号
250-1234567-000000{number}

* 本
  数量: 1
  1,234 JPY

合計
1,234 JPY
"""


class Written:
    """An outlet that writes down what went through it, as JSON would carry it."""

    def __init__(self, *, patience: int | None = None) -> None:
        self.reports: list[tuple[int, int]] = []
        self.mails: list[KeptMail] = []
        self._patience = patience

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))
        if self._patience is not None and len(self.reports) > self._patience:
            raise Cancelled

    def rows(self, rows: Sequence[object]) -> None:
        through = json.loads(json.dumps(rows))
        self.mails += [from_plain(KeptMail, row) for row in through]


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    home = Home(folder=tmp_path / "home")
    return Jobs(data_folder(tmp_path / "data"), home=home)


@pytest.fixture
def store(tmp_path: Path, jobs: Jobs) -> Store:
    del jobs
    return Store.at(tmp_path / "data" / "cases.sqlite")


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    folder = tmp_path / "mailbox"
    folder.mkdir()
    for number in range(3):
        text = MAIL.format(number=number)
        (folder / f"{number}.eml").write_text(text, "utf-8", newline="\r\n")
    return folder


def run(jobs: Jobs, task: Task, request: object, outlet: Written) -> object:
    arguments = json.loads(json.dumps(to_plain(request)))
    result = jobs.by_name()[task.value](arguments, outlet)
    return json.loads(json.dumps(result))


def take_in(
    jobs: Jobs, case: Case, mailbox: Path, outlet: Written | None = None
) -> TakenIn:
    request = TakeIn(case=case, sources=(str(mailbox),))
    result = run(jobs, Task.TAKE_IN, request, outlet or Written())
    return from_plain(TakenIn, result)


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=FRIDAY_NIGHT)


def test_every_task_has_its_job(jobs: Jobs) -> None:
    assert set(jobs.by_name()) == {task.value for task in Task}


def test_mails_are_taken_in_and_their_orders_read(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    outlet = Written()
    taken = take_in(jobs, case, mailbox, outlet)
    assert (taken.case, taken.intake.ending, taken.intake.kept) == (
        *(case, Ending.DONE),
        3,
    )
    assert taken.orders == OrdersRead(orders=3, not_understood=0, missing=0)
    assert len(outlet.mails) == 3
    assert outlet.reports[-1] == (1000, 1000)
    assert outlet.reports == sorted(outlet.reports)
    snapshot = look(store, case)
    assert list(snapshot.orders) == [f"250-1234567-000000{n}" for n in range(3)]
    assert snapshot.seal is not None
    assert snapshot.seal.sha256 == taken.intake.manifest
    assert sum(source.messages for source in snapshot.covered) == 3


def test_the_same_mails_taken_in_again_change_nothing(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    take_in(jobs, case, mailbox)
    store.judge(case, ["250-1234567-0000001"], Ownership.MINE, at=FRIDAY_NIGHT)
    before = look(store, case)
    assert take_in(jobs, case, mailbox).intake.adds_nothing
    after = look(store, case)
    assert (after.orders, after.ownership, after.kept) == (
        *(before.orders, before.ownership),
        before.kept,
    )


def test_orders_are_read_again_out_of_the_archive_alone(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    take_in(jobs, case, mailbox)
    before = look(store, case).orders
    for path in mailbox.iterdir():
        path.unlink()
    store.replace(case, {}, packs="older", at=FRIDAY_NIGHT)
    result = run(jobs, Task.READ_ORDERS, ForCase(case=case), Written())
    assert from_plain(OrdersRead, result).orders == 3
    assert look(store, case).orders == before
    assert look(store, case).orders_packs != "older"


def test_a_cancelled_intake_keeps_what_it_has(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    taken = take_in(jobs, case, mailbox, Written(patience=2))
    assert taken.intake.ending is Ending.CANCELLED
    assert taken.orders is None
    assert len(store.mails(case).all()) == taken.intake.kept
    assert take_in(jobs, case, mailbox).orders is not None


def test_evidence_as_it_was_sealed_has_no_fault(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    take_in(jobs, case, mailbox)
    result = run(jobs, Task.VERIFY_EVIDENCE, ForCase(case=case), Written())
    verified = from_plain(EvidenceVerified, result)
    assert (verified.faults, verified.mails) == ((), 3)
    assert look(store, case).verification == verified.verification


def test_evidence_that_was_changed_has_a_fault(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    taken = take_in(jobs, case, mailbox)
    manifest = store.folder_of(case) / "bag" / "manifest-sha256.txt"
    manifest.write_bytes(manifest.read_bytes()[:-1] + b"\n\n")
    result = run(jobs, Task.VERIFY_EVIDENCE, ForCase(case=case), Written())
    verified = from_plain(EvidenceVerified, result)
    assert taken.intake.manifest is not None
    assert "seal_differs" in {found.fault for found in verified.faults}
    assert verified.verification.faults == len(verified.faults)


def test_a_kept_mail_is_shown(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    take_in(jobs, case, mailbox)
    (sha256, *_) = (mail.sha256 for mail in store.mails(case).all())
    request = ShowMails(case=case, mails=(sha256, "0" * 64))
    shown = from_plain(ShownMails, run(jobs, Task.SHOW_MAILS, request, Written()))
    (mail,) = shown.mails
    assert mail.message is not None
    assert mail.message.subject == "注文済み: 「本」"


def test_practice_opens_untouched_every_time(
    jobs: Jobs, store: Store, case: Case
) -> None:
    for _ in range(2):
        taken = from_plain(
            TakenIn, run(jobs, Task.OPEN_PRACTICE, OpenPractice(), Written())
        )
        assert taken.case.is_practice
        assert taken.orders is not None
        assert taken.orders.orders > 10
        snapshot = look(store, taken.case)
        assert snapshot.ownership == {}
        store.judge(taken.case, list(snapshot.orders), Ownership.MINE, at=FRIDAY_NIGHT)
        assert list(store.all()) == [case, taken.case]
    assert look(store, case).kept == {}


def test_what_the_mails_say_of_the_account_is_read_and_noted_once(
    jobs: Jobs, store: Store
) -> None:
    case = practise(jobs)
    run(jobs, Task.READ_ORDERS, ForCase(case=case), Written())
    events = look(store, case).events
    # The last but one is forged word for word: that it says so proves nothing.
    assert [event.kind.value for event in events] == [
        *("sign_in_seen", "reset_asked", "password_changed"),
        *("reset_asked", "password_changed", "reset_asked"),
        *("reply", "sign_in_seen", "reply"),
    ]
    noted = [e for e in store.entries(case) if e.kind is Kind.ACCOUNT_EVENT]
    assert [entry.text.split()[2] for entry in noted] == [
        f"mail={event.mail}" for event in events
    ]
    assert store.journal_is_whole(case)


def scan_logins(jobs: Jobs, case: Case) -> SignInScan:
    result = run(jobs, Task.SCAN_LOGINS, ForCase(case=case), Written())
    return from_plain(SignInScan, result)


def practise(jobs: Jobs) -> Case:
    result = run(jobs, Task.OPEN_PRACTICE, OpenPractice(), Written())
    return from_plain(TakenIn, result).case


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
        load_catalogue=lambda: load_catalogue(resource("catalogue")),
    )
    before = logins.stamp(case)
    assert logins.stamp(case) == before
    logins.remove_stale(case)
    assert logins.stamp(case) != before
    scan = scan_logins(jobs, case)
    assert [r.profile.browser for r in scan.profiles if r.logins] == ["firefox"]


def test_nothing_is_ever_removed_for_a_real_case(
    store: Store, case: Case, tmp_path: Path
) -> None:
    logins = Logins(
        store=store,
        home=Home(folder=tmp_path / "home"),
        load_catalogue=lambda: load_catalogue(resource("catalogue")),
    )
    with pytest.raises(ValueError, match="practice"):
        logins.remove_stale(case)
