"""Made-up statements whose layout nobody has described, from many countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.guessed import Told, text_of, told_by
from tests.recovery.statements.reading import outcome, read
from torimodosu.recovery.statements.statement import (
    Doubt,
    Refusal,
    Refused,
)


@pytest.mark.parametrize(
    ("rows", "told", "currency"),
    [
        pytest.param(
            [
                "Buchungstag;Valuta;Buchungstext;Auftraggeber/Empfänger;Betrag;Währung",
                "18.09.2026;17.09.2026;Kartenzahlung;Bäckerei Rot;-1.234,50;EUR",
                "19.09.2026;18.09.2026;Gutschrift;Rückzahlung Blau;20,00;EUR",
            ],
            [
                ("2026-09-18", "1234.50", "Bäckerei Rot"),
                ("2026-09-19", "-20.00", "Rückzahlung Blau"),
            ],
            "EUR",
            id="german",
        ),
        pytest.param(
            [
                "Date opération;Libellé;Débit;Crédit",
                "05/09/2026;CAFE DES ARTS;3,50;",
                "21/09/2026;REMBOURSEMENT;;12,00",
            ],
            [
                ("2026-09-05", "3.50", "CAFE DES ARTS"),
                ("2026-09-21", "-12.00", "REMBOURSEMENT"),
            ],
            "",
            id="french",
        ),
        pytest.param(
            [
                "Fecha operación;Fecha valor;Concepto;Importe;Saldo",
                "05/09/2026;05/09/2026;PANADERIA SOL;-3,50;96,50",
                "06/09/2026;06/09/2026;LIBRERIA LUNA;-6,50;90,00",
            ],
            [
                ("2026-09-05", "3.50", "PANADERIA SOL"),
                ("2026-09-06", "6.50", "LIBRERIA LUNA"),
            ],
            "",
            id="spanish",
        ),
        pytest.param(
            [
                '"Datum","Naam / Omschrijving","Rekening","Af Bij","Bedrag (EUR)"',
                '"20260905","Bakker Geel","NL00","Af","3,50"',
                '"20260906","Terugbetaling","NL00","Bij","12,00"',
            ],
            [
                ("2026-09-05", "3.50", "Bakker Geel"),
                ("2026-09-06", "-12.00", "Terugbetaling"),
            ],
            "EUR",
            id="dutch",
        ),
        pytest.param(
            [
                "Transaktionsdatum\tBeskrivning\tBelopp SEK",
                "2026-09-05\tBageri Grön\t-35,00",
                "2026-09-06\tCafé Blå\t-42,50",
            ],
            [
                ("2026-09-05", "35.00", "Bageri Grön"),
                ("2026-09-06", "42.50", "Café Blå"),
            ],
            "SEK",
            id="swedish",
        ),
        pytest.param(
            [
                "Data transakcji;Opis transakcji;Kwota w walucie rachunku;Waluta",
                "05.09.2026;PIEKARNIA;-3,50;PLN",
            ],
            [("2026-09-05", "3.50", "PIEKARNIA")],
            "PLN",
            id="polish",
        ),
        pytest.param(
            [
                "Data Operazione;Data Valuta;Entrate;Uscite;Descrizione;Stato",
                "13/09/2026;13/09/2026;;-3,50;PANETTIERE;Contabilizzato",
                "14/09/2026;14/09/2026;5;;RIMBORSO;Contabilizzato",
            ],
            [("2026-09-13", "3.50", "PANETTIERE"), ("2026-09-14", "-5", "RIMBORSO")],
            "",
            id="italian",
        ),
        pytest.param(
            [
                "Könyvelés dátuma;Partner neve;Összeg;Devizanem",
                "2026.09.13.;PÉK;-3500;HUF",
            ],
            [("2026-09-13", "3500", "PÉK")],
            "HUF",
            id="hungarian",
        ),
        pytest.param(
            [
                "Transaction Date,Posted Date,Card No.,Description,Debit,Credit",
                "2026-09-05,2026-09-06,4821,CORNER BAKERY,3.50,",
                "2026-09-07,2026-09-08,4821,CORNER BAKERY,,3.50",
            ],
            [
                ("2026-09-05", "3.50", "CORNER BAKERY"),
                ("2026-09-07", "-3.50", "CORNER BAKERY"),
            ],
            "",
            id="american",
        ),
        pytest.param(
            [
                "id,created,amount,currency,category,description",
                "t1,2026-09-05 12:30:00 +0000,-3.50,GBP,eating_out,CORNER BAKERY",
                "t2,2026-09-07 08:00:00 +0000,10.00,GBP,general,TOP UP",
            ],
            [
                ("2026-09-05", "3.50", "CORNER BAKERY"),
                ("2026-09-07", "-10.00", "TOP UP"),
            ],
            "GBP",
            id="british, by program",
        ),
        pytest.param(
            [
                "dateOp;dateVal;label;category;amount;accountLabel;accountBalance",
                "2026-09-05;2026-09-06;BOULANGERIE;Achats;-3,50;Compte;1000.00",
            ],
            [("2026-09-05", "3.50", "BOULANGERIE")],
            "",
            id="french, by program",
        ),
        pytest.param(
            [
                "date,category,title,amount",
                "2026-09-05,serviços,PADARIA AZUL,3.50",
                "2026-09-06,lazer,CINEMA,12.00",
            ],
            [("2026-09-05", "3.50", "PADARIA AZUL"), ("2026-09-06", "12.00", "CINEMA")],
            "",
            id="brazilian",
        ),
        pytest.param(
            [
                "Bokføringsdato;Beløp;Navn;Tittel;Valuta;Betalingstype",
                "05.09.2026;-35,00;;BAKERI GUL;NOK;Varekjøp",
            ],
            [("2026-09-05", "35.00", "BAKERI GUL")],
            "NOK",
            id="norwegian",
        ),
        pytest.param(
            [
                "ご利用日,ご利用店名,ご利用金額（円）,備考",
                "2026/09/05,喫茶　ひばり,980,",
                '2026/09/06,書店　みなと,"1,750",',
            ],
            [
                ("2026-09-05", "980", "喫茶　ひばり"),
                ("2026-09-06", "1750", "書店　みなと"),
            ],
            "JPY",
            id="japanese",
        ),
    ],
)
def test_a_statement_is_read_by_the_names_of_its_columns(
    rows: list[str], told: Told, currency: str
) -> None:
    raw = text_of(*rows)
    statement = read(raw)
    assert told_by(raw) == told
    assert {charge.currency for charge in statement.charges} == {currency}
    assert (statement.layout, statement.skipped) == ("guessed", ())
    assert Doubt.COLUMNS_GUESSED in statement.doubts


def test_columns_without_names_are_told_by_what_stands_in_them() -> None:
    raw = text_of(
        '05.09.2026;"BAECKEREI ROT";04.09.2026;-3,50;EUR;;',
        '06.09.2026;"BUCHHANDLUNG";05.09.2026;-12,00;EUR;;',
    )
    assert told_by(raw) == [
        ("2026-09-05", "3.50", "BAECKEREI ROT"),
        ("2026-09-06", "12.00", "BUCHHANDLUNG"),
    ]


def test_of_two_nameless_columns_the_fuller_is_money_out_and_that_is_told() -> None:
    raw = text_of(
        "05.09.2026;BAECKEREI;;3,50",
        "06.09.2026;LOHN;900,00;",
        "07.09.2026;KINO;;12,00",
    )
    assert [amount for _, amount, _ in told_by(raw)] == ["3.50", "-900.00", "12.00"]
    assert Doubt.DIRECTION_GUESSED in read(raw).doubts


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        (("5.00,95.00", "-2.00,97.00", "4.00,93.00"), ["5.00", "-2.00", "4.00"]),
        (("5.00,105.00", "-2.00,103.00", "4.00,107.00"), ["-5.00", "2.00", "-4.00"]),
    ],
)
def test_the_balance_behind_each_row_tells_which_sign_is_money_out(
    amounts: tuple[str, ...], expected: list[str]
) -> None:
    rows = [f"2026-09-0{at},SHOP,{told}" for at, told in enumerate(amounts, 1)]
    raw = text_of("Date,Description,Amount,Balance", *rows)
    assert [amount for _, amount, _ in told_by(raw)] == expected
    assert Doubt.DIRECTION_GUESSED not in read(raw).doubts


def test_a_paid_bill_tells_which_sign_is_money_out() -> None:
    raw = text_of(
        "Date,Description,Card Member,Amount",
        "13/09/2026,BAKER,A PERSON,3.50",
        "14/09/2026,PAYMENT RECEIVED - THANK YOU,A PERSON,-500.00",
    )
    assert [amount for _, amount, _ in told_by(raw)] == ["3.50", "-500.00"]
    assert Doubt.DIRECTION_GUESSED not in read(raw).doubts


def test_of_two_columns_for_the_shop_the_plainer_name_counts() -> None:
    raw = text_of(
        "Date,Description extended,Description,Category,Amount (€)",
        "13/09/2026,bought with a card yesterday,BAKER,food and drink,-3.50",
    )
    (charge,) = read(raw).charges
    assert (charge.merchant, charge.currency) == ("BAKER", "EUR")


def test_a_remark_that_a_payment_was_cancelled_turns_it() -> None:
    raw = text_of(
        "取引年月日,利用店舗,金額,利用区分",
        '2026/9/5,喫茶ひばり,"5,000円",支払',
        '2026/9/6,喫茶ひばり,"2,098円",支払取消',
        '2026/9/7,駅前,"3,000円",オートチャージ',
    )
    assert [amount for _, amount, _ in told_by(raw)] == ["5000", "-2098", "3000"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Order ID,Order Date,Title,Item Total", "1,2026-09-05,Lamp,12.00"],
        ["注文番号,注文日,商品名,請求額", "1,2026/09/05,ランプ,1200"],
        ["site,username,password", "example.org,me,x"],
        ["Tag;Ort;Höhe", "05.09.2026;;12,00"],
        ["a,b,c", "1,2,3"],
        ["Date,Description,First,Second", "2026-09-05,SHOP,5.00,6.00"],
        ["x,y,z", "2026-09-05,SHOP,5.00"],
    ],
)
def test_another_list_is_not_taken_for_a_statement(rows: list[str]) -> None:
    assert outcome(text_of(*rows)) == Refused(reason=Refusal.UNKNOWN_LAYOUT)


_CELLS = st.sampled_from(
    [
        *("Date", "Amount", "Description", "Betrag", "残高", "摘要", "05/06/2026"),
        *("2026-09-05", "5.00", "-1.234,50", "CAFE", "", "CR", "Pending", "total"),
        *("4月30日", '"', "=cmd()", "\0", "\ufffd", "9" * 50, "USD", "-", "18.09."),
    ]
)


@given(
    st.lists(st.lists(_CELLS, max_size=6), max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_whatever_is_in_the_cells_each_row_is_counted_once(
    rows: list[list[str]], delimiter: str
) -> None:
    result = outcome("\n".join(map(delimiter.join, rows)).encode())
    if not isinstance(result, Refused):
        charged = [charge.row for charge in result.charges]
        skipped = [one.row for one in result.skipped]
        assert len({*charged, *skipped}) == result.rows
        assert result.rows + sum(result.other_rows.values()) <= len(rows)
