"""Many statements that are kept at once are kept as if each came by itself."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.cases import SHOP
from tests.contracts.statement_files import (
    BLUE,
    LATER,
    RED,
    SECOND_BLUE,
    charge,
    file,
    statement,
)
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.statement import Charge, StatementRead

FIRST = date(2026, 3, 1)
AMOUNTS = (100, 200)


def new_case(store: Store) -> Case:
    answers = replace(SHOP, cards=(BLUE, RED, SECOND_BLUE))
    return store.open(answers, at=FRIDAY_NIGHT, is_practice=False)


@st.composite
def charges(draw: st.DrawFn) -> Charge:
    amount, days = draw(st.sampled_from(AMOUNTS)), draw(st.integers(-1, 3))
    made = charge(1, amount)
    day = None if days < 0 else FIRST + timedelta(days=days)
    return replace(made, date=day)


@st.composite
def statements(draw: st.DrawFn) -> StatementRead:
    rows = draw(st.lists(charges(), min_size=1, max_size=5))
    rows = [replace(one, row=number) for number, one in enumerate(rows, 2)]
    return replace(statement(*rows), is_open=draw(st.booleans()))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(reads=st.lists(statements(), min_size=2, max_size=7), lot=st.integers(2, 7))
def test_they_are_numbered_counted_and_joined_alike(
    store: Store, reads: list[StatementRead], lot: int
) -> None:
    files = [(file(f"{number}.csv"), read) for number, read in enumerate(reads)]
    files.append((files[0][0], reads[0]))
    log, at_once, singly = store.card_records, new_case(store), new_case(store)
    kept = [
        one
        for begin in range(0, len(files), lot)
        for one in log.import_statements(at_once, files[begin:][:lot], at=LATER)
    ]
    for each in files:
        log.import_statements(singly, [each], at=LATER)
    assert [one and one.number for one in kept] == [*range(1, len(files)), None]
    assert log.statements(at_once) == log.statements(singly)
    assert log.charges(at_once) == log.charges(singly)
    assert [one.text for one in store.entries(at_once)] == [
        one.text for one in store.entries(singly)
    ]
