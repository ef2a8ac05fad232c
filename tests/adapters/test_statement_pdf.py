from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.pdf_writing import Placed, pdf_of, table_page
from tests.recovery.statements.reading import TODAY, catalogue
from torimodosu.adapters.statement_pdf import MOST_PAGES, read_pdf
from torimodosu.recovery.statements.reading import StatementReader
from torimodosu.recovery.statements.statement import (
    Doubt,
    Refusal,
    Refused,
    StatementRead,
)

RAKUTEN: list[Placed] = [
    (50, 800, "楽天カード　ご利用代金請求明細書"),
    (50, 785, "ご請求金額"),
    (150, 785, "4,380円"),
    *table_page(
        (50, 130, 320, 380, 460),
        [
            ("ご利用日", "ご利用店名・商品名", "利用者", "支払方法", "利用金額"),
            ("2026/09/05", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "本人", "1回払い", "3,400"),
            ("2026/09/06", "喫茶　ひばり", "本人", "1回払い", "980"),
        ],
    ),
]
SMBC: list[Placed] = [
    (50, 800, "三井住友カード　ご利用代金明細書"),
    (50, 785, "2026年10月お支払い分"),
    *table_page(
        (50, 110, 330, 420),
        [
            ("ご利用日", "ご利用店名", "支払区分", "ご利用金額"),
            ("9/5", "アマゾン　ＪＰ　マーケットプレイス", "１", "12,000円"),
            ("9/12", "AMZN MKTP JP", "１", "-750円"),
        ],
    ),
    (250, 60, "1 / 2"),
]
SMBC_NEXT: list[Placed] = [
    *table_page(
        (60, 120, 340, 430),
        [
            ("ご利用日", "ご利用店名", "支払区分", "ご利用金額"),
            ("9/20", "時計の丘", "１", "3,400円"),
        ],
    ),
]


def outcome(raw: bytes, name: str = "meisai.pdf") -> StatementRead | Refused:
    reader = StatementReader(facts=catalogue().statement_facts, pdf=read_pdf)
    return reader.read(raw, name=name, today=TODAY)


def read(raw: bytes) -> StatementRead:
    result = outcome(raw)
    assert isinstance(result, StatementRead)
    return result


def told_by(statement: StatementRead) -> list[tuple[str, str, str]]:
    return [(f"{c.date}", c.merchant, f"{c.amount}") for c in statement.charges]


def test_the_table_of_a_statement_is_read_and_its_total_compared() -> None:
    statement = read(pdf_of([RAKUTEN]))
    assert told_by(statement) == [
        ("2026-09-05", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "3400"),
        ("2026-09-06", "喫茶 ひばり", "980"),
    ]
    assert (statement.issuer, statement.layout) == ("rakuten_card", "pdf")
    assert statement.printed_total == Decimal(4380)
    assert statement.totals_agree
    assert statement.charges[0].holder == "本人"
    assert statement.doubts == {Doubt.COLUMNS_GUESSED: ()}


def test_a_table_goes_on_over_pages_and_a_day_takes_the_year_of_the_bill() -> None:
    statement = read(pdf_of([SMBC, SMBC_NEXT]))
    assert told_by(statement) == [
        ("2026-09-05", "アマゾン ＪＰ マーケットプレイス", "12000"),
        ("2026-09-12", "AMZN MKTP JP", "-750"),
        ("2026-09-20", "時計の丘", "3400"),
    ]
    assert statement.issuer == "smbc_card"
    assert statement.skipped == ()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (pdf_of([RAKUTEN], is_locked=True), Refusal.PDF_LOCKED),
        (pdf_of([[]]), Refusal.PDF_PICTURE),
        (pdf_of([[(50, 800, "お知らせ")]]), Refusal.PDF),
        (b"%PDF-1.7\nhalf a file", Refusal.UNREADABLE),
        (pdf_of([RAKUTEN])[:900], Refusal.UNREADABLE),
        (pdf_of([[]] * (MOST_PAGES + 1)), Refusal.TOO_LARGE),
    ],
)
def test_a_pdf_without_a_table_that_can_be_read_is_told(
    raw: bytes, reason: Refusal
) -> None:
    assert outcome(raw) == Refused(reason=reason)


def test_a_huge_pdf_is_not_opened() -> None:
    assert read_pdf(b"%PDF-" + bytes(33 * 1024 * 1024)) == Refused(
        reason=Refusal.TOO_LARGE
    )


@given(st.integers(0, 3000), st.binary(max_size=8))
def test_no_damage_makes_reading_fail(place: int, rubbish: bytes) -> None:
    whole = pdf_of([RAKUTEN])
    at = place % len(whole)
    result = outcome(whole[:at] + rubbish + whole[at + len(rubbish) :])
    assert isinstance(result, StatementRead | Refused)
