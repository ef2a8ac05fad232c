"""A store in which the keys of orders named no shop, opened by this program.

`store_v10.sql` is a dump of a file that the program with schema 10 has made: a case
about Rakuten and one about Amazon. Both hold orders of several shops, verdicts, words
on matches, charges and money that must come back, a statement and work on the cards;
that of Rakuten also a verdict on an order that no mail tells of any more.
"""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.which_card.matching import Said

DUMP = Path(__file__).parents[2] / "data" / "store_v10.sql"
FORMER = 10
LATER = FRIDAY_NIGHT + timedelta(minutes=1)
RAKUTEN = "rakuten.co.jp:312345-20260313-0123456789"
LOST = "rakuten.co.jp:399999-20260301-0000000001"
YAHOO = "shopping.yahoo.co.jp:10001234"
AMAZON = "250-1234567-1234567"
NAMELESS = f"mail:{'ab' * 32}"
CHARGE, OTHER_CHARGE = "0000000000000000-0", "0000000000000000-1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file of the former version."""
    path = tmp_path / "cases.sqlite"
    with closing(connect(path)) as connection:
        connection.executescript(DUMP.read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA user_version = {FORMER}")
    return path


def known(path: Path) -> tuple[Snapshot, Snapshot]:
    """Return what is known of the case about Rakuten, and of that about Amazon."""
    store = Store.at(path)
    rakuten, amazon = store.all()
    return store.snapshot(rakuten, at=LATER), store.snapshot(amazon, at=LATER)


def journal(path: Path) -> list[tuple[object, ...]]:
    with closing(connect(path)) as connection:
        return connection.execute("SELECT * FROM entry").fetchall()


def test_every_order_is_known_by_its_key(path: Path) -> None:
    rakuten, amazon = known(path)
    assert [*rakuten.orders] == [RAKUTEN, YAHOO, AMAZON, NAMELESS]
    assert [*amazon.orders] == [AMAZON, YAHOO]
    for snapshot in (rakuten, amazon):
        assert [*map(order_key, snapshot.orders.values())] == [*snapshot.orders]


def test_verdicts_stay_with_their_orders(path: Path) -> None:
    rakuten, amazon = known(path)
    assert rakuten.ownership == {
        RAKUTEN: Ownership.NOT_MINE,
        YAHOO: Ownership.MINE,
        AMAZON: Ownership.UNSURE,
        NAMELESS: Ownership.UNSURE,
        LOST: Ownership.NOT_MINE,
    }
    assert amazon.ownership == {AMAZON: Ownership.NOT_MINE, YAHOO: Ownership.MINE}


def test_words_on_matches_stay_with_their_orders(path: Path) -> None:
    rakuten, amazon = known(path)
    assert rakuten.card_words.matches == {
        f"{RAKUTEN}={CHARGE}": Said.CONFIRMED,
        f"{RAKUTEN}+{YAHOO}={CHARGE}+{OTHER_CHARGE}": Said.REJECTED,
        f"{AMAZON}={OTHER_CHARGE}": Said.CONFIRMED,
    }
    assert amazon.card_words.matches == {
        f"{AMAZON}={CHARGE}": Said.CONFIRMED,
        f"{AMAZON}+{YAHOO}={CHARGE}+{OTHER_CHARGE}": Said.REJECTED,
        f"{AMAZON}={OTHER_CHARGE}": Said.CONFIRMED,
    }
    assert rakuten.card_words.charges == amazon.card_words.charges == {CHARGE: False}


def test_words_on_money_stay_with_their_orders_notes_and_times(path: Path) -> None:
    for snapshot, first in zip(known(path), (RAKUTEN, AMAZON), strict=True):
        words = snapshot.card_words.returns
        assert {key: (word.state, word.note) for key, word in words.items()} == {
            f"{first}:card": (ReturnState.SAID, "電話で聞いた"),
            f"{YAHOO}:points": (ReturnState.WRITTEN_OFF, ""),
            CHARGE: (ReturnState.SAID, ""),
        }
        assert {word.at for word in words.values()} == {LATER}


def test_the_journal_stays_as_it_was_written(path: Path) -> None:
    before = journal(path)
    store = Store.at(path)
    assert journal(path) == before
    assert all(store.journal_is_whole(case) for case in store.all())


def test_orders_of_which_one_may_be_missing_are_read_again(path: Path) -> None:
    with closing(connect(path)) as connection, connection:
        connection.execute(
            'DELETE FROM "order" WHERE case_id = 2 AND key <> ?', [AMAZON]
        )
        connection.execute("UPDATE card_work SET is_outdated = 0")
    rakuten, amazon = known(path)
    assert (rakuten.orders_packs, rakuten.is_card_work_stale) == (None, True)
    assert (amazon.orders_packs, amazon.is_card_work_stale) == ("2026.11.1 own=", False)


def test_statements_stay_and_no_word_can_be_changed_afterwards(path: Path) -> None:
    store = Store.at(path)
    for case in store.all():
        shown = [one.key for one in store.card_records.charges(case)]
        assert shown == [CHARGE, OTHER_CHARGE, "0000000000000000-2"]
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM charge").fetchone() == (6,)
        with pytest.raises(Exception, match="words are never changed"):
            connection.execute("UPDATE card_word SET word = NULL")


def test_orders_that_cannot_be_read_keep_nobody_from_the_rest(path: Path) -> None:
    with closing(connect(path)) as connection, connection:
        connection.execute("UPDATE \"order\" SET document = '{' WHERE case_id = 1")
    Store.at(path)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() > (FORMER,)
