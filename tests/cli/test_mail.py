import hashlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.mails import SENDER, SUBJECT, mail
from tests.cli.running import Commands
from tests.fakes.clock import FixedClock
from torimodosu.bootstrap.tools import tools_for
from torimodosu.recovery.practice.expected import expected

FIELDS = {
    *("source", "offset", "length", "sha256", "message_id", "date", "from", "subject"),
    *("service", "kind"),
}
CARD_MAIL = mail("ご利用金額 100円", sender="statement@vpass.ne.jp", number=2)
GREETING = mail("また Amazon で買ったよ", sender="a@friend.example", subject="やあ")


def test_every_relevant_mail_of_the_practice_incident_is_one_line(
    torimodosu: Commands, practice: Path
) -> None:
    done = torimodosu("mail", "scan", practice / "mail", "--json")
    assert (done.status, done.err) == (0, "")
    assert all(row.keys() >= FIELDS for row in done.rows)
    for row in done.rows:
        source = Path(row["source"]).read_bytes()
        raw = source[row["offset"] : row["offset"] + row["length"]]
        assert hashlib.sha256(raw).hexdigest() == row["sha256"]
    kinds = Counter({row["message_id"]: row["kind"] for row in done.rows}.values())
    relevant = {kind.value: n for kind, n in expected().kinds.items()}
    assert {kind: kinds[kind] for kind in relevant if kind != "other"} == {
        kind: number for kind, number in relevant.items() if kind != "other"
    }
    assert done.summary["relevant"] == len(done.rows)
    assert done.summary["messages"] == expected().mails + expected().copies
    files = [path for path in (practice / "mail").rglob("*") if path.is_file()]
    assert done.summary["bytes"] == sum(path.stat().st_size for path in files)
    assert done.summary["unreadable"] == 0
    assert done.summary["seconds"] >= 0
    assert len(done.summary["covered"]) == 3
    assert done.summary["not_covered"] == []


def test_a_line_tells_what_the_contract_says(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "order.eml"
    path.write_bytes(mail())
    (row,) = torimodosu("mail", "scan", path, "--json").rows
    assert row == {
        "source": str(path),
        "offset": 0,
        "length": len(mail()),
        "sha256": hashlib.sha256(mail()).hexdigest(),
        "message_id": "1@mails.example",
        "date": "2026-03-13T15:20:00+09:00",
        "from": SENDER,
        "subject": SUBJECT,
        "service": "amazon.co.jp",
        "issuer": None,
        "kind": "order_confirmation",
    }


def test_what_a_mail_lacks_is_null(torimodosu: Commands, tmp_path: Path) -> None:
    (tmp_path / "bare.eml").write_bytes(f"From: {SENDER}\n\nhello\n".encode())
    (row,) = torimodosu("mail", "scan", tmp_path, "--json").rows
    assert (row["message_id"], row["date"], row["subject"]) == (None, None, None)


def test_mails_that_only_mention_a_service_are_counted(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "greeting.eml").write_bytes(GREETING)
    done = torimodosu("mail", "scan", tmp_path, "--json")
    assert list(done.rows) == []
    assert (done.summary["relevant"], done.summary["only_mentioned"]) == (0, 1)
    assert done.status == 0


def test_other_files_in_a_folder_are_counted(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    done = torimodosu("mail", "scan", tmp_path, "--json")
    assert (done.summary["relevant"], done.summary["passed_over"]) == (1, 1)
    assert done.status == 0


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("amazon.co.jp", ["amazon.co.jp", None]),
        ("AMAZON.CO.JP ", ["amazon.co.jp", None]),
        ("rakuten.co.jp", [None]),
    ],
)
def test_a_named_service_leaves_other_services_out_but_no_card(
    torimodosu: Commands, tmp_path: Path, host: str, found: list[str | None]
) -> None:
    (tmp_path / "1.eml").write_bytes(mail())
    (tmp_path / "2.eml").write_bytes(CARD_MAIL)
    done = torimodosu("mail", "scan", tmp_path, "--service", host, "--json")
    assert [row["service"] for row in done.rows] == found
    assert {row["issuer"] for row in done.rows} >= {"smbc_card"}


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2026-03-12", "2026-03-12", {2}),
        ("2026-03-12", "2026-03-13", {2, 3}),
        ("0001-01-01", "9999-12-31", {1, 2, 3}),
        ("2026-03-14", "2026-03-14", set()),
    ],
)
def test_the_days_of_since_and_until_are_inside(
    torimodosu: Commands, tmp_path: Path, since: str, until: str, found: set[int]
) -> None:
    for number in (1, 2, 3):
        date = f"{number + 10} Mar 2026 12:00:00 +0000"
        (tmp_path / f"{number}.eml").write_bytes(mail(date=date, number=number))
    days = ("--since", since, "--until", until)
    done = torimodosu("mail", "scan", tmp_path, *days, "--json")
    assert {int(row["message_id"][0]) for row in done.rows} == found


def test_what_was_not_read_needs_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    (tmp_path / "outlook.pst").write_bytes(b"!BDN" + bytes(600))
    done = torimodosu("mail", "scan", tmp_path, "--json")
    assert done.status == 1
    assert len(done.rows) == 1
    (missed,) = done.summary["not_covered"]
    assert missed.keys() >= {"what", "why"}
    assert missed["what"] == str(tmp_path / "outlook.pst")
    assert missed["why"] == "format_not_supported"
    assert missed["advice"].count(".") >= 1


def test_times_in_the_table_are_those_of_the_person(
    torimodosu: Commands, tmp_path: Path
) -> None:
    dates = ("Fri, 13 Mar 2026 15:20:00 +0900", "Fri, 13 Mar 2026 07:30:00 GMT")
    for number, date in enumerate(dates):
        (tmp_path / f"{number}.eml").write_bytes(mail(date=date, number=number))
    tools = replace(tools_for(None), clock=FixedClock())
    done = torimodosu("mail", "scan", tmp_path, tools=tools)
    _head, first, second = done.out.partition("\n\n")[0].splitlines()
    assert first.startswith("2026-03-13T15:20:00+09:00 ")
    assert second.startswith("2026-03-13T16:30:00+09:00 ")


def test_people_see_a_table_and_what_was_not_read(
    torimodosu: Commands, tmp_path: Path
) -> None:
    (tmp_path / "order.eml").write_bytes(mail())
    (tmp_path / "empty.eml").touch()
    done = torimodosu("mail", "scan", tmp_path)
    table, _, summary = done.out.partition("\n\n")
    names, line = table.split("\n")
    assert names.split() == ["date", "from", "subject", "service", "kind"]
    assert SUBJECT in line
    assert f"covered: {tmp_path}\n" in summary
    (missed,) = [one for one in summary.split("\n") if "not_covered" in one]
    assert missed.startswith(f"not_covered: {tmp_path / 'empty.eml'}: There is no mail")
