"""What locking the door needs of the store: accounts, tries, backups, what was sent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.account_lists import AMAZON, BANK, PRACTICE, AccountListContract
from tests.contracts.cases import OTHER, SHOP
from tests.contracts.code_lists import PRACTICE as PRACTISED
from tests.contracts.code_lists import CodeListsContract
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.lock_records import LockRecords
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import CaseDeletedError
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
ACCEPTED = CodeTry(at=FRIDAY_NIGHT, account="b1", step=2**64 - 1, is_accepted=True)
REFUSED = replace(ACCEPTED, at=LATER, step=59121567, is_accepted=False)
SHEET = Backup(form=BackupForm.SHEET, made_at=FRIDAY_NIGHT, accounts=("b1", "a2"))
CLOCK = Sent(at=FRIDAY_NIGHT, host="ntp.nict.jp", what=SentWhat.TIME_QUESTION)


class TestStoredAccounts(AccountListContract):
    @pytest.fixture
    def accounts(self, store: Store) -> LockRecords:
        return store.lock_records


class TestStoredCodes(CodeListsContract):
    @pytest.fixture
    def lists(self, store: Store) -> LockRecords:
        return store.lock_records


@pytest.fixture
def records(store: Store) -> LockRecords:
    return store.lock_records


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=LATER)


def noted(store: Store, case: Case) -> list[tuple[Kind, str]]:
    entries = store.entries(case)[1:]
    assert store.journal_is_whole(case)
    return [(entry.kind, entry.text) for entry in entries]


def test_accounts_are_there_after_opening_again(store: Store) -> None:
    store.lock_records.add_account(AMAZON)
    broken = replace(BANK, issuer="x\ud800")
    store.lock_records.add_account(broken)
    assert list(Store.at(store.path).lock_records.accounts()) == [
        AMAZON,
        replace(BANK, issuer="x�"),
    ]


def test_no_case_takes_the_accounts_of_the_person_with_it(
    store: Store, case: Case, records: LockRecords
) -> None:
    records.add_account(AMAZON)
    records.choose_account(case, AMAZON.id, at=LATER)
    store.delete(case)
    assert list(records.accounts()) == [AMAZON]


def test_practice_leaves_its_accounts_to_the_keychain(
    store: Store, records: LockRecords
) -> None:
    store.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)
    records.add_account(AMAZON)
    records.add_account(PRACTICE)
    records.add_codes(PRACTISED)
    store.clear_practice()
    assert list(records.code_lists(is_practice=True)) == []
    assert list(records.leaving_codes()) == [PRACTISED]
    assert list(records.accounts(is_practice=True)) == []
    assert list(records.leaving_accounts()) == [PRACTICE]
    assert list(records.accounts()) == [AMAZON]
    records.remove_account(PRACTICE)
    assert list(records.leaving_accounts()) == []


def test_nothing_is_known_at_first(store: Store, case: Case) -> None:
    snapshot = look(store, case)
    assert (snapshot.two_step, snapshot.left_this_computer) == (TwoStepState(), ())


def test_the_chosen_account_is_the_newest(
    store: Store, case: Case, records: LockRecords
) -> None:
    records.choose_account(case, "b1", at=FRIDAY_NIGHT)
    assert look(store, case).two_step.account == "b1"
    records.choose_account(case, "", at=LATER)
    assert look(store, case).two_step.account == ""
    assert noted(store, case) == [
        (Kind.AUTHENTICATOR_CHOSEN, "b1"),
        (Kind.AUTHENTICATOR_CHOSEN, "none"),
    ]


def test_tries_come_back_as_they_were_and_can_be_forgotten(
    store: Store, case: Case, records: LockRecords
) -> None:
    records.keep_try(case, ACCEPTED)
    records.keep_try(case, REFUSED)
    assert look(store, case).two_step.tries == (ACCEPTED, REFUSED)
    records.forget_tries(case, at=LATER)
    assert look(store, case).two_step.tries == ()
    assert noted(store, case) == [
        (Kind.CODE_TRIED, "account=b1 step=18446744073709551615 accepted"),
        (Kind.CODE_TRIED, "account=b1 step=59121567 refused"),
        (Kind.TRIES_FORGOTTEN, ""),
    ]


def test_backups_get_numbers_and_are_restored_one_by_one(
    store: Store, case: Case, records: LockRecords
) -> None:
    first = records.keep_backup(case, SHEET)
    second = records.keep_backup(case, replace(SHEET, form=BackupForm.PHONE))
    assert (first.number, second.number) == (1, 2)
    records.keep_restored(case, second, at=LATER)
    assert look(store, case).two_step.backups == (
        replace(SHEET, number=1),
        replace(SHEET, number=2, form=BackupForm.PHONE, restored_at=LATER),
    )
    assert noted(store, case) == [
        (Kind.BACKUP_MADE, "number=1 form=sheet accounts=2"),
        (Kind.BACKUP_MADE, "number=2 form=phone accounts=2"),
        (Kind.BACKUP_RESTORED, "number=2"),
    ]


def test_what_is_sent_is_known_and_noted(
    store: Store, case: Case, records: LockRecords
) -> None:
    hashes = Sent(at=LATER, host="x\ud800", what=SentWhat.HASH_STARTS, count=212)
    records.keep_sent(case, CLOCK)
    records.keep_sent(case, hashes)
    assert look(store, case).left_this_computer == (CLOCK, replace(hashes, host="x�"))
    assert noted(store, case) == [
        (Kind.SENT, "host=ntp.nict.jp what=time_question count=1"),
        (Kind.SENT, "host=x� what=hash_starts count=212"),
    ]


def test_what_left_for_one_case_left_for_all(
    store: Store, case: Case, records: LockRecords
) -> None:
    practice = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)
    records.keep_sent(practice, CLOCK)
    assert look(store, case).left_this_computer == (CLOCK,)
    store.delete(practice)
    store.delete(case)
    assert store.snapshot(None, at=LATER).left_this_computer == (CLOCK,)


def test_what_is_sent_without_a_case_is_known(
    store: Store, case: Case, records: LockRecords
) -> None:
    records.keep_sent(None, CLOCK)
    assert look(store, case).left_this_computer == (CLOCK,)
    assert noted(store, case) == []


def test_every_case_has_its_own(store: Store, case: Case, records: LockRecords) -> None:
    other = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=False)
    records.choose_account(case, "b1", at=FRIDAY_NIGHT)
    records.keep_try(case, ACCEPTED)
    records.keep_backup(case, SHEET)
    assert look(store, other).two_step == TwoStepState()
    assert records.keep_backup(other, SHEET).number == 1


def test_nothing_is_kept_of_a_deleted_case(
    store: Store, case: Case, records: LockRecords
) -> None:
    records.keep_try(case, ACCEPTED)
    store.delete(case)
    for keep in (
        lambda: records.choose_account(case, "b1", at=LATER),
        lambda: records.keep_try(case, ACCEPTED),
        lambda: records.forget_tries(case, at=LATER),
        lambda: records.keep_backup(case, SHEET),
        lambda: records.keep_restored(case, SHEET, at=LATER),
        lambda: records.keep_sent(case, CLOCK),
    ):
        with pytest.raises(CaseDeletedError):
            keep()
    assert look(store, case).two_step == TwoStepState()
