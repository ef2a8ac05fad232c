from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from tests.recovery.statements.which_card.cases import charge, notice
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.loose_log import FileRead, loose_log
from torimodosu.recovery.statements.statement import Charge, StatementRead

NOW = datetime(2026, 12, 1, tzinfo=UTC)
DAY = date(2026, 11, 20)


def row(number: int, amount: int, *, card: str = "", shop: str = "みかん") -> Charge:
    made = charge("", 0, amount, on=DAY, shop=shop).charge
    return replace(made, row=number, card=card)


def file(path: str, issuer: str, *rows: Charge, is_open: bool = False) -> FileRead:
    read = StatementRead(
        issuer=issuer,
        layout="made_up",
        account=Account.CARD,
        encoding="utf-8",
        charges=rows,
        skipped=(),
        sum=sum((one.amount or Decimal(0) for one in rows), Decimal(0)),
        doubts={},
        is_open=is_open,
    )
    return FileRead(path, read)


def test_every_pair_of_issuer_and_digits_is_a_card() -> None:
    files = (
        file("a", "jcb", row(1, 10, card="1111"), row(2, 20, card="2222")),
        file("b", "epos", row(1, 30, card="1111")),
    )
    log = loose_log(files, (), at=NOW)
    named = [(card.issuer, card.last_four) for card in log.cards]
    assert named == [("epos", "1111"), ("jcb", "1111"), ("jcb", "2222")]
    assert [logged.card for logged in log.charges] == [2, 3, 1]
    assert [(one.number, one.card) for one in log.statements] == [
        (1, 2),
        (1, 3),
        (2, 1),
    ]


def test_a_statement_without_digits_is_of_the_one_card_that_notices_name() -> None:
    told = notice("n1", 500, issuer="jcb", card="4444")
    log = loose_log((file("a", "jcb", row(1, 10)),), (told,), at=NOW)
    assert [(card.issuer, card.last_four) for card in log.cards] == [("jcb", "4444")]


def test_of_two_cards_a_statement_without_digits_is_neither() -> None:
    told = [notice(n, 500, issuer="jcb", card=n) for n in ("4444", "5555")]
    log = loose_log((file("a", "jcb", row(1, 10)),), told, at=NOW)
    assert [card.last_four for card in log.cards] == ["4444", "5555", ""]
    assert log.charges[0].card == 3


def test_a_charge_in_two_files_is_one_as_the_closed_month_prints_it() -> None:
    files = (
        file("closed", "jcb", row(7, 10, shop="みかん農園")),
        file("open", "jcb", row(3, 10, shop="みかん"), is_open=True),
    )
    (logged,) = loose_log(files, (), at=NOW).charges
    assert logged.charge.merchant == "みかん農園"
    assert (len(logged.sightings), logged.is_open) == (2, False)


def test_the_rows_of_a_charge_are_known_by_its_key() -> None:
    files = (file("a", "jcb", row(2, 10)), file("b", "jcb", row(5, 10)))
    log = loose_log(files, (), at=NOW)
    (logged,) = log.charges
    assert log.rows[logged.key] == (("a", 2), ("b", 5))


def test_a_statement_without_charges_still_names_its_card() -> None:
    log = loose_log((file("a", "jcb"),), (), at=NOW)
    assert [card.issuer for card in log.cards] == ["jcb"]
