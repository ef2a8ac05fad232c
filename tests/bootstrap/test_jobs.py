"""The heavy jobs with everything real: store, archive, mailboxes, catalogue."""

import shutil
from pathlib import Path

import pytest

from tests.bootstrap.working import MAIL, Written, look, run
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.plain import from_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.harm import Harm, HarmFound
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMails
from torimodosu.recovery.plan.tasks import (
    EvidenceVerified,
    ForCase,
    OpenPractice,
    OrdersRead,
    TakeIn,
    TakenIn,
    Task,
)


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    folder = tmp_path / "mailbox"
    folder.mkdir()
    for number in range(3):
        text = MAIL.format(number=number)
        (folder / f"{number}.eml").write_text(text, "utf-8", newline="\r\n")
    return folder


def take_in(
    jobs: Jobs, case: Case, mailbox: Path, outlet: Written | None = None
) -> TakenIn:
    request = TakeIn(case=case, sources=(str(mailbox),))
    result = run(jobs, Task.TAKE_IN, request, outlet or Written())
    return from_plain(TakenIn, result)


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
    assert (verified.harms, verified.mails) == ((), 3)
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
    manifest_alone = HarmFound(
        harm=Harm.LIST_CHANGED, examples=("manifest-sha256.txt",)
    )
    assert verified.harms == (manifest_alone,)
    assert verified.verification.faults == 1


def test_mails_of_which_none_is_left_are_counted_by_what_the_store_remembers(
    jobs: Jobs, store: Store, case: Case, mailbox: Path
) -> None:
    take_in(jobs, case, mailbox)
    shutil.rmtree(store.folder_of(case) / "bag" / "data" / "mails")
    result = run(jobs, Task.VERIFY_EVIDENCE, ForCase(case=case), Written())
    verified = from_plain(EvidenceVerified, result)
    assert [(found.harm, found.number) for found in verified.harms] == [
        (Harm.MAIL_MISSING, 3)
    ]
    assert look(store, case).verification == verified.verification
    assert verified.verification.faults == 3


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
