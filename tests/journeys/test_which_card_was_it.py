"""Ten cards, two of them at the shop: which was charged, and does the money come back?

On Sunday everything that is at hand is read. In February the statements of the months
after are read too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.fakes.clock import JAPAN
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.statements import statement_desk
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.casework import Desk, take_in_and_read
from torimodosu.recovery.plan.importing import read_files
from torimodosu.recovery.plan.statement_task import FileRead, ReadStatements
from torimodosu.recovery.plan.tasks import TakeIn
from torimodosu.recovery.plan.working_on_cards import CardTools, work_on_cards
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.incident import (
    ANSWERS,
    MAIL_FOLDER,
    practice_files,
)
from torimodosu.recovery.practice.later_statements import LATER_FOLDER, SMALL_TEST
from torimodosu.recovery.practice.purchase import FRAUD
from torimodosu.recovery.practice.senders import OWN_SERVER
from torimodosu.recovery.practice.statements import MISSING
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Reason,
    Said,
    Verdict,
)
from torimodosu.resources import resource

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=JAPAN)
FEBRUARY = datetime(2027, 2, 11, 9, 0, tzinfo=JAPAN)
CATALOGUE = load_catalogue(resource("catalogue"))
STORY = expected().cards


class Today:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.moment = SUNDAY

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Somebody with the files of the incident, and the program."""

    files: Path
    store: Store
    case: Case
    clock: Today

    def read_mails(
        self, folder: Path, *, trusted: frozenset[str] = frozenset({OWN_SERVER})
    ) -> None:
        outside = Outside.unaided(self.clock.now())
        desk = Desk(
            case=self.case,
            mailboxes=FileMailboxes(),
            archive=BagArchive(folder),
            mails=self.store.mails(self.case),
            book=self.store,
            catalogue=CATALOGUE,
            clock=self.clock,
            outside=replace(outside, trusted=trusted),
        )
        request = TakeIn(case=self.case, sources=(str(self.files / MAIL_FOLDER),))
        take_in_and_read(request, desk, Steps(), on_mails=lambda _mails: None)

    def read_statements(self, folder: str) -> tuple[FileRead, ...]:
        paths = sorted((self.files / folder).rglob("*.csv"))
        request = ReadStatements(case=self.case, files=tuple(map(str, paths)))
        facts = CATALOGUE.statement_facts
        desk = statement_desk(self.store.card_records, facts, self.clock)
        return read_files(request, desk, Steps()).files

    def look(self) -> CardWork:
        tools = CardTools(
            records=self.store.card_records,
            snapshots=self.store,
            catalogue=CATALOGUE,
            clock=self.clock,
        )
        return work_on_cards(self.case, tools, Steps())

    def confirm(self, is_so: Callable[[Match], bool]) -> CardWork:
        """Confirm the matches that are so; return what follows."""
        for match in filter(is_so, self.look().matching.matches):
            self.store.card_records.say_of_match(
                self.case, match.key, Said.CONFIRMED, at=self.clock.now()
            )
        return self.look()


@pytest.fixture
def victim(tmp_path: Path) -> Victim:
    files = tmp_path / "incident"
    write_practice(files, practice_files())
    store = Store.at(tmp_path / "cases.sqlite")
    case = store.open(ANSWERS, at=SUNDAY, is_practice=True)
    victim = Victim(files=files, store=store, case=case, clock=Today())
    victim.read_mails(tmp_path / "bag")
    for purchase in expected().purchases:
        store.judge(case, [purchase.number], purchase.ownership, at=SUNDAY)
    return victim


def finding_of(work: CardWork, victim: Victim, last_four: str) -> CardFinding:
    (card,) = (c for c in victim.case.answers.cards if c.last_four == last_four)
    (finding,) = (f for f in work.matching.findings if f.card == card.number)
    return finding


def card_return(work: CardWork, number: str) -> ExpectedReturn:
    (found,) = (r for r in work.returns if (r.order, r.means) == (number, Means.CARD))
    return found


def is_of_that_minute(match: Match) -> bool:
    return Reason.NOTICE_AT_THAT_MINUTE in match.reasons


def is_refund_on_a_statement(match: Match) -> bool:
    return match.amount < 0 and bool(match.charges)


def test_the_mails_alone_tell_the_card_minutes_after_its_use(victim: Victim) -> None:
    finding = finding_of(victim.look(), victim, "4821")
    assert finding.verdict is Verdict.CERTAIN


def test_mails_that_nothing_proves_make_the_card_possible_until_a_word_or_a_row(
    victim: Victim, tmp_path: Path
) -> None:
    victim.read_mails(tmp_path / "unaided", trusted=frozenset())
    finding = finding_of(victim.look(), victim, "4821")
    assert (finding.verdict, finding.ground) == (
        Verdict.POSSIBLE,
        Ground.NOTICE_NOT_PROVEN,
    )
    confirmed = finding_of(victim.confirm(is_of_that_minute), victim, "4821")
    assert confirmed.amounts == (("JPY", STORY.charged["4821"]),)


def test_on_sunday_each_card_has_its_answer(victim: Victim) -> None:
    files = victim.read_statements("statements")
    assert all(file.statement and file.refused is None for file in files)
    assert finding_of(victim.look(), victim, "4821").verdict is Verdict.CERTAIN
    work = victim.confirm(is_of_that_minute)
    for last_four, amount in STORY.charged.items():
        finding = finding_of(work, victim, last_four)
        assert finding.verdict in {Verdict.CERTAIN, Verdict.POSSIBLE}
        assert finding.amounts == (("JPY", amount),)
    others = [c for c in victim.case.answers.cards if not c.is_registered]
    verdicts = {finding_of(work, victim, card.last_four).verdict for card in others}
    assert verdicts == {Verdict.EXCLUDED}
    assert card_return(work, STORY.held_back).state is ReturnState.PROMISED
    assert [x for x in work.returns if x.state.is_closed] == []


def test_one_statement_is_missing_and_the_open_months_are_not_out(
    victim: Victim,
) -> None:
    victim.read_statements("statements")
    cards = {card.number: card for card in victim.case.answers.cards}
    november = SUNDAY.date().replace(day=1)
    states = {
        cards[cell.card].issuer: cell.state
        for cell in victim.look().watch.cells
        if cell.month == november
    }
    missing = {issuer for issuer, s in states.items() if s is MonthState.MISSING}
    assert missing == {MISSING}
    assert set(states.values()) == {MonthState.MISSING, MonthState.CLEAN}


def test_the_months_after_give_most_of_it_back(victim: Victim) -> None:
    victim.read_statements("statements")
    victim.confirm(is_of_that_minute)
    victim.clock.moment = FEBRUARY
    victim.read_statements(LATER_FOLDER)
    work = victim.confirm(is_refund_on_a_statement)
    assert card_return(work, STORY.vanished).state is ReturnState.VANISHED
    for number in (*STORY.credited_soon, STORY.credited_later):
        back = card_return(work, number)
        assert (back.state, back.returned) == (ReturnState.CREDITED, back.amount)
    open_one = card_return(work, STORY.not_credited)
    assert not open_one.state.is_closed
    (order,) = (p for p in FRAUD if p.number == STORY.not_credited)
    assert open_one.amount == Decimal(order.card or 0)
    odd = [work.charges[key].charge for key, _ in work.matching.unexplained_charges]
    assert [(c.date, c.merchant) for c in odd] == [SMALL_TEST[:2]]


def test_reading_everything_twice_adds_nothing(victim: Victim) -> None:
    for folder in ("statements", LATER_FOLDER):
        victim.read_statements(folder)
    charges = victim.store.card_records.charges(victim.case)
    for folder in ("statements", LATER_FOLDER):
        assert all(file.was_known for file in victim.read_statements(folder))
    assert victim.store.card_records.charges(victim.case) == charges
