from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line
from tests.recovery.statements.notices.mails import smbc
from tests.recovery.statements.reading import lines
from torimodosu.recovery.practice.purchase import OWN

WHICH = ("statements", "which-card")
MAIL = """From: auto-confirm@amazon.co.jp
To: me@example.jp
Date: Fri, 20 Nov 2026 18:08:14 +0900
Message-ID: <{number}@example>
Subject: =?utf-8?b?5rOo5paH5riI44G/OiDjgIznqK7jgI0=?=
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

様、ご注文ありがとうございます。

注文番号
{number}

* 種
  数量: 1
  {total} JPY

合計
{total} JPY
"""
OF_ANOTHER_SHOP = "214001-20261114-0012345678"
STRANGE, OWN_ORDER = "250-0118511-3500011", "250-0118511-3500012"


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, total in ((STRANGE, "7,600"), (OWN_ORDER, "2,480")):
        mail = MAIL.format(number=number, total=total)
        (folder / f"{number}.eml").write_text(mail, "utf-8")
    return folder


def statement(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_bytes(lines("利用日,利用店名,利用金額", *rows))
    return path


def test_the_practice_incident_has_one_card_that_is_certain(
    torimodosu: Commands, practice: Path
) -> None:
    mine = (*(purchase.number for purchase in OWN), OF_ANOTHER_SHOP)
    own = [f"--own={number}" for number in mine]
    statements = sorted((practice / "statements").glob("*/*"))
    read: list[str | Path] = ["--mail", practice / "mail", "--statement", *statements]
    done = torimodosu(*WHICH, *read, *own, "--json")
    cards = {(row["issuer"], row["card"]): row for row in done.rows}
    stolen = cards["smbc_card", "4821"]
    assert stolen["verdict"] == "certain"
    assert [match["order_numbers"] for match in stolen["matches"][:1]] == [
        ["250-0118388-3500008"]
    ]
    assert cards["rakuten_card", "0935"]["verdict"] == "possible"
    others = {key: row["verdict"] for key, row in cards.items() if row is not stolen}
    assert "certain" not in others.values()
    assert done.summary["own"] == sorted(mine)
    assert done.status == 1


def test_a_line_tells_what_the_contract_says(
    torimodosu: Commands, mails: Path, tmp_path: Path
) -> None:
    path = statement(
        tmp_path,
        "a.csv",
        "2026/11/20,AMAZON.CO.JP,7600",
        "2026/11/20,AMAZON.CO.JP,2480",
    )
    own = ("--own", OWN_ORDER)
    done = torimodosu(*WHICH, "--mail", mails, "--statement", path, *own, "--json")
    (row,) = done.rows
    assert {name: row[name] for name in ("card", "issuer", "verdict", "amounts")} == {
        "card": None,
        "issuer": None,
        "verdict": "certain",
        "amounts": {"JPY": "7600"},
    }
    (match,) = row["matches"]
    assert match == {
        "order_numbers": [STRANGE],
        "charge_rows": [2],
        "charges": [{"file": str(path), "row": 2}],
        "notices": [],
        "amount": "7600",
        "currency": "JPY",
        "certain": True,
        "reason": "order_total",
        "reasons": ["order_total", "same_shop", "only_candidate"],
        "rivals": 0,
    }
    (mine,) = row["own_matches"]
    assert (mine["order_numbers"], mine["charge_rows"]) == ([OWN_ORDER], [3])
    assert done.summary["explained"] == {"JPY": "10080"}
    assert done.summary["unexplained"] == {}


EPOS = (
    "種別（ショッピング、キャッシング、その他）,ご利用年月日,ご利用場所,ご利用内容,"
    "ご利用金額（キャッシングでは元金になります）,支払区分,お支払開始月,備考"
)


@pytest.mark.parametrize(
    ("printed", "until"), [("2026年11月", "2026-12-07"), ("2026年12月", "2026-12-14")]
)
def test_the_printed_month_of_payment_tells_when_the_next_statement_is_out(
    torimodosu: Commands, mails: Path, tmp_path: Path, printed: str, until: str
) -> None:
    path = tmp_path / "epos.csv"
    row = f"ショッピング,2026年10月18日,食堂,－,900,1回払い,{printed},"
    path.write_bytes(lines(EPOS, row, "ショッピング合計,,,,900,,,"))
    done = torimodosu(*WHICH, "--mail", mails, "--statement", path, "--json")
    (told,) = done.rows
    assert (told["verdict"], told["until"]) == ("not_yet_billed", until)


def test_a_charge_of_the_shop_without_an_order_needs_a_look(
    torimodosu: Commands, mails: Path, tmp_path: Path
) -> None:
    path = statement(
        tmp_path,
        "a.csv",
        "2026/11/20,AMAZON.CO.JP,2480",
        "2026/11/21,AMAZON.CO.JP,9999",
    )
    own = ("--own", OWN_ORDER, "--own", STRANGE)
    done = torimodosu(*WHICH, "--mail", mails, "--statement", path, *own, "--json")
    assert done.summary["unexplained"] == {"JPY": "9999"}
    assert done.summary["unexplained_charges"] == [
        {"file": str(path), "row": 3, "why": "of_the_shop"}
    ]
    assert done.status == 1


def test_the_same_statement_twice_is_read_once(
    torimodosu: Commands, mails: Path, tmp_path: Path
) -> None:
    row = "2026/11/20,AMAZON.CO.JP,7600"
    files = (statement(tmp_path, "a.csv", row), statement(tmp_path, "b.csv", row))
    own = ("--own", OWN_ORDER)
    done = torimodosu(*WHICH, "--mail", mails, "--statement", *files, *own, "--json")
    (card,) = done.rows
    (match,) = card["matches"]
    assert (card["verdict"], match["charge_rows"]) == ("certain", [2, 2])
    assert done.summary["explained"] == {"JPY": "7600"}


def test_the_table_is_for_people(
    torimodosu: Commands, mails: Path, tmp_path: Path
) -> None:
    path = statement(tmp_path, "a.csv", "2026/11/20,AMAZON.CO.JP,7600")
    own = ("--own", OWN_ORDER)
    done = torimodosu(*WHICH, "--mail", mails, "--statement", path, *own)
    assert "certain" in done.out
    assert "7600 JPY" in done.out
    assert STRANGE in done.out


def test_a_statement_that_is_none_is_told(
    torimodosu: Commands, mails: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.csv"
    page.write_bytes(b"<html><body>Please sign in</body></html>")
    done = torimodosu(*WHICH, "--mail", mails, "--statement", page)
    assert done.status == 2
    assert "web page" in plain_line(done)


@pytest.mark.parametrize("missing", ["--mail", "--statement"])
def test_both_kinds_of_sources_are_needed(
    torimodosu: Commands, mails: Path, missing: str
) -> None:
    given = {"--mail", "--statement"} - {missing}
    done = torimodosu(*WHICH, *given, mails)
    assert done.status == 2
    assert missing in plain_line(done)


VOUCHED = (
    "Authentication-Results: mx.mine.example; dmarc=pass header.from=vpass.ne.jp\n"
    "Received: from mail.vpass.ne.jp by mx.mine.example;"
    " Fri, 20 Nov 2026 18:09:00 +0900\n"
    "From: statement@vpass.ne.jp\nSubject: ご利用のお知らせ【三井住友カード】\n"
    "Date: Fri, 20 Nov 2026 18:09:00 +0900\nMessage-ID: <use@example>\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
)


@pytest.fixture
def told_by_a_notice(mails: Path, tmp_path: Path) -> tuple[str | Path, ...]:
    """Return what to read where no statement tells of the strange order."""
    (mails / "notice.eml").write_text(VOUCHED + smbc(amount="7,600円"), "utf-8")
    path = statement(tmp_path, "a.csv", "2026/10/20,CAFE,500")
    return ("--mail", mails, "--statement", path, "--own", OWN_ORDER, "--json")


@pytest.mark.parametrize("trust", [(), ("--trust", "mx.other.example")])
def test_a_card_that_only_an_unproven_notice_names_is_possible(
    torimodosu: Commands, told_by_a_notice: tuple[str | Path, ...], trust: tuple[str]
) -> None:
    done = torimodosu(*WHICH, *told_by_a_notice, *trust)
    found = next(row for row in done.rows if row["issuer"] == "smbc_card")
    assert (found["verdict"], found["ground"]) == ("possible", "notice_not_proven")
    assert [match["certain"] for match in found["matches"]] == [False]
    assert done.summary["notices_not_proven"] == 1
    (advice,) = done.summary["advice"]
    assert "--trust" in advice


def test_a_card_that_a_genuine_notice_names_is_certain(
    torimodosu: Commands, told_by_a_notice: tuple[str | Path, ...]
) -> None:
    done = torimodosu(*WHICH, *told_by_a_notice, "--trust", "MX.mine.example")
    found = next(row for row in done.rows if row["issuer"] == "smbc_card")
    assert (found["verdict"], found["ground"]) == ("certain", "charged")
    assert [match["certain"] for match in found["matches"]] == [True]
    assert (done.summary["notices_not_proven"], done.summary["advice"]) == (0, [])
