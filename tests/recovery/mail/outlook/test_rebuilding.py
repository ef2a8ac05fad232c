"""What Outlook saved reads like the mail that it was."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import oxmsg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.outlook import writing
from tests.recovery.mail.outlook.writing import Msg, msg, packed_rtf
from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.headers import split_mail
from torimodosu.recovery.mail.message import Address, Link
from torimodosu.recovery.mail.outlook.rebuilding import as_internet_mail, rebuild
from torimodosu.recovery.mail.reader import read_message

CORPORA = Path(__file__).parents[5] / "shared" / "corpora"
CORPUS = CORPORA / "msgreader" / "test"

HEADER = """\
Microsoft Mail Internet Headers Version 2.0
Received: from mail.midoriya.example ([192.0.2.1])
\tby mx.mail.example; Fri, 6 Mar 2026 23:50:01 +0900
From: =?UTF-8?B?44G/44Gp44KK44KE?= <order@midoriya.example>
To: taro@mail.example
Subject: =?UTF-8?B?44GU5rOo5paH44Gu56K66KqN?=
Date: Fri, 6 Mar 2026 23:50:00 +0900
Message-ID: <1@midoriya.example>
MIME-Version: 1.0
Content-Type: multipart/alternative;
\tboundary="not there"

""".replace("\n", "\r\n")
TEXT = "ご注文ありがとうございます。\r\n合計 1,234円 ①\r\n"
HTML = '<p>合計 <a href="https://midoriya.example/o">1,234円</a></p>'


def test_a_mail_of_the_internet_keeps_its_header() -> None:
    raw = msg(Msg(properties={writing.HEADERS: HEADER, writing.BODY: TEXT}))
    message = read_message(raw)
    assert message.sender == Address(name="みどりや", address="order@midoriya.example")
    assert message.subject == "ご注文の確認"
    assert message.date == datetime(2026, 3, 6, 14, 50, tzinfo=UTC)
    assert message.message_id == "1@midoriya.example"
    assert message.text == TEXT.replace("\r\n", "\n")
    assert message.problems == ()
    assert (rebuild(raw) or b"").startswith(b"Received: from mail.midoriya.example")


def test_what_the_header_says_goes_before_what_outlook_notes() -> None:
    """The mail server has looked at the header, and only at that."""
    noted = {writing.SENDER: "Shop", writing.SENDER_ADDRESS: "shop@other.example"}
    raw = msg(Msg(properties={writing.HEADERS: HEADER, **noted}))
    assert read_message(raw).sender.address == "order@midoriya.example"
    assert b"other.example" not in (rebuild(raw) or b"")


def test_without_a_header_what_outlook_notes_counts() -> None:
    raw = msg(
        Msg(
            properties={
                writing.SENDER: "山田, 太郎",
                writing.SENDER_ADDRESS: "taro@mail.example",
                writing.SUBJECT: "Re: 注文\r\nFrom: shop@midoriya.example",
                writing.SENT: datetime(2026, 3, 6, 14, 50, tzinfo=UTC),
                writing.MESSAGE_ID: "<2@mail.example>",
                writing.BODY: "はい",
            },
            recipients=(
                {writing.NAME: "店", writing.ADDRESS: "order@midoriya.example"},
                {
                    writing.NAME: "C",
                    writing.ADDRESS: "c@mail.example",
                    writing.RECIPIENT_TYPE: 2,
                },
                {writing.NAME: "D", writing.ADDRESS: "/O=EXCHANGE/CN=D"},
            ),
        )
    )
    message = read_message(raw)
    assert message.sender == Address(name="山田, 太郎", address="taro@mail.example")
    headers = split_mail(as_internet_mail(raw)).headers
    to, cc = headers.first("to"), headers.first("cc")
    found = [one.address for field in (to, cc) for one in parse_addresses(field)]
    assert found == ["order@midoriya.example", "", "c@mail.example"]
    assert message.date == datetime(2026, 3, 6, 14, 50, tzinfo=UTC)
    assert message.subject.startswith("Re: 注文")
    assert "from_repeated" not in message.problems


@pytest.mark.parametrize("charset", ["cp932", "utf-8", "euc_jp"])
def test_old_files_have_texts_in_a_code_page(charset: str) -> None:
    pages = {"cp932": 932, "utf-8": 65001, "euc_jp": 51932}
    text = "ご注文ありがとうございます。合計 1,234円"
    raw = msg(
        Msg(
            properties={
                writing.CODE_PAGE: pages[charset],
                writing.SUBJECT: "ご注文の確認",
                writing.BODY: text,
            },
            charset=charset,
        )
    )
    message = read_message(raw)
    assert (message.subject, message.text) == ("ご注文の確認", text)


def test_html_is_in_a_code_page_of_its_own() -> None:
    page = f'<meta charset="iso-2022-jp">{HTML}'.encode("iso-2022-jp")
    raw = msg(Msg(properties={writing.HTML_CODE_PAGE: 50220, writing.HTML: page}))
    message = read_message(raw)
    assert message.html_text == "合計 1,234円"
    assert message.links == (Link(text="1,234円", target="https://midoriya.example/o"),)


def test_html_may_lie_in_rtf() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg932\fromhtml1 {\fonttbl{\f0\fcharset128 MS Gothic;}}"
        rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \f0\'8d\'87\'8cv "
        rb'{\*\htmltag84 <a href="https://midoriya.example/o">}1,234'
        rb"{\*\htmltag92 </a>}\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}}"
    )
    message = read_message(msg(Msg(properties={writing.RTF: packed_rtf(rtf)})))
    assert message.html_text == "合計 1,234"
    assert [link.target for link in message.links] == ["https://midoriya.example/o"]


def test_text_may_lie_in_rtf_alone() -> None:
    rtf = rb"{\rtf1\ansi\uc1 Total\par \u21512?\u35336?\tab 1,234}"
    message = read_message(msg(Msg(properties={writing.RTF: packed_rtf(rtf)})))
    assert message.text == "Total\n合計\t1,234"


def test_files_are_named_and_mails_among_them_are_read() -> None:
    inner = Msg(
        properties={writing.SUBJECT: "内側", writing.BODY: "合計 5,678円"},
        name="内側.msg",
    )
    raw = msg(
        Msg(
            properties={writing.HEADERS: HEADER, writing.BODY: "See below."},
            files=(
                {writing.FILE_NAME: "領収書.pdf", writing.FILE: b"%PDF"},
                inner,
                {
                    writing.FILE_NAME: "x.eml",
                    writing.FILE: b"Subject: third\nFrom: a@b.example\n\nThird mail",
                },
            ),
        )
    )
    message = read_message(raw)
    assert message.attachments == ("領収書.pdf", "内側.msg", "x.eml")
    assert message.text.startswith("See below.")
    assert "Subject: 内側\n" in message.text
    assert "合計 5,678円" in message.text
    assert "Third mail" in message.text


def test_mails_in_mails_come_to_an_end() -> None:
    inner = Msg(properties={writing.BODY: "the innermost"})
    for number in range(40):
        inner = Msg(properties={writing.BODY: f"number {number}"}, files=(inner,))
    message = read_message(msg(inner))
    assert "number 39" in message.text
    assert "the innermost" not in message.text


def test_no_more_rtf_is_unpacked_than_one_mail_has() -> None:
    packed = packed_rtf(rb"{\rtf1 " + b"x" * 600_000 + b"}")
    inner = tuple(Msg(properties={writing.RTF: packed}) for _ in range(5))
    raw = msg(Msg(properties={writing.RTF: packed}, files=inner))
    assert (rebuild(raw) or b"").count(b"x") < 1_100_000


@pytest.mark.parametrize(
    "raw",
    [
        writing.MAGIC,
        writing.MAGIC + bytes(600),
        writing.MAGIC + b"\xff" * 600,
        writing.compound({"WordDocument": b"no mail"}),
        b"From: a@b.example\n\nHello",
    ],
)
def test_what_is_no_mail_of_outlook_stays_as_it_is(raw: bytes) -> None:
    assert rebuild(raw) is None
    assert as_internet_mail(raw) is raw


def test_a_header_ends_at_its_first_empty_line() -> None:
    forged = "From: a@b.example\n\nSubject: forged\n"
    raw = msg(Msg(properties={writing.HEADERS: forged, writing.SUBJECT: "true"}))
    assert read_message(raw).subject == "true"


WHOLE = msg(
    Msg(
        properties={
            writing.HEADERS: HEADER.partition("\n")[2],
            writing.BODY: TEXT,
            writing.HTML: HTML.encode(),
            writing.HTML_CODE_PAGE: 65001,
            writing.RTF: packed_rtf(rb"{\rtf1 x}" * 50),
        },
        recipients=({writing.NAME: "店"},),
        files=({writing.FILE_NAME: "a.pdf", writing.FILE: bytes(5000)},),
    )
)


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=30
    ),
    st.integers(0, len(WHOLE)),
)
def test_no_damage_makes_it_raise(changes: list[tuple[int, int]], end: int) -> None:
    raw = bytearray(WHOLE)
    for place, byte in changes:
        raw[place] = byte
    message = read_message(bytes(raw[:end]))
    message.text.encode()


def test_the_peer_reads_the_same() -> None:
    peer = oxmsg.Message.load(BytesIO(WHOLE))
    assert peer.message_headers["Message-ID"] == "<1@midoriya.example>"
    assert peer.body == TEXT
    assert peer.html_body == HTML
    assert [one.file_name for one in peer.attachments] == ["a.pdf"]


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="corpora not present: ../shared/corpora/msgreader"
)
def test_mails_of_outlook_itself_read_as_a_peer_reads_them() -> None:
    names = ("Subject", "htmlLink", "msgInMsg", "nonUnicodeMail", "attachmentFiles")
    for name in names:
        raw = (CORPUS / f"{name}.msg").read_bytes()
        peer = oxmsg.Message.load(BytesIO(raw))
        message = read_message(raw)
        assert message.subject == peer.subject
        assert (peer.body or "").replace("\r\n", "\n").strip() in message.text
