from collections.abc import Callable
from datetime import date, datetime

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.returns import ReturnState, ReturnWord
from torimodosu.recovery.statements.which_card.matching import Said
from torimodosu.recovery.statements.words import CardWords
from torimodosu.window.notes.cards import CardNotes

NOVEMBER = date(2026, 11, 1)
KEY = "250-0000001-0000001:card"


class Desk:
    """Notes on the one case of a store."""

    def __init__(self, store: Store) -> None:
        self.case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
        self._records = store.card_records
        self.notes = CardNotes(self._records, self._records, self._keep)

    def words(self) -> CardWords:
        return self._records.card_words(self.case)

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, FRIDAY_NIGHT)


@pytest.fixture
def desk(qapp: object, store: Store) -> Desk:
    del qapp
    return Desk(store)


def test_every_word_is_kept(desk: Desk) -> None:
    desk.notes.say_of_match("match", Said.REJECTED)
    desk.notes.say_of_charge("charge", is_mine=True)
    desk.notes.say_of_return(KEY, ReturnState.SAID, "by post")
    desk.notes.say_reported(1, NOVEMBER)
    desk.notes.say_of_month(1, NOVEMBER, is_clean=True)
    desk.notes.watch_until(NOVEMBER)
    word = ReturnWord(key=KEY, state=ReturnState.SAID, at=FRIDAY_NIGHT, note="by post")
    assert desk.words() == CardWords(
        matches={"match": Said.REJECTED},
        charges={"charge": True},
        returns={KEY: word},
        reported={1: NOVEMBER},
        clean_months=frozenset({(1, NOVEMBER)}),
        watch_until=NOVEMBER,
    )


def test_every_word_can_be_taken_back(desk: Desk) -> None:
    test_every_word_is_kept(desk)
    desk.notes.say_of_match("match", None)
    desk.notes.say_of_charge("charge", is_mine=None)
    desk.notes.say_of_return(KEY, None)
    desk.notes.say_reported(1, None)
    desk.notes.say_of_month(1, NOVEMBER, is_clean=False)
    desk.notes.watch_until(None)
    assert desk.words() == CardWords()
