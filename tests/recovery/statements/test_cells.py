from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.catalogue.statement_layout import (
    Account,
    DateForm,
    RowMeaning,
    RowRule,
)
from torimodosu.recovery.statements.amount import amount_of, is_no_amount
from torimodosu.recovery.statements.csv_rows import cells_of, rows_of
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.foreign import foreign_of, split_foreign
from torimodosu.recovery.statements.holder_row import card_and_holder, plain_holder
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.row_rules import RowRules
from torimodosu.recovery.statements.statement import ChargeKind, Why
from torimodosu.recovery.statements.total import RunningTotal


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026/05/08",
            "2026/5/8",
            "2026-05-08",
            "2026.5.8",
            "20260508",
            " 2026/05/08",
        ),
        *("2026年5月8日", "2026年 5月 8日", "２０２６年５月８日", "2026/05/08(金)"),
        *("2026/05/08 12:34", "2026-05-08T12:34:56", "26/05/08", "'26/5/8"),
        *("2026-05-08T12:34:56.789+09:00", "2026-05-08 12:34:56Z", "20260508 12:34"),
        *("R8.05.08", "R08/5/8", "令和8年5月8日", "r8.5.8"),
    ],
)
def test_a_day_is_read_in_every_way_of_writing_it(text: str) -> None:
    assert day_of(text, DateForm.YEAR_FIRST) == date(2026, 5, 8)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("260518", DateForm.YYMMDD, date(2026, 5, 18)),
        ("2026/5/18", DateForm.YYMMDD, date(2026, 5, 18)),
        ("H30.01.15", DateForm.YEAR_FIRST, date(2018, 1, 15)),
        ("平成元年1月8日", DateForm.YEAR_FIRST, date(1989, 1, 8)),
        ("S63/12/31", DateForm.YEAR_FIRST, date(1988, 12, 31)),
        ("69/01/01", DateForm.YEAR_FIRST, date(1969, 1, 1)),
        ("68/01/01", DateForm.YEAR_FIRST, date(2068, 1, 1)),
        ("3/4/2026", DateForm.DAY_FIRST, date(2026, 4, 3)),
        ("3/4/2026", DateForm.MONTH_FIRST, date(2026, 3, 4)),
        ("6/ 1'94", DateForm.MONTH_FIRST, date(1994, 6, 1)),
        ("1.1.10", DateForm.DAY_FIRST, date(2010, 1, 1)),
        ("2026-03-04", DateForm.MONTH_FIRST, date(2026, 3, 4)),
    ],
)
def test_a_day_is_read_in_the_form_of_its_layout(
    text: str, form: DateForm, expected: date
) -> None:
    assert day_of(text, form) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "利用日", "2026/13/01", "2026/02/30", "2026/05", "260518", "0/0/0"),
        *("1234/05/06", "9999/12/31", "R8.13.1", "4980-1234-5678", "2" * 5000),
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text, DateForm.YEAR_FIRST) is None


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_each_day_comes_back_from_each_form(day: date) -> None:
    assert day_of(f"{day:%y%m%d}", DateForm.YYMMDD) == day
    assert day_of(f"{day:%Y年%m月%d日}", DateForm.YEAR_FIRST) == day
    assert day_of(f"{day:%d/%m/%y}", DateForm.DAY_FIRST) == day
    assert day_of(f"{day:%m/%d/%Y}", DateForm.MONTH_FIRST) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("1584", "1584"), ("1,584", "1584"), ("１，５８４円", "1584")),
        *(("\\1,584", "1584"), ("¥1,584", "1584"), ("￥1,584", "1584")),
        *(("0000192265", "192265"), ("+1,019", "1019"), ("12.34", "12.34")),
        *(("-1,584", "-1584"), ("▲1,584", "-1584"), ("△ 1,584", "-1584")),
        *(("−1,584", "-1584"), ("－１，５８４", "-1584"), ("\\-1,584", "-1584")),
        *(("(1,584)", "-1584"), ("1,584-", "-1584"), ("$1,183.23", "1183.23")),
        *(("USD 12.34", "12.34"), ("0", "0"), ("1,234,567", "1234567")),
    ],
)
def test_an_amount_is_read_in_every_way_of_printing_it(
    text: str, expected: str
) -> None:
    assert amount_of(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text", ["", "-", "1,23", "1.2.3", "12a", "円", "1 2/3", "=1+1", "()", "1" * 5000]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount_of(text) is None


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("", True), (" ", True), ("-", True), ("－", True), ("0", False), ("abc", False)],
)
def test_an_empty_cell_is_known_from_a_wrong_one(text: str, *, nothing: bool) -> None:
    assert is_no_amount(text) is nothing


@given(st.integers(-(10**12), 10**12))
def test_each_whole_amount_comes_back(number: int) -> None:
    assert amount_of(f"{number:,}円") == number
    assert amount_of(f"\\{number}") == number


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "AMAZON.CO.JP"),
        ("ＡＭＡＺＯＮ　ＣＯ　ＪＰ", "amazon.co.jp"),
        ("ｱﾏｿﾞﾝ ｼﾞｬﾊﾟﾝ", "アマゾン　ジャパン"),
        ("アマゾン　ＪＰ　マーケットプレイス", "アマゾン JP マ－ケットプレイス"),
        ("ＶＩＳＡ国内利用　VS みほん商店", "みほん商店"),
        ("マスター国内利用　MZZ みほん商店", "みほん商店"),
        ("海外利用　１　BOOK STORE利用国USA", "BOOK STORE"),
        ("サ－ヒ゛ス", "サービス"),
        ("AMAZON  DOWNLOADS", "Ａｍａｚｏｎ　Ｄｏｗｎｌｏａｄｓ"),
    ],
)
def test_two_spellings_of_a_shop_are_one(first: str, second: str) -> None:
    assert normal_merchant(first) == normal_merchant(second)


def test_two_shops_stay_two() -> None:
    assert normal_merchant("みほん商店") != normal_merchant("みほん商会")


@given(st.text(max_size=80))
def test_folding_a_folded_shop_changes_nothing_that_is_seen(text: str) -> None:
    once = normal_merchant(text)
    assert len(normal_merchant(once)) <= len(once) + 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0.60　USD　110.712　07 03", ("0.60", "USD", "110.712")),
        ("1,234.50 EUR 163.1", ("1234.50", "EUR", "163.1")),
        ("USD11　(1USD=163.454545円 換算日2026年1月7日)", ("11", "USD", "163.454545")),
        ("現地利用額　12.34変換レート　150.12円", ("12.34", "", "150.12")),
        ("換算レート／　１６６．５９円", None),
        ("税込", None),
        ("1" * 5000, None),
    ],
)
def test_an_amount_abroad_is_found_in_a_remark(
    text: str, told: tuple[str, str, str] | None
) -> None:
    found = foreign_of(text)
    read = found and (str(found.amount), found.currency, str(found.rate))
    assert read == told


def test_a_shop_whose_name_only_speaks_of_a_rate_keeps_it() -> None:
    assert split_foreign("両替レート案内所") == ("両替レート案内所", None)


@pytest.mark.parametrize(
    ("merchant", "amount", "account", "said", "kind"),
    [
        ("カード年会費", 524, Account.CARD, "", ChargeKind.FEE),
        ("カード年会費", -524, Account.CARD, "", ChargeKind.REFUND),
        ("プライム会費", 600, Account.CARD, "", ChargeKind.PURCHASE),
        ("BLUE COFFEE", 600, Account.CARD, "", ChargeKind.PURCHASE),
        ("MONTHLY FEE", 600, Account.CARD, "", ChargeKind.FEE),
        ("前回分口座振替金額", -600, Account.CARD, "", ChargeKind.PAYMENT),
        ("キャッシュバック", -60, Account.CARD, "", ChargeKind.ADJUSTMENT),
        ("みほん商店", -60, Account.CARD, "", ChargeKind.REFUND),
        ("みほん商店", None, Account.CARD, "", ChargeKind.PURCHASE),
        ("みほん商店", -60, Account.CARD, "Payment", ChargeKind.PAYMENT),
        ("みほん商店", 60, Account.BANK, "", ChargeKind.PAYMENT),
        ("みほん商店", -60, Account.BANK, "", ChargeKind.ADJUSTMENT),
        ("みほん商店　返金", -60, Account.BANK, "", ChargeKind.REFUND),
    ],
)
def test_words_and_sign_tell_the_kind(
    merchant: str, amount: int | None, account: Account, said: str, kind: ChargeKind
) -> None:
    printed = None if amount is None else Decimal(amount)
    folded = normal_merchant(merchant)
    assert kind_of(folded, printed, account, said=normal_merchant(said)) is kind


@pytest.mark.parametrize(
    ("cells", "card", "holder"),
    [
        (["笹野　みどり　様", "4980-****-****-4821", "カード"], "4821", "笹野 みどり"),
        (["笹野　みどり　様", "1234-5678-9012-3***", "カード"], "", "笹野 みどり"),
        (["****-****-****-1234 笹野　みどり"], "1234", "笹野 みどり"),
        (["", "ご利用者名:笹野　みどり  様", "1"], None, "笹野 みどり"),
        (["", "【笹野　みどり様】", ""], None, "笹野 みどり"),
    ],
)
def test_a_row_names_a_card_and_its_holder(
    cells: list[str], card: str | None, holder: str
) -> None:
    assert card_and_holder(cells) == (card, holder)


def test_a_mark_beside_the_holder_is_left_out() -> None:
    assert plain_holder("本人*") == "本人"


def test_the_first_rule_that_fits_says_what_a_row_means() -> None:
    rules = RowRules(
        [
            RowRule(pattern="^※", means=RowMeaning.NOTE),
            RowRule(pattern="合計", means=RowMeaning.TOTAL),
        ]
    )
    texts = ["※合計です", "お支払合計額 10", "みほん"]
    assert [rules.meaning_of(text) for text in texts] == [
        RowMeaning.NOTE,
        RowMeaning.TOTAL,
        None,
    ]


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        ([5, "=5", 7, "=7"], 12),
        ([5, "=5", 7, "=7", "=12"], 12),
        ([5, "=5", "=5"], 5),
        ([5, "=5", "=5", 5, "=5", "=5"], 10),
        ([5, 7, "=12"], 12),
        ([5, "=5", 7, "=12"], 12),
        ([5, "=6"], 6),
        ([5], None),
    ],
)
def test_total_rows_of_cards_and_of_all_count_once(
    rows: list[int | str], printed: int | None
) -> None:
    total = RunningTotal()
    for row in rows:
        if isinstance(row, int):
            total.add(Decimal(row))
        else:
            total.print_total(Decimal(row[1:]))
    assert total.printed == printed


@given(st.text(alphabet="利用日店名アｱー－〜①㈱aé1,\r\n", min_size=1))
def test_japanese_text_comes_back_from_each_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding)).text == text


def test_a_file_may_name_its_own_encoding() -> None:
    assert (
        decode("Café à la €".encode("cp1252"), declared="cp1252").text == "Café à la €"
    )
    assert decode(b"plain", declared="no-such-thing").encoding == "utf-8"


def test_a_text_that_breaks_off_within_a_character_is_in_its_encoding() -> None:
    for encoding in ("utf-8", "cp932"):
        decoded = decode("利用日\n利用".encode(encoding)[:-1])
        assert (decoded.encoding, decoded.text) == (encoding, "利用日\n利\ufffd")


def test_a_quote_within_a_cell_takes_no_other_row_with_it() -> None:
    text = rows_of('a,b\n1,x"y,"z\n2,y\n"3",z\n')
    assert list(cells_of(text, ",")) == [
        *((1, ["a", "b"]), (2, Why.QUOTE_NOT_CLOSED)),
        *((3, ["2", "y"]), (4, ["3", "z"])),
    ]


def test_a_file_with_a_mark_that_breaks_off_is_in_its_encoding() -> None:
    raw = "利用日,店".encode("utf-8-sig")[:-1]
    assert decode(raw).encoding == "utf-8-sig"
    assert decode(raw).text == "利用日,\ufffd"
