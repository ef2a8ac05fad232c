from dataclasses import replace
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.contracts.mails import ORDER, MailsContract
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.mails import KeptMails
from torimodosu.recovery.case.ports import CaseDeletedError


@pytest.fixture
def mails(store: Store) -> KeptMails:
    return store.mails(store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False))


class TestKeptMails(MailsContract):
    @pytest.fixture
    def mails(self, store: Store) -> KeptMails:
        return store.mails(store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False))


def test_every_case_has_its_own(store: Store, mails: KeptMails) -> None:
    other = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    mails.add([ORDER])
    store.mails(other).add([ORDER, replace(ORDER, sha256="d" * 64)])
    assert len(mails.all()) == 1


def test_nothing_is_added_to_a_deleted_case(store: Store, mails: KeptMails) -> None:
    (case,) = store.all()
    store.delete(case)
    with pytest.raises(CaseDeletedError):
        mails.add([ORDER])
    assert list(mails.all()) == []


def test_many_mails_are_kept_in_one_go(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    mails = store.mails(store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False))
    many = [replace(ORDER, sha256=f"{number:064x}") for number in range(5000)]
    mails.add(many)
    assert list(mails.all()) == many
