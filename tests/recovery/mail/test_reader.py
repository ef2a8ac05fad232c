"""Reading whole mails."""

import base64
import quopri
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Quoting

PLAIN = """\
From: "Shop" <order@shop.example>
To: =?UTF-8?B?55Sw5Lit?= <taro@mail.example>, hanako@mail.example
Subject: =?UTF-8?B?44GU5rOo5paH44Gu?= =?UTF-8?B?56K66KqN?=
Date: Fri, 6 Mar 2026 14:50:00 +0000
Message-ID: <1@shop.example>
Content-Type: text/plain; charset=UTF-8

注文番号： 250-1111111-2222222
"""
ALTERNATIVE = """\
From: order@shop.example
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=UTF-8

合計 1,234円
--b
Content-Type: text/html; charset=UTF-8

<p>合計 <b>1,234円</b> <a href="https://shop.example/1">注文を見る</a></p>
--b--
"""


def test_a_plain_mail_says_what_it_says() -> None:
    message = read_message(PLAIN.encode())
    assert message.message_id == "1@shop.example"
    assert message.date == datetime(2026, 3, 6, 14, 50, tzinfo=UTC)
    assert message.sender == Address(name="Shop", address="order@shop.example")
    assert message.subject == "ご注文の確認"
    assert message.text == "注文番号： 250-1111111-2222222\n"
    assert message.html_text == ""
    assert message.problems == ()


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
@pytest.mark.parametrize("front", [b"", b"\xef\xbb\xbf", b"From a@b Fri\n", b"\n\n"])
def test_line_ends_and_what_stands_in_front_do_not_matter(
    line_end: bytes, front: bytes
) -> None:
    raw = front + ALTERNATIVE.encode()
    assert read_message(raw.replace(b"\n", line_end)) == read_message(
        ALTERNATIVE.encode()
    )


def test_the_plain_part_is_the_text_and_the_html_part_is_kept_beside_it() -> None:
    message = read_message(ALTERNATIVE.encode())
    assert message.text == "合計 1,234円"
    assert message.html_text == "合計 1,234円 注文を見る"
    assert [(link.text, link.target) for link in message.links] == [
        ("注文を見る", "https://shop.example/1")
    ]


def test_html_alone_becomes_the_text() -> None:
    raw = b"From: a@b.example\nContent-Type: text/html\n\n<p>Total</p><p>6.76 USD</p>"
    message = read_message(raw)
    assert message.text == message.html_text == "Total\n\n6.76 USD"


@pytest.mark.parametrize(
    ("quoting", "body"),
    [
        (Quoting.NONE, ">From A\n>>From B\n"),
        (Quoting.MBOXO, "From A\n>>From B\n"),
        (Quoting.MBOXRD, "From A\n>From B\n"),
    ],
)
def test_quoting_of_the_mbox_is_undone(quoting: Quoting, body: str) -> None:
    raw = b"From: a@b.example\n\n>From A\n>>From B\n"
    assert read_message(raw, quoting).text == body


@pytest.mark.parametrize(
    "text",
    [
        "Amazon.co.jp ご注文の確認\n合計： 1円\n",
        "Order #\n1\nTotal: 3\n\nThanks\n",
        "x",
    ],
)
def test_a_file_without_a_header_is_all_body(text: str) -> None:
    message = read_message(text.encode())
    assert message.text == text
    assert message.problems == (Problem.NO_HEADER.value,)


def test_a_file_of_html_without_a_header_is_read_as_html() -> None:
    message = read_message("<html><body><p>合計</p>1円</body></html>".encode())
    assert message.text == "合計\n\n1円"
    assert message.sender == Address(name="", address="")


def test_a_forwarded_mail_counts_as_text() -> None:
    raw = (
        "From: taro@mail.example\nSubject: Fwd\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        "--b\n\nPlease look.\n--b\nContent-Type: message/rfc822\n\n" + PLAIN + "\n--b--"
    )
    message = read_message(raw.encode())
    assert "Please look." in message.text
    assert "Subject: ご注文の確認" in message.text
    assert "注文番号： 250-1111111-2222222" in message.text
    assert message.attachments == ("",)


def test_a_forwarded_mail_that_is_encoded_as_a_whole_counts_too() -> None:
    inner = base64.encodebytes(PLAIN.encode())
    raw = (
        b"From: taro@mail.example\nContent-Type: message/rfc822; name=a.eml\n"
        b"Content-Transfer-Encoding: base64\n\n" + inner
    )
    message = read_message(raw)
    assert "250-1111111-2222222" in message.text
    assert message.attachments == ("a.eml",)


def test_attachments_give_their_names_and_no_text() -> None:
    raw = (
        'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
        "--b\n\nHello\n--b\nContent-Type: application/pdf; name=x.pdf\n"
        "Content-Disposition: attachment; filename*=UTF-8''%E9%A0%98%E5%8F%8E.pdf\n\n"
        "%PDF\n--b\nContent-Type: image/png\n\nPNG\n--b\nContent-Type: text/plain\n"
        "Content-Disposition: attachment\n\nnot shown\n--b--\n"
    )
    message = read_message(raw.encode())
    assert message.attachments == ("領収.pdf", "", "")
    assert message.text == "Hello"


def test_labels_of_gmail_are_split_and_decoded() -> None:
    raw = (
        b"X-Gmail-Labels: =?UTF-8?Q?=E5=8F=97=E4=BF=A1,Important,?=\n"
        b' "a, b"\nFrom: a@b.example\n\n'
    )
    assert read_message(raw).labels == ("受信", "Important", "a, b")


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("gb18030", "gb2312"),
        ("utf-8", "us-ascii"),
        ("cp932", "iso-8859-1"),
        ("utf-8", "iso-2022-jp"),
    ],
)
def test_bodies_are_decoded_from_what_they_are_in(
    charset: str, declared: str, encoding: str
) -> None:
    text = "ご注文の確認です。合計は 1,234円です。\n"
    raw = text.encode(charset)
    if encoding == "base64":
        raw = base64.encodebytes(raw)
    elif encoding == "quoted-printable":
        raw = quopri.encodestring(raw)
    header = (
        f"From: a@b.example\nContent-Type: text/plain; charset={declared}\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    assert read_message(header.encode() + raw).text == text


def test_the_charset_of_html_may_stand_in_its_meta_element() -> None:
    html = '<meta charset="EUC-JP"><p>合計</p>'.encode("euc_jp")
    raw = b"From: a@b.example\nContent-Type: text/html\n\n" + html
    assert read_message(raw).text == "合計"


def test_raw_names_in_the_header_are_in_the_charset_of_the_text() -> None:
    raw = (
        b"From: \xbc\xef <a@b.example>\nSubject: \xcb\xe0\n"
        b"Content-Type: text/plain; charset=koi8-r\n\n"
    )
    message = read_message(raw)
    assert message.sender.name == b"\xbc\xef".decode("koi8_r")
    assert message.subject == b"\xcb\xe0".decode("koi8_r")


def test_a_date_keeps_its_offset() -> None:
    raw = b"Date: Fri, 6 Mar 2026 23:50:00 +0900 (JST)\n\n"
    date = read_message(raw).date
    assert date is not None
    assert date.utcoffset() == timedelta(hours=9)
    assert date == datetime(2026, 3, 6, 23, 50, tzinfo=timezone(timedelta(hours=9)))


def nested(levels: int) -> bytes:
    heads = (
        f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
        for level in range(levels)
    )
    return b"From: a@b.example\nSubject: deep\n" + "".join(heads).encode() + b"\nx"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (nested(10_000), Problem.TOO_DEEP),
        (b"From: a@b\nContent-Type: message/rfc822\n\n" * 10_000, Problem.TOO_DEEP),
        (
            b"Subject: deep\nFrom: a@b\nContent-Type: multipart/mixed; boundary=b\n\n"
            + b"--b\n\nx\n" * 10_000,
            Problem.TOO_MANY_PARTS,
        ),
        (
            b"Subject: deep\nFrom: a@b\n" + b"X-Spam: 1\n" * 100_000 + b"\nText",
            Problem.TOO_MANY_HEADERS,
        ),
        (
            b"Subject: deep\nX-Long: " + b"x" * 1_000_000 + b"\n\nText",
            Problem.HEADER_CUT,
        ),
        (b"Subject: deep\n\n" + b"x" * 10_000_000, Problem.TEXT_CUT),
        (
            b"Subject: deep\nContent-Type: text/html\n\n" + b"x" * 1_100_000,
            Problem.TEXT_CUT,
        ),
        (b"Subject: deep\n\nText\0Text", Problem.NUL_REMOVED),
        (b"Subject: deep\nFrom: a@b\nFrom: c@d\n\n", Problem.FROM_REPEATED),
        (b"Subject: deep\nDate: yesterday\n\n", Problem.DATE_BROKEN),
        (b"Subject: deep\nDate: 6 Mar 2026 10:00\n\n", Problem.ZONE_MISSING),
        (
            b"Subject: deep\nContent-Type: multipart/mixed; boundary=b\n\nText",
            Problem.BOUNDARY_MISSING,
        ),
    ],
)
def test_damage_and_excess_are_named_and_the_rest_is_read(
    raw: bytes, problem: Problem
) -> None:
    message = read_message(raw)
    assert problem.value in message.problems
    assert message.subject in {"deep", ""}


@given(st.binary(max_size=400))
def test_reading_never_raises(raw: bytes) -> None:
    for header in (b"", b"From: ", b"Content-Type: text/html\n\n"):
        message = read_message(header + raw)
        message.text.encode()
        message.subject.encode()
