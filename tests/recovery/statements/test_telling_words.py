"""Statements in which words in the rows tell what their columns and signs mean."""

from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.guessed import Told, text_of, told_by
from tests.recovery.statements.reading import lines, read
from torimodosu.recovery.statements.statement import Doubt


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [
                "Transaction Date,Merchant,Category,Type,Amount (USD)",
                "09/15/2026,Corner Bakery,Shopping,Purchase,12.50",
                "09/17/2026,Ach Deposit,Payment,Payment,-100.00",
            ],
            id="something was bought",
        ),
        pytest.param(
            [
                "日付,店名,金額",
                '2026/9/15,喫茶　ひばり,"¥1,250"',
                "2026/9/16,返金　花の市,-¥500",
            ],
            id="money came back",
        ),
        pytest.param(
            [
                "日付,店名,金額",
                '2026/9/15,喫茶　ひばり,"-1,250"',
                "2026/9/16,返金　花の市,500",
            ],
            id="money came back as a plus",
        ),
    ],
)
def test_words_tell_which_sign_is_money_out(rows: list[str]) -> None:
    statement = read(text_of(*rows))
    first, second = (charge.amount for charge in statement.charges)
    assert first is not None
    assert second is not None
    assert first > 0 > second
    assert Doubt.DIRECTION_GUESSED not in statement.doubts


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(
            [
                "取引日,出金金額（円）,入金金額（円）,海外出金金額,取引内容,取引先",
                '2026/09/15,"1,250",-,-,支払い,喫茶　ひばり',
                "2026/09/16,-,500,-,入金,花の市",
                "2026/09/17,-,700,-,入金,花の市",
            ],
            [
                ("2026-09-15", "1250", "喫茶　ひばり"),
                ("2026-09-16", "-500", "花の市"),
                ("2026-09-17", "-700", "花の市"),
            ],
            id="a hyphen for no amount",
        ),
        pytest.param(
            [
                "Buchungsdatum;Belastung;Gutschrift;Beschreibung1;Beschreibung2",
                "2026-09-15;12.50;;Bäckerei Rot;Einkauf mit der Debitkarte",
                "2026-09-16;;5.00;Kino Blau;Gutschrift auf das Konto",
            ],
            [
                ("2026-09-15", "12.50", "Bäckerei Rot"),
                ("2026-09-16", "-5.00", "Kino Blau"),
            ],
            id="columns with numbers",
        ),
        pytest.param(
            [
                "Date,Description,Amount,Running Bal.",
                '09/01/2026,Beginning balance as of 09/01/2026,,"100.00"',
                '09/15/2026,Corner Bakery,"-12.50","87.50"',
            ],
            [("2026-09-15", "12.50", "Corner Bakery")],
            id="a balance in front",
        ),
        pytest.param(
            [
                "Booking date;Value date;Beneficiary;Debit;Credit;Currency",
                "15/09/2026;15/09/2026;Corner Bakery;-12.50;;EUR",
                "Account balance;30/09/2026;;;;1,187.50;EUR",
            ],
            [("2026-09-15", "12.50", "Corner Bakery")],
            id="a balance behind",
        ),
        pytest.param(
            [
                "日付,摘要,支払額,お預り額,差引残高",
                '2026-09-15,喫茶　ひばり,"1,250",,"8,750"',
                '2026-09-16,フリコミ,,"10,000","18,750"',
            ],
            [
                ("2026-09-15", "1250", "喫茶　ひばり"),
                ("2026-09-16", "-10000", "フリコミ"),
            ],
            id="a name without politeness",
        ),
        pytest.param(
            [
                "取扱日付,取引名,金額,取引後残高,摘要",
                "20260915,お支払い,1250,8750,喫茶　ひばり",
                "20260916,お預け入れ,10000,18750,フリコミ",
            ],
            [
                ("2026-09-15", "1250", "喫茶　ひばり"),
                ("2026-09-16", "-10000", "フリコミ"),
            ],
            id="a polite word for the direction",
        ),
        pytest.param(
            [
                "Total fees,Date,Exchange To Amount,Amount,Currency,Description",
                "0.00,15-09-2026,,-12.50,EUR,Corner Bakery",
                "0.00,16-09-2026,,100.00,EUR,Salary",
            ],
            [
                ("2026-09-15", "12.50", "Corner Bakery"),
                ("2026-09-16", "-100.00", "Salary"),
            ],
            id="fees in front",
        ),
        pytest.param(
            [
                "ご利用年月日,ご利用店名,ご利用金額,支払区分,お支払い金額",
                '2026/09/15,喫茶　ひばり,"1,250",1回払い,"1,250"',
                ',ご請求合計,,,"1,250"',
            ],
            [("2026-09-15", "1250", "喫茶　ひばり")],
            id="a total below a shop",
        ),
    ],
)
def test_what_stands_for_nothing_is_no_charge(rows: list[str], told: Told) -> None:
    assert told_by(text_of(*rows)) == told


def test_a_word_for_money_back_tells_nothing_where_no_amount_has_a_sign() -> None:
    rows = "2026-09-15,喫茶　ひばり,1250,完了", "2026-09-16,花の市,300,キャンセル"
    statement = read(text_of("利用日時,利用先,金額(円),ステータス", *rows))
    assert statement.charges[0].amount == 1250


def test_balances_that_grow_tell_nothing_where_no_amount_has_a_sign() -> None:
    rows = "20260915,喫茶　ひばり,1250,8750", "20260916,フリコミ,10000,18750"
    statement = read(text_of("取扱日付,摘要,金額,取引後残高", *rows))
    assert Doubt.DIRECTION_GUESSED in statement.doubts


def test_the_only_row_of_an_account_may_be_money_that_came_in() -> None:
    header = "Buchung;Auftraggeber;Verwendungszweck;Saldo;Betrag"
    statement = read(text_of(header, "16.09.2026;Kino Blau;Lohn;1.187,50;1.100,00"))
    assert [charge.amount for charge in statement.charges] == [-1100]
    assert Doubt.DIRECTION_GUESSED in statement.doubts


def test_rows_below_names_of_columns_are_not_those_of_an_issuer_without_names() -> None:
    raw = lines(
        "笹野　みどり　様,みほんカード",
        "ご利用年月日,ご利用店名,ご利用金額,支払区分,今回回数,お支払い金額,備考",
        "2026/09/15,喫茶　ひばり,980,１,１,980,",
        ",ご請求合計,,,,980,",
    )
    statement = read(raw)
    assert statement.issuer == ""
    assert [charge.amount for charge in statement.charges] == [980]


def test_the_bank_that_renamed_a_column_is_still_known() -> None:
    raw = lines(
        "取引日,入出金(円),残高(円),入出金先内容",
        "20260915,-1250,8750,ミホンデビツト　花の市",
    )
    statement = read(raw)
    assert statement.issuer == "rakuten_bank"
    assert [(charge.merchant, charge.amount) for charge in statement.charges] == [
        ("ミホンデビツト　花の市", Decimal(1250))
    ]


def test_one_shop_in_kana_makes_no_statement_japanese() -> None:
    rows = "14.09.2026;Bäckerei Rot;-3,50", "15.09.2026;花の市;-12,50"
    raw = text_of("Buchungstag;Auftraggeber;Betrag", *rows, "16.09.2026;Kino;-1,00")
    statement = read(raw)
    assert [charge.amount for charge in statement.charges] == [
        Decimal("3.50"),
        Decimal("12.50"),
        Decimal("1.00"),
    ]
    assert {charge.currency for charge in statement.charges} == {""}


def test_below_names_in_chinese_characters_one_shop_in_kana_is_enough() -> None:
    rows = "26/01/05,喫茶　ひばり,1250", "26/01/06,銀座,300", "26/01/07,横浜,400"
    statement = read(text_of("日付,店名,金額", *rows))
    assert {charge.currency for charge in statement.charges} == {"JPY"}
    assert statement.charges[0].date == date(2026, 1, 5)
