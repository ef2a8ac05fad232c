"""What every statement log and every book of words about cards must do."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Protocol

import pytest

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
from torimodosu.recovery.case.case import Case, PaymentCard
from torimodosu.recovery.case.ports import CaseDeletedError, Cases
from torimodosu.recovery.plan.ports import CardBook, CardWorks
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.recovery.statements.returns import ReturnState, ReturnWord
from torimodosu.recovery.statements.statement import (
    ChargeKind,
    Doubt,
    Foreign,
    Skipped,
    StatementRead,
    Why,
)
from torimodosu.recovery.statements.which_card.matching import Said
from torimodosu.recovery.statements.words import CardWords


class Records(StatementLog, CardBook, CardWorks, Protocol):
    """All that is kept about cards."""


class CardRecordsContract:
    """What is asked of whatever keeps cards; each subclass brings its own."""

    @pytest.fixture
    def cases(self) -> Cases:
        raise NotImplementedError

    @pytest.fixture
    def log(self) -> Records:
        raise NotImplementedError

    @pytest.fixture
    def case(self, cases: Cases) -> Case:
        answers = replace(SHOP, cards=(BLUE, RED, SECOND_BLUE))
        return cases.open(answers, at=FRIDAY_NIGHT, is_practice=False)

    def imported(
        self,
        log: Records,
        case: Case,
        *files: StatementRead,
        card: int = 0,
    ) -> list[LoggedCharge]:
        for number, read in enumerate(files):
            name = f"{len(log.statements(case))}-{number}.csv"
            (kept,) = log.import_statements(
                case, [(file(name, card=card), read)], at=LATER
            )
            assert kept is not None
        return list(log.charges(case))


class StatementLogContract(CardRecordsContract):
    """What every statement log must do."""

    def test_what_was_imported_comes_back_as_it_was_read(
        self, log: Records, case: Case
    ) -> None:
        abroad = Foreign(amount=Decimal("12.50"), currency="USD", rate=None)
        full = replace(
            *(charge(1, 1900, "ＢＯＯＫＳ", card="4821"),),
            holder="家族",
            foreign=abroad,
            kind=ChargeKind.FEE,
        )
        bare = replace(
            charge(None, None), billed=None, bill_date=None, currency="", merchant=""
        )
        read = replace(
            statement(full, bare),
            skipped=(Skipped(row=7, why=Why.NO_DATE),),
            printed_total=Decimal(1901),
            doubts={Doubt.TOTAL_DIFFERS: (), Doubt.AMOUNT_UNKNOWN: (2,)},
        )
        (kept,) = log.import_statements(case, [(file("三月.csv"), read)], at=LATER)
        assert kept is not None
        assert list(log.statements(case)) == [kept]
        assert (kept.number, kept.name, kept.at) == (1, "三月.csv", LATER)
        assert (kept.issuer, kept.layout, kept.account) == (
            *(read.issuer, read.layout),
            read.account,
        )
        assert (kept.first, kept.last) == (date(2026, 3, 1), date(2026, 3, 1))
        assert kept.bill_date == date(2026, 4, 10)
        assert (kept.rows, kept.skipped, kept.doubts) == (
            *(read.rows, read.skipped),
            read.doubts,
        )
        assert (kept.printed_total, kept.sum) == (read.printed_total, read.sum)
        assert kept.totals_agree is False
        assert [logged.charge for logged in log.charges(case)] == [
            full,
            replace(bare, row=2),
        ]

    def test_the_same_file_twice_adds_nothing(self, log: Records, case: Case) -> None:
        read = statement(charge(1, 100))
        assert log.import_statements(case, [(file("a"), read)], at=LATER) != [None]
        assert log.number_of(case, file("a").sha256) == 1
        renamed = replace(file("a"), name="copy of a")
        assert log.import_statements(case, [(renamed, read)], at=LATER) == [None]
        assert len(log.statements(case)) == 1

    def test_an_overlapping_file_adds_only_what_is_new(
        self, log: Records, case: Case
    ) -> None:
        march = statement(charge(1, 100), charge(2, 200))
        longer = statement(charge(2, 200), charge(3, 300))
        charges = self.imported(log, case, march, longer)
        assert [one.charge.amount for one in charges] == [100, 200, 300]
        assert [[s.statement for s in one.sightings] for one in charges] == [
            *([1], [1, 2]),
            [2],
        ]

    def test_two_equal_charges_of_a_day_stay_two(
        self, log: Records, case: Case
    ) -> None:
        twice = statement(charge(1, 100), charge(1, 100))
        once = statement(charge(1, 100))
        assert len(self.imported(log, case, twice, once, twice)) == 2

    def test_an_open_charge_that_is_confirmed_is_one_with_a_history(
        self, log: Records, case: Case
    ) -> None:
        before = statement(charge(1, 3400, "AMZN"), is_open=True)
        after = statement(charge(1, 3400, "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"))
        (one,) = self.imported(log, case, before, after)
        assert one.charge.merchant == "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"
        assert [(s.statement, s.is_open) for s in one.sightings] == [
            (1, True),
            (2, False),
        ]
        assert not one.is_open

    def test_a_closed_month_goes_before_an_open_one_that_is_newer(
        self, log: Records, case: Case
    ) -> None:
        closed = statement(charge(1, 3400, "closed"))
        newer = statement(charge(1, 3400, "open"), is_open=True)
        (one,) = self.imported(log, case, closed, newer)
        assert one.charge.merchant == "closed"

    def test_a_key_stays_when_more_is_imported(self, log: Records, case: Case) -> None:
        (before,) = self.imported(log, case, statement(charge(1, 100), is_open=True))
        after, *_ = self.imported(log, case, statement(charge(1, 100), charge(2, 5)))
        assert after.key == before.key


class CardsOfStatementsContract(CardRecordsContract):
    """Which card the statements of a log are of."""

    def test_digits_and_issuer_tell_the_card(self, log: Records, case: Case) -> None:
        charges = self.imported(
            *(log, case),
            statement(charge(1, 1, card="1111"), charge(2, 2, card="4821")),
            statement(charge(3, 3), issuer="rakuten_card"),
            statement(charge(4, 4), issuer="smbc_card"),
            statement(charge(5, 5, card="9999"), issuer="rakuten_card"),
        )
        assert [one.card for one in charges] == [3, 1, 2, 0, 0]
        kept = log.statements(case)
        assert [one.card for one in kept] == [3, 2, 0, 0]
        assert [one.cards for one in kept] == [(1, 3), (2,), (), ()]

    def test_the_card_that_is_named_counts(self, log: Records, case: Case) -> None:
        (one,) = self.imported(log, case, statement(charge(1, 1)), card=3)
        assert one.card == 3

    def test_a_statement_can_be_given_to_another_card(
        self, log: Records, case: Case
    ) -> None:
        first, second = statement(charge(1, 1)), statement(charge(1, 1))
        self.imported(log, case, first, card=1)
        assert len(self.imported(log, case, second, card=3)) == 2
        log.assign(case, 2, 1, at=LATER)
        (one,) = log.charges(case)
        assert (one.card, len(one.sightings)) == (1, 2)
        log.assign(case, 2, 3, at=LATER)
        assert [one.card for one in log.charges(case)] == [1, 3]

    def test_a_card_that_is_told_of_later_is_found(
        self, log: Records, cases: Cases, case: Case
    ) -> None:
        (one,) = self.imported(log, case, statement(charge(1, 1, card="7777")))
        assert one.card == 0
        new = PaymentCard(issuer="smbc_card", nickname="New", last_four="7777")
        cards = (*case.answers.cards, new)
        cases.answer(case, replace(case.answers, cards=cards), at=LATER)
        assert [one.card for one in log.charges(case)] == [4]

    def test_two_cards_with_the_same_digits_are_told_by_the_issuer_alone(
        self, log: Records, cases: Cases
    ) -> None:
        twins = (replace(BLUE, last_four="0935"), RED)
        answers = replace(SHOP, cards=twins)
        case = cases.open(answers, at=FRIDAY_NIGHT, is_practice=False)
        charges = self.imported(
            *(log, case),
            statement(charge(1, 1, card="0935"), issuer="rakuten_card"),
            statement(charge(2, 2, card="0935"), issuer=""),
        )
        assert [one.card for one in charges] == [2, 0]

    def test_charges_of_a_card_or_of_some_days(self, log: Records, case: Case) -> None:
        self.imported(
            *(log, case),
            statement(charge(3, 3, card="4821"), charge(1, 1, card="1111")),
            statement(charge(None, 9, card="4821"), charge(2, 2, card="4821")),
        )
        amounts = [one.charge.amount for one in log.charges(case, card=1)]
        assert amounts == [2, 3, 9]
        within = log.charges(case, first=date(2026, 3, 2), last=date(2026, 3, 2))
        assert [one.charge.amount for one in within] == [2, 9]

    def test_a_fee_of_every_month_is_not_one(self, log: Records, case: Case) -> None:
        fee = charge(None, 5047)
        may = replace(fee, bill_date=date(2026, 5, 11))
        charges = self.imported(
            *(log, case), statement(fee), statement(may), statement(fee), card=1
        )
        assert len(charges) == 2

    def test_a_deleted_case_has_no_log(
        self, log: Records, cases: Cases, case: Case
    ) -> None:
        self.imported(log, case, statement(charge(1, 1)))
        cases.delete(case)
        assert list(log.statements(case)) == []
        with pytest.raises(CaseDeletedError):
            log.import_statements(case, [(file("b"), statement())], at=LATER)
        with pytest.raises(CaseDeletedError):
            log.assign(case, 1, 1, at=LATER)
        with pytest.raises(CaseDeletedError):
            log.say_of_match(case, "a", Said.CONFIRMED, at=LATER)


class CardWordsContract(CardRecordsContract):
    """What every book of words about cards must do."""

    def test_the_newest_words_count(self, log: Records, case: Case) -> None:
        assert log.card_words(case) == CardWords()
        month = date(2026, 4, 1)
        back = ReturnWord(key="r", state=ReturnState.RESTORED, at=LATER, note="6万円")
        for at in (FRIDAY_NIGHT, LATER):
            log.say_of_match(case, "a", Said.REJECTED, at=at)
            log.say_of_match(case, "b", Said.CONFIRMED, at=at)
            log.say_of_charge(case, "c", is_mine=False, at=at)
            log.say_of_charge(case, "d", is_mine=True, at=at)
            log.say_of_return(case, replace(back, at=at), at=at)
            log.say_reported(case, 2, date(2026, 3, 14), at=at)
            log.say_of_month(case, 2, month, is_clean=True, at=at)
            log.watch_until(case, date(2027, 3, 31), at=at)
        assert log.card_words(case) == CardWords(
            matches={"a": Said.REJECTED, "b": Said.CONFIRMED},
            charges={"c": False, "d": True},
            returns={"r": back},
            reported={2: date(2026, 3, 14)},
            clean_months=frozenset({(2, month)}),
            watch_until=date(2027, 3, 31),
        )

    def test_words_can_be_taken_back(self, log: Records, case: Case) -> None:
        month = date(2026, 4, 1)
        back = ReturnWord(key="r", state=ReturnState.SAID, at=LATER)
        log.say_of_match(case, "a", Said.CONFIRMED, at=LATER)
        log.say_of_match(case, "a", None, at=LATER)
        log.say_of_charge(case, "c", is_mine=True, at=LATER)
        log.say_of_charge(case, "c", is_mine=None, at=LATER)
        log.say_of_return(case, back, at=LATER)
        log.say_of_return(case, "r", at=LATER)
        log.say_reported(case, 2, date(2026, 3, 14), at=LATER)
        log.say_reported(case, 2, None, at=LATER)
        log.say_of_month(case, 2, month, is_clean=True, at=LATER)
        log.say_of_month(case, 2, month, is_clean=False, at=LATER)
        log.watch_until(case, month, at=LATER)
        log.watch_until(case, None, at=LATER)
        assert log.card_words(case) == CardWords()
