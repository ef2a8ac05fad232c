from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.recovery.statements.cards import (
    INCIDENT,
    TODAY,
    bills,
    by_key,
    card,
    charge,
    issuer,
    match,
    matching,
    statement,
)
from torimodosu.recovery.statements.bills import CardBills
from torimodosu.recovery.statements.disputes import disputes_of
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.statement import Skipped, Why
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.recovery.statements.watching import (
    Findings,
    asked_charges,
    watch_log,
)
from torimodosu.recovery.statements.which_card.matching import OpenCharge
from torimodosu.recovery.statements.words import CardWords

NOTHING = Findings(disputes=(), asked=(), returns=())
SILENT = CardWords()
JANUARY, FEBRUARY = date(2027, 1, 1), date(2027, 2, 1)
BILL = date(2027, 1, 12)
LATER = date(2027, 1, 26)
OPEN_RETURN = ExpectedReturn(
    key="a:card",
    order="a",
    means=Means.CARD,
    card=1,
    amount=Decimal(5000),
    currency="JPY",
    state=ReturnState.PROMISED,
    returned=Decimal(0),
    look_again=date(2027, 12, 25),
)


def disputed(charge_of_it: LoggedCharge) -> Findings:
    known = by_key(charge_of_it)
    found = matching(match(charges=(charge_of_it.key,)))
    return replace(NOTHING, disputes=disputes_of(found, known, {}, SILENT))


def watch(
    known: CardBills,
    findings: Findings = NOTHING,
    words: CardWords = SILENT,
    today: date = TODAY,
) -> WatchLog:
    return watch_log([known], findings, words, since=INCIDENT, today=today)


def cell(log: WatchLog, month: date = JANUARY) -> CardMonth:
    (found,) = (one for one in log.cells if one.month == month)
    return found


def test_every_card_has_every_month_from_the_incident_on_for_a_year() -> None:
    log = watch_log(
        [bills(), bills(of=card(2))], NOTHING, SILENT, since=INCIDENT, today=TODAY
    )
    assert (log.months[0], log.months[-1]) == (date(2026, 11, 1), date(2027, 11, 1))
    assert [(one.card, one.month) for one in log.cells] == [
        (number, month) for number in (1, 2) for month in log.months
    ]
    assert (log.ends_on, log.was_extended) == (date(2027, 11, 20), False)


def test_a_month_that_was_read_shortly_before_is_shown_too() -> None:
    read = statement(bill_date=date(2026, 9, 10))
    old = statement(2, bill_date=date(2026, 7, 10))
    assert watch(bills(read, old)).months[0] == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("known", "today", "state"),
    [
        (bills(), TODAY, MonthState.NOT_OUT),
        (bills(), date(2026, 12, 24), MonthState.NOT_OUT),
        (bills(), date(2026, 12, 25), MonthState.MISSING),
        (bills(by=issuer()), date(2027, 1, 31), MonthState.NOT_OUT),
        (bills(by=issuer()), date(2027, 2, 1), MonthState.MISSING),
        (bills(statement(bill_date=BILL)), LATER, MonthState.CLEAN),
        (
            bills(
                statement(bill_date=BILL, skipped=(Skipped(row=2, why=Why.CUT_OFF),))
            ),
            LATER,
            MonthState.FINDINGS,
        ),
        (bills(statement(bill_date=BILL, is_open=True)), TODAY, MonthState.NOT_OUT),
        (bills(statement(bill_date=BILL, is_open=True)), LATER, MonthState.MISSING),
    ],
)
def test_how_a_month_stands(known: CardBills, today: date, state: MonthState) -> None:
    assert cell(watch(known, today=today)).state is state


def test_a_month_tells_its_days_and_statements() -> None:
    shown = cell(watch(bills(statement(7, bill_date=BILL))))
    assert (shown.out_on, shown.pays_on) == (date(2026, 12, 25), BILL)
    assert shown.statements == (7,)
    assert not shown.is_open


def test_a_statement_stands_in_the_month_that_it_prints() -> None:
    # By its last use it would be of December.
    read = statement(7, last=date(2026, 11, 3), bill_month=JANUARY)
    assert cell(watch(bills(read), today=LATER)).statements == (7,)


def test_a_disputed_charge_is_a_finding_of_the_statements_that_show_it() -> None:
    read = statement(1, bill_date=BILL), statement(2, bill_date=date(2027, 2, 10))
    log = watch(bills(*read), disputed(charge(statements=(1,))), today=LATER)
    assert cell(log).state is MonthState.FINDINGS
    assert cell(log, FEBRUARY).state is MonthState.CLEAN


def test_a_charge_that_needs_a_word_is_a_finding_too() -> None:
    findings = replace(NOTHING, asked=(charge(statements=(1,)),))
    log = watch(bills(statement(bill_date=BILL)), findings, today=LATER)
    assert cell(log).state is MonthState.FINDINGS


def test_findings_of_an_open_statement_do_not_stand_for_the_closed_one() -> None:
    known = bills(statement(bill_date=BILL, is_open=True))
    shown = cell(watch(known, disputed(charge())))
    assert (shown.state, shown.is_open) == (MonthState.FINDINGS, True)
    later = cell(watch(known, disputed(charge()), today=LATER))
    assert later.state is MonthState.MISSING


@pytest.mark.parametrize(
    ("known", "today", "state", "is_said"),
    [
        (bills(), LATER, MonthState.CLEAN, True),
        (bills(), TODAY, MonthState.CLEAN, True),
        (bills(statement(bill_date=BILL)), LATER, MonthState.CLEAN, False),
    ],
)
def test_the_user_may_look_a_month_through_themselves(
    known: CardBills, today: date, state: MonthState, *, is_said: bool
) -> None:
    words = CardWords(clean_months=frozenset({(1, JANUARY)}))
    shown = cell(watch(known, words=words, today=today))
    assert (shown.state, shown.is_said) == (state, is_said)


def test_what_was_read_is_better_than_a_word() -> None:
    words = CardWords(clean_months=frozenset({(1, JANUARY)}))
    known = bills(statement(bill_date=BILL))
    shown = cell(watch(known, disputed(charge()), words, today=LATER))
    assert (shown.state, shown.is_said) == (MonthState.FINDINGS, False)


def test_only_months_that_can_show_the_loss_on_a_registered_card_are_needed() -> None:
    log = watch(bills())
    # The bill of December was closed before the incident.
    needed = [one.month for one in log.cells if one.is_needed]
    assert needed[0] == JANUARY
    assert not any(
        one.is_needed for one in watch(bills(of=card(is_registered=False))).cells
    )
    unknown = watch(bills(by=issuer()))
    assert [one.month for one in unknown.cells if one.is_needed] == list(log.months)


@pytest.mark.parametrize(
    ("findings", "words", "ends_on", "extended"),
    [
        (NOTHING, CardWords(watch_until=date(2027, 5, 3)), date(2027, 5, 3), False),
        (disputed(charge()), SILENT, date(2027, 11, 20), False),
        (
            disputed(charge(day=date(2027, 8, 31))),
            SILENT,
            date(2028, 2, 29),
            True,
        ),
        (
            disputed(charge(day=date(2027, 1, 5))),
            CardWords(watch_until=date(2027, 5, 3)),
            date(2027, 7, 5),
            True,
        ),
        # A misprinted year is no reason to watch for thousands of years.
        (disputed(charge(day=date(9999, 8, 31))), SILENT, date(2027, 11, 20), False),
        (replace(NOTHING, returns=(OPEN_RETURN,)), SILENT, date(2027, 12, 25), True),
        (
            replace(NOTHING, returns=(replace(OPEN_RETURN, state=ReturnState.SAID),)),
            SILENT,
            date(2027, 11, 20),
            False,
        ),
    ],
)
def test_the_watch_ends_as_planned_or_later_where_something_is_open(
    findings: Findings, words: CardWords, ends_on: date, *, extended: bool
) -> None:
    log = watch(bills(), findings, words)
    assert (log.ends_on, log.was_extended) == (ends_on, extended)


def test_the_table_stays_one_whatever_the_user_wants() -> None:
    words = CardWords(watch_until=date.max)
    log = watch(bills(), words=words)
    assert log.ends_on == date.max
    assert INCIDENT + timedelta(days=5 * 365) < log.months[-1] < date(2032, 6, 1)


def test_what_the_user_is_asked_about() -> None:
    unexplained = (
        ("a", OpenCharge.OF_THE_SHOP),
        ("b", OpenCharge.SMALL_TEST),
        ("c", OpenCharge.NEW_SUBSCRIPTION),
        ("d", OpenCharge.NOT_SEEN_BEFORE),
    )
    assert asked_charges(unexplained, SILENT) == ("a", "b", "c")
    words = CardWords(charges={"a": True, "b": False})
    assert asked_charges(unexplained, words) == ("c",)
