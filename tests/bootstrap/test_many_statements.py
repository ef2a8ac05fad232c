"""Many statement files at once: kept some at a time, and nothing by halves."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.contracts.statement_files import BLUE
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.packs import load_statement_facts
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.card_records import CardRecords
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.plan.importing import MOST_FILES, read_files
from torimodosu.recovery.plan.statement_task import ReadStatements, StatementsRead
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.statements.log import ImportedStatement, StatementFile
from torimodosu.recovery.statements.statement import Refusal, StatementRead
from torimodosu.resources import resource

FILES = 2 * MOST_FILES + 50


class Steps:
    """Goes on until *last* files were read."""

    def __init__(self, last: int = 2 * FILES) -> None:
        self.last = last
        self.seen: list[tuple[int, int]] = []

    def report(self, done: int, total: int) -> None:
        if done >= self.last:
            raise Cancelled
        self.seen.append((done, total))


@dataclass(frozen=True, slots=True)
class Watched(CardRecords):
    """The log of a store that notes how much is kept at once, and may run full."""

    lots: list[int] = field(default_factory=list)
    room: int = FILES

    def import_statements(
        self,
        case: Case,
        files: Sequence[tuple[StatementFile, StatementRead]],
        *,
        at: datetime,
    ) -> Sequence[ImportedStatement | None]:
        if sum(self.lots) + len(files) > self.room:
            raise StoreError(StoreTrouble.FULL, "no room")
        self.lots.append(len(files))
        return CardRecords.import_statements(self, case, files, at=at)


@pytest.fixture
def case(store: Store) -> Case:
    answers = replace(SHOP, cards=(BLUE,))
    return store.open(answers, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def log(store: Store) -> Watched:
    return Watched(store.card_records.shelves)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Statements of one month, which all have one charge in common."""
    folder = tmp_path / "statements"
    folder.mkdir()
    for number in range(FILES):
        text = (
            "笹野　みどり　様,4980-****-****-4821,みほんカード\r\n"
            "2026/11/03,書店　みなと,100,１,１,100,\r\n"
            f"2026/11/04,薬局　いずみ,{1000 + number},１,１,{1000 + number},\r\n"
            f",,,,,{1100 + number},\r\n"
        )
        (folder / f"{number:04}.csv").write_bytes(text.encode("cp932"))
    return sorted(map(str, folder.iterdir()))


def read(
    log: Watched, case: Case, files: Sequence[str], steps: Steps
) -> StatementsRead:
    facts = load_statement_facts(resource("catalogue"))
    desk = statement_desk(log, facts, SystemClock())
    return read_files(ReadStatements(case=case, files=tuple(files)), desk, steps)


def test_they_are_kept_some_at_a_time_and_each_is_told_of(
    log: Watched, case: Case, files: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.csv"
    page.write_text("<html><body>Sign in</body></html>")
    steps = Steps()
    told = read(log, case, [*files[:7], str(page), *files[7:]], steps).files
    assert log.lots == [MOST_FILES, MOST_FILES, 50]
    assert steps.seen == [(done, FILES + 1) for done in range(FILES + 2)]
    assert told[7].refused is Refusal.WEB_PAGE
    others = [*told[:7], *told[8:]]
    assert [one.path for one in others] == files
    assert [one.statement for one in others] == list(range(1, FILES + 1))
    # The charge that all of them show is one charge.
    assert [one.new_charges for one in others] == [2, *[1] * (FILES - 1)]
    assert len(log.charges(case)) == FILES + 1


def test_who_stops_keeps_every_file_that_was_read(
    log: Watched, case: Case, files: list[str]
) -> None:
    with pytest.raises(Cancelled):
        read(log, case, files, Steps(last=MOST_FILES + 30))
    assert log.lots == [MOST_FILES, 30]
    assert len(log.statements(case)) == MOST_FILES + 30
    told = read(log, case, files, Steps()).files
    assert [one.was_known for one in told].count(True) == MOST_FILES + 30
    assert len(log.statements(case)) == FILES


def test_on_a_full_disk_what_was_kept_before_stays_and_nothing_by_halves(
    store: Store, case: Case, files: list[str]
) -> None:
    log = Watched(store.card_records.shelves, room=MOST_FILES + 1)
    with pytest.raises(StoreError):
        read(log, case, files, Steps())
    assert len(log.statements(case)) == MOST_FILES


def test_a_file_that_comes_twice_is_told_to_be_known(
    log: Watched, case: Case, files: list[str]
) -> None:
    first, again = read(log, case, [files[0], files[0]], Steps()).files
    assert (first.statement, first.new_charges, first.was_known) == (1, 2, False)
    assert (again.statement, again.new_charges, again.was_known) == (1, 0, True)
