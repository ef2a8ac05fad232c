import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.kept_mails import kept, raw_mail
from torimodosu.recovery.evidence.index import (
    HEADINGS,
    Row,
    index_csv,
    row_of,
    stray_row,
)
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message

JAPAN = timezone(timedelta(hours=9))
RAW = raw_mail(1)


def in_japan(moment: datetime) -> datetime:
    return moment.astimezone(JAPAN)


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def unguarded(cell: str) -> str:
    return cell.removeprefix("'")


words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
rows = st.builds(
    Row,
    date=st.just("2026-03-14T00:20:00+09:00"),
    sender=words,
    subject=words,
    kind=st.just("other"),
    source=words,
    offset=st.just("0"),
    length=st.just("12"),
    sha256=st.just("ab" * 32),
)


@given(st.lists(rows))
def test_the_table_reads_as_what_was_written(written: list[Row]) -> None:
    read = table(index_csv(written))
    assert len(read[0]) == len(HEADINGS)
    assert [[unguarded(cell) for cell in line[1:5]] for line in read[1:]] == [
        [row.sender, row.subject, row.kind, row.source] for row in written
    ]
    assert [(line[0], *line[5:]) for line in read[1:]] == [
        (row.date, row.offset, row.length, row.sha256) for row in written
    ]


def test_a_row_tells_when_who_what_and_from_where() -> None:
    row = row_of(kept(RAW), in_japan)
    assert row == Row(
        date="2026-03-14T00:20:00+09:00",
        sender="Amazon.co.jp <auto-confirm@amazon.co.jp>",
        subject="ご注文の確認",
        kind="order_confirmation",
        source="/home/me/Mail/Inbox",
        offset="12",
        length=str(len(RAW)),
        sha256=kept(RAW).sha256,
    )


def test_what_is_not_known_is_empty() -> None:
    row = row_of(replace(kept(RAW), date=None, sender_name=""), in_japan)
    assert row.date == ""
    assert row.sender == "auto-confirm@amazon.co.jp"


def test_a_mail_that_was_kept_but_never_noted_tells_of_itself() -> None:
    row = stray_row("ab" * 32, len(RAW), read_message(RAW), in_japan)
    assert row == Row(
        date="2026-03-14T00:20:01+09:00",
        sender="Amazon.co.jp <auto-confirm@amazon.co.jp>",
        subject="Amazon.co.jp order 1",
        kind="",
        source="",
        offset="",
        length=str(len(RAW)),
        sha256="ab" * 32,
    )


@pytest.mark.parametrize("message", [None, read_message(b"\0")])
def test_a_mail_that_says_nothing_is_listed_all_the_same(
    message: Message | None,
) -> None:
    row = stray_row("ab" * 32, 5, message, in_japan)
    assert (row.sha256, row.length) == ("ab" * 32, "5")
    assert (row.date, row.sender, row.subject) == ("", "", "")


@pytest.mark.parametrize(
    "subject",
    [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@SUM(A1)",
        "  =1",
        "\N{FULLWIDTH EQUALS SIGN}1",
        "\N{FULLWIDTH COMMERCIAL AT}x",
        "'quoted'",
    ],
)
def test_a_cell_that_would_be_a_formula_is_guarded(subject: str) -> None:
    data = index_csv([row_of(replace(kept(RAW), subject=subject), in_japan)])
    assert table(data)[1][2] == f"'{subject}"


def test_control_characters_and_half_characters_do_not_reach_the_table() -> None:
    mail = replace(kept(RAW), subject="a\r\nb\0c\x1bd\ud800e\u2028f")
    row = row_of(mail, in_japan)
    assert row.subject == "a  b c d\N{REPLACEMENT CHARACTER}e f"


def test_excel_is_told_the_encoding_and_gets_its_line_ends() -> None:
    data = index_csv([])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b'"SHA-256"\r\n')
    assert "日時 Date" in data.decode("utf-8-sig")


@given(st.text(), st.text(), st.text())
def test_no_words_of_a_mail_break_the_table(
    subject: str, name: str, source: str
) -> None:
    mail = replace(kept(RAW, source=source), subject=subject, sender_name=name)
    assert len(table(index_csv([row_of(mail, in_japan)]))) == 2
