from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.reading import read
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.ofx_statement import declared_charset
from torimodosu.recovery.statements.statement import (
    ChargeKind,
    Doubt,
    Foreign,
    Skipped,
    Why,
)

HEAD = "OFXHEADER:100\r\nDATA:OFXSGML\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n"


def entry(kind: str, posted: str, amount: str, *more: str) -> str:
    """Return one transaction without the tags that may be left out."""
    return (
        f"<STMTTRN><TRNTYPE>{kind}\n<DTPOSTED>{posted}\n<TRNAMT>{amount}\n"
        f"<FITID>1{''.join(more)}</STMTTRN>\n"
    )


def card(*entries: str) -> bytes:
    """Return the statement of a card."""
    text = "".join(entries)
    return (
        f"{HEAD}<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>USD\n"
        f"<CCACCTFROM><ACCTID>XXXXXXXXXXXX4821\n</CCACCTFROM><BANKTRANLIST>\n{text}"
        "</BANKTRANLIST><LEDGERBAL><BALAMT>-5.00</LEDGERBAL></CCSTMTRS></OFX>"
    ).encode("cp1252")


def test_a_card_statement_in_sgml_is_read() -> None:
    raw = card(
        entry("DEBIT", "20261105120000[-5:EST]", "-12.50", "<NAME>Book &amp; Café\n"),
        entry("CREDIT", "20261106", "2.50", "<NAME>Book &amp; Café\n"),
        entry("PAYMENT", "20261107", "+100", "<MEMO>Thank you\n"),
    )
    statement = read(raw)
    assert (statement.layout, statement.account) == ("ofx", Account.CARD)
    assert statement.encoding == "cp1252"
    assert [
        (c.row, c.card, c.date, c.merchant, str(c.amount), c.currency, c.kind)
        for c in statement.charges
    ] == [
        (1, "4821", date(2026, 11, 5), "Book & Café", "12.50", "USD", _BUY),
        (2, "4821", date(2026, 11, 6), "Book & Café", "-2.50", "USD", _BACK),
        (3, "4821", date(2026, 11, 7), "Thank you", "-100", "USD", _PAID),
    ]
    assert (statement.skipped, statement.doubts) == ((), {})


_BUY, _BACK = ChargeKind.PURCHASE, ChargeKind.REFUND
_PAID, _FEE, _OTHER = ChargeKind.PAYMENT, ChargeKind.FEE, ChargeKind.ADJUSTMENT


def test_a_bank_statement_in_xml_is_read() -> None:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?>'
        "<OFX><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>12345678</ACCTID>"
        "</BANKACCTFROM><STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20261105</DTPOSTED>"
        "<TRNAMT>-200,05</TRNAMT><NAME><![CDATA[B<o]]></NAME></STMTTRN>"
        "</STMTRS></OFX>"
    )
    (charge,) = read(text.encode()).charges
    assert (charge.amount, charge.currency) == (Decimal("200.05"), "EUR")
    assert (charge.card, charge.kind) == ("", _BUY)


@pytest.mark.parametrize(
    ("said", "amount", "name", "kind"),
    [
        ("FEE", "-1", "x", _FEE),
        ("INT", "-1", "x", _FEE),
        ("INT", "1", "x", _OTHER),
        ("OTHER", "-1", "x", _BUY),
        ("OTHER", "-1", "Late fee", _FEE),
        ("CREDIT", "1", "Payment - thank you", _PAID),
        ("XFER", "-1", "x", _PAID),
        ("DIRECTDEP", "1", "x", _OTHER),
    ],
)
def test_type_words_and_sign_tell_the_kind(
    said: str, amount: str, name: str, kind: ChargeKind
) -> None:
    raw = card(entry(said, "20261105", amount, f"<NAME>{name}\n"))
    assert [charge.kind for charge in read(raw).charges] == [kind]


def test_a_debit_of_an_account_is_a_purchase() -> None:
    raw = card(entry("DEBIT", "20261105", "-1")).replace(b"CCSTMTRS", b"STMTRS")
    assert read(raw).charges[0].kind is _BUY


@pytest.mark.parametrize(
    ("posted", "amount", "why"),
    [
        ("", "-1", Why.NO_DATE),
        ("20260231", "-1", Why.DATE_NOT_UNDERSTOOD),
        ("20261105", "1..2", Why.AMOUNT_NOT_UNDERSTOOD),
        ("20261105", "", Why.AMOUNT_NOT_UNDERSTOOD),
    ],
)
def test_an_entry_that_is_not_understood_is_told(
    posted: str, amount: str, why: Why
) -> None:
    raw = card(entry("DEBIT", posted, amount), entry("DEBIT", "20261105", "-1,234.56"))
    statement = read(raw)
    assert statement.skipped == (Skipped(row=1, why=why),)
    assert [charge.amount for charge in statement.charges] == [Decimal("1234.56")]


def test_a_file_that_breaks_off_is_told() -> None:
    whole = card(entry("DEBIT", "20261105", "-1"), entry("DEBIT", "20261106", "-2"))
    statement = read(whole[: whole.rindex(b"<TRNAMT>")])
    assert statement.skipped == (Skipped(row=2, why=Why.CUT_OFF),)
    assert Doubt.END_MISSING in statement.doubts
    assert len(statement.charges) == 1


def test_the_currency_of_an_entry_comes_before_that_of_the_account() -> None:
    own = "<CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY>"
    converted = "<ORIGCURRENCY><CURRATE>1.1<CURSYM>EUR</ORIGCURRENCY>"
    first, second = read(
        card(
            entry("DEBIT", "20261105", "-1", own),
            entry("DEBIT", "20261105", "-1", converted),
        )
    ).charges
    assert (first.currency, first.foreign) == ("EUR", None)
    assert second.currency == "USD"
    assert second.foreign == Foreign(amount=None, currency="EUR", rate=Decimal("1.1"))


def test_no_entity_is_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    raw = card(entry("DEBIT", "20261105", "-1", "<NAME>&b;&b;\n"))
    (charge,) = read(raw.replace(b"<OFX>", f"{bomb}<OFX>".encode(), 1)).charges
    assert charge.merchant == "&b;&b;"


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        (b"CHARSET:1252\r\n", "cp1252"),
        (b"CHARSET: 932\r\n", "cp932"),
        (b'<?xml version="1.0" encoding="UTF-8"?>', "UTF-8"),
        (b"<?xml version='1.0' encoding='UTF-8'?>", "UTF-8"),
        (b"<OFX>", ""),
    ],
)
def test_the_header_names_the_encoding(header: bytes, charset: str) -> None:
    assert declared_charset(header) == charset


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        (["-1234.56", "-1000"], ["1234.56", "1000"]),
        (["-1234,56", "-1000"], ["1234.56", "1000"]),
        (["-1,234.56", "-1,000"], ["1234.56", "1000"]),
        (["-1.234,56", "-1.000"], ["1234.56", "1000"]),
        (["- 1 234,56", "-1 000"], ["1234.56", "1000"]),
        (["-1,234", "-1,000"], ["1234", "1000"]),
        (["-1,234,567", "-980"], ["1234567", "980"]),
        (["-1234.560", "-1.000"], ["1234.560", "1.000"]),
    ],
)
def test_amounts_are_read_as_the_file_writes_them(
    amounts: list[str], told: list[str]
) -> None:
    entries = (entry("DEBIT", "20261105", amount, "<NAME>x\n") for amount in amounts)
    statement = read(card(*entries))
    assert [str(charge.amount) for charge in statement.charges] == told
    assert statement.skipped == ()


@pytest.mark.parametrize(
    "posted",
    ["20261105", "20261105120000.000[+9:JST]", "2026-11-05", "2026-11-05T12:00:00Z"],
)
def test_a_day_is_read_with_and_without_a_time(posted: str) -> None:
    (charge,) = read(card(entry("DEBIT", posted, "-1", "<NAME>x\n"))).charges
    assert charge.date == date(2026, 11, 5)


def test_both_versions_of_the_format_say_the_same() -> None:
    old = card(entry("DEBIT", "20261105", "-1.50", "<NAME>Book &amp; x\n"))
    new = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>'
        "<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>USD</CURDEF>"
        "<CCACCTFROM><ACCTID>XXXXXXXXXXXX4821</ACCTID></CCACCTFROM><BANKTRANLIST>"
        "<STMTTRN><NAME>Book &amp; x</NAME><MEMO/><TRNAMT>-1.50</TRNAMT>"
        "<DTPOSTED>20261105</DTPOSTED><TRNTYPE>DEBIT</TRNTYPE><FITID>1</FITID>"
        "</STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>"
    )
    for encoding in ("utf-8", "utf-16"):
        assert read(new.encode(encoding)).charges == read(old).charges
