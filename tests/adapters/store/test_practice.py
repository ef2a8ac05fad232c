"""Practice never mixes with a real case."""

from pathlib import Path

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.contracts.mails import ORDER
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import CaseDeletedError, StoreError, StoreTrouble
from torimodosu.recovery.plan.steps import Step


@pytest.fixture
def real(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def practice(store: Store) -> Case:
    return store.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)


def test_it_lies_in_a_file_of_its_own(store: Store, real: Case, practice: Case) -> None:
    assert real.number == practice.number
    store.mails(practice).add([ORDER])
    store.say(practice, Step.SHOP, at=FRIDAY_NIGHT)
    assert list(store.mails(real).all()) == []
    assert store.snapshot(real, at=FRIDAY_NIGHT).said == {}
    assert list(store.all()) == [real, practice]
    assert store.folder_of(practice).is_relative_to(store.practice_folder)
    assert not store.folder_of(real).is_relative_to(store.practice_folder)


def test_it_is_there_after_opening_again(
    store: Store, real: Case, practice: Case
) -> None:
    assert list(Store.at(store.path).all()) == [real, practice]


def test_it_goes_as_a_whole(store: Store, real: Case, practice: Case) -> None:
    (store.practice_folder / "mails").mkdir()
    store.delete(practice)
    store.delete(practice)
    assert list(store.all()) == [real]
    assert not store.practice_folder.exists()
    with pytest.raises(CaseDeletedError):
        store.say(practice, Step.SHOP, at=FRIDAY_NIGHT)


def test_a_folder_of_that_name_that_is_of_the_person_is_left_alone(
    store: Store, real: Case
) -> None:
    own = store.practice_folder / "piano.mid"
    own.parent.mkdir()
    own.touch()
    store.clear_practice()
    with pytest.raises(StoreError) as error:
        store.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)
    assert error.value.trouble is StoreTrouble.NOT_WRITABLE
    assert list(store.practice_folder.iterdir()) == [own]
    assert list(store.all()) == [real]


def test_a_removal_that_was_cut_off_is_finished(store: Store, real: Case) -> None:
    left: Path = store.practice_folder.with_name("practice.deleted")
    left.mkdir()
    Store.at(store.path)
    assert not left.exists()
    assert list(store.all()) == [real]


def test_deleting_a_real_case_leaves_practice(
    store: Store, real: Case, practice: Case
) -> None:
    store.delete(real)
    assert list(store.all()) == [practice]
