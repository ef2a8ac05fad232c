from contextlib import closing
from sqlite3 import connect

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind


@pytest.fixture
def case(store: Store) -> Case:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    for words in ("電話した", "折り返し\ud800待ち", ""):
        store.note(case, Entry(at=FRIDAY_NIGHT, kind=Kind.NOTE, text=words))
    return case


def test_a_journal_as_it_was_written_is_whole(store: Store, case: Case) -> None:
    assert store.journal_is_whole(case)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET text = '電話しなかった' WHERE number = 2",
        "UPDATE entry SET at = '2026-03-14T00:00:00+09:00' WHERE number = 4",
        "DELETE FROM entry WHERE number = 1",
        "DELETE FROM entry WHERE number = 3",
        "INSERT INTO entry SELECT 1, 5, at, kind, text, sha256 FROM entry LIMIT 1",
    ],
)
def test_a_changed_missing_or_added_entry_is_noticed(
    store: Store, case: Case, change: str
) -> None:
    with closing(connect(store.path)) as connection, connection:
        connection.execute(change)
    assert not store.journal_is_whole(case)
