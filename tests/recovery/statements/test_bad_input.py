import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.reading import lines, outcome, read
from tests.recovery.statements.samples import SAMPLES
from torimodosu.recovery.statements.statement import (
    Doubt,
    Refusal,
    Refused,
    Skipped,
    StatementRead,
    Why,
)

HEADER = "利用日,利用店名,利用金額"
OFX = b"OFXHEADER:100\r\n\r\n<OFX>"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\xef\xbb\xbf\r\n \r\n", Refusal.EMPTY),
        (b"\0" * 5000, Refusal.ONLY_NULS),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", Refusal.WEB_PAGE),
        (b"\xef\xbb\xbf\n<HTML>\n<head>", Refusal.WEB_PAGE),
        (b'<?xml version="1.0"?><html lang="ja">', Refusal.WEB_PAGE),
        (b"<table border=1><tr><td>2026/01/01", Refusal.WEB_PAGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.EXCEL),
        (b"PK\x03\x04....[Content_Types].xml", Refusal.EXCEL),
        (b"PK\x03\x04....statement.csv", Refusal.ARCHIVE),
        (b"\x1f\x8b\x08\x00", Refusal.ARCHIVE),
        (b"%PDF-1.7\n", Refusal.PDF),
        (b"\x89PNG\r\n\x1a\n", Refusal.IMAGE),
        (b"\0\0\0\x24ftypheic\0\0\0\0", Refusal.IMAGE),
        (b"RIFF\x24\0\0\0WEBPVP8 ", Refusal.IMAGE),
        (b"abc\0\0\0def\0", Refusal.NOT_TEXT),
        (b"just a letter,\nto nobody", Refusal.UNKNOWN_LAYOUT),
        (b'{"rows": []}', Refusal.UNKNOWN_LAYOUT),
        (b"Date,Description,Amount\n01/02/2026,SHOP,-5.00\n", Refusal.UNKNOWN_LAYOUT),
        (OFX + b"</OFX>", Refusal.NO_STATEMENT_INSIDE),
        (OFX + b"<STATUS><CODE>2000<SEVERITY>ERROR</STATUS>", Refusal.BANK_ERROR),
        (OFX + b"<INVSTMTRS><CURDEF>USD", Refusal.SECURITIES),
        (b"!Type:Cat\nNFood\n^\n", Refusal.NO_STATEMENT_INSIDE),
        (b"!Type:Invst\nD1/2/26\n^\n", Refusal.SECURITIES),
    ],
)
def test_a_file_that_is_no_statement_is_refused(raw: bytes, reason: Refusal) -> None:
    assert outcome(raw) == Refused(reason=reason)


def test_the_statement_of_another_issuer_is_refused() -> None:
    card = next(sample for sample in SAMPLES if sample.layout == "orico_meisai")
    bank = next(sample for sample in SAMPLES if sample.layout == "sbi_bank")
    assert outcome(card.raw, issuer="rakuten_card") == Refused(
        reason=Refusal.OTHER_ISSUER, issuer="orico"
    )
    assert outcome(bank.raw, issuer="rakuten_card") == Refused(
        reason=Refusal.NOT_A_CARD, issuer="sbi_net_bank"
    )
    assert read(card.raw, issuer="orico").issuer == "orico"


def test_a_statement_that_tells_no_issuer_takes_the_one_that_the_user_names() -> None:
    raw = lines(HEADER, "2026/01/05,喫茶　ひばり,980")
    assert (read(raw).issuer, read(raw, issuer="jcb").issuer) == ("", "jcb")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026/02/30,喫茶　ひばり,980", Why.DATE_NOT_UNDERSTOOD),
        ("きのう,喫茶　ひばり,980", Why.DATE_NOT_UNDERSTOOD),
        (",喫茶　ひばり,980", Why.NO_DATE),
        ("2026/01/05,喫茶　ひばり,九百", Why.AMOUNT_NOT_UNDERSTOOD),
        ("2026/01/05,喫茶\0ひばり,980", Why.HOLDS_NULS),
        ("2026/01/05,喫茶" + "あ" * 30_000 + ",980", Why.TOO_LONG),
        ('2026/01/05,"喫茶,980', Why.QUOTE_NOT_CLOSED),
    ],
)
def test_a_row_that_is_not_understood_is_told_and_takes_no_other_with_it(
    row: str, why: Why
) -> None:
    whole = "2026/01/06,書店　みなと,750"
    statement = read(lines(HEADER, whole, row, *[whole] * 5))
    assert statement.skipped == (Skipped(row=3, why=why),)
    assert [charge.row for charge in statement.charges] == [2, 4, 5, 6, 7, 8]
    assert statement.rows == 7


def test_a_file_that_ends_within_a_row_loses_only_that() -> None:
    whole = lines(HEADER, "2026/01/05,喫茶,980", "2026/01/06,書店,750")
    statement = read(whole[:-7])
    assert statement.skipped == (Skipped(row=3, why=Why.CUT_OFF),)
    assert len(statement.charges) == 1


def test_a_last_row_without_a_line_end_is_a_row() -> None:
    whole = lines(HEADER, "2026/01/05,喫茶,980")
    assert len(read(whole.rstrip()).charges) == 1


def test_a_cell_may_hold_a_line_end() -> None:
    raw = lines(HEADER, '2026/01/05,"喫茶\nひばり",980', "2026/01/06,書店,750")
    assert [charge.row for charge in read(raw).charges] == [2, 4]


def test_rows_in_two_encodings_are_all_read_and_the_mixture_is_told() -> None:
    raw = lines(HEADER, "2026/01/05,喫茶,980")
    raw += lines("2026/01/06,書店　みなと,750", encoding="utf-8")
    statement = read(raw + b"2026/01/07,\xff\xfe\x81,10\r\n")
    assert [c.merchant for c in statement.charges] == ["喫茶", "書店　みなと"]
    assert statement.skipped == (Skipped(row=4, why=Why.WRONG_ENCODING),)
    assert statement.encoding == "mixed"
    assert statement.doubts == {Doubt.MIXED_ENCODINGS: ()}


def test_a_date_in_the_future_is_told_but_that_of_tomorrow_elsewhere_is_not() -> None:
    rows = [f"2026/11/{day},喫茶,980" for day in (22, 23, 24)]
    statement = read(lines(HEADER, *rows, "2027/11/22,喫茶,980"))
    assert statement.doubts == {Doubt.DATE_IN_FUTURE: (4, 5)}
    assert len(statement.charges) == 4


def test_an_amount_that_is_not_printed_is_unknown_and_not_zero() -> None:
    statement = read(lines(HEADER, "2026/01/05,喫茶,-", "2026/01/06,書店,0"))
    assert [charge.amount for charge in statement.charges] == [None, 0]
    assert statement.doubts == {Doubt.AMOUNT_UNKNOWN: (2,)}


def test_no_long_card_number_gets_out_of_a_statement() -> None:
    raw = lines(HEADER, "2026/01/05,会費 4111-1111-1111-1111 と 0312345678,980")
    (charge,) = read(raw).charges
    assert charge.merchant == "会費 …1111 と 0312345678"
    assert "4111" not in charge.merchant_normal


@given(st.binary(max_size=400))
def test_no_bytes_make_reading_fail(raw: bytes) -> None:
    result = outcome(raw)
    assert isinstance(result, Refused) or result.rows >= 0


_PIECES = st.sampled_from(
    [
        *(b'"', b",", b"\r\n", b"\n", b"\0", b"\t", b"=cmd()", b"2026/1/5", b"-1,000"),
        *("様,4980-****-****-4821".encode("cp932"), "合計".encode("cp932"), b"\x81"),
        *(sample.raw for sample in SAMPLES[::4]),
        *(b"<STMTTRN>", b"<OFX>", b"<STMTRS>", b"<TRNAMT>-1", b"!Type:Bank\n", b"D1/2"),
        *(b"\n^\n", b"T-5.00\n", b"<DTPOSTED>20260105", b"</STMTTRN>"),
    ]
)


@given(st.lists(_PIECES, max_size=12))
def test_every_row_is_a_charge_or_skipped_whatever_is_mixed(
    pieces: list[bytes],
) -> None:
    result = outcome(b"".join(pieces))
    if isinstance(result, StatementRead):
        rows = [charge.row for charge in result.charges]
        skipped = [one.row for one in result.skipped]
        assert rows == sorted(set(rows))
        assert not set(rows) & set(skipped)


@given(st.integers(0, 10_000))
def test_half_a_statement_never_invents_a_charge(cut: int) -> None:
    sample = next(one for one in SAMPLES if one.layout == "orico_meisai")
    whole = {(c.row, c.date, c.billed) for c in read(sample.raw).charges}
    result = outcome(sample.raw[: cut % len(sample.raw)])
    if isinstance(result, StatementRead):
        assert {(c.row, c.date, c.billed) for c in result.charges} <= whole
