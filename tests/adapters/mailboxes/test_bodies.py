from base64 import encodebytes
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.bodies import texts
from torimodosu.adapters.mailboxes.headers import split

TEXT = "みどりや電器のご注文"


def said(mail: bytes) -> list[str]:
    """Return what a mail says, decoded."""
    header, body = split(mail, 0, len(mail))
    return [
        raw.decode(charset.decode() or "utf-8", "replace").strip()
        for raw, charset in texts(mail, header, body, len(mail))
    ]


def part(content: bytes, kind: bytes = b"text/plain", more: bytes = b"") -> bytes:
    return b"Content-Type: " + kind + b"\n" + more + b"\n" + content + b"\n"


def multipart(*parts: bytes, boundary: bytes = b"b1", kind: bytes = b"mixed") -> bytes:
    return (
        b'Content-Type: multipart/%s; boundary="%s"\n\npreamble\n' % (kind, boundary)
        + b"".join(b"--" + boundary + b"\n" + one for one in parts)
        + b"--" + boundary + b"--\nepilogue\n"
    )  # fmt: skip


BASE64 = b"Content-Transfer-Encoding: base64\n"
QUOTED = b"Content-Transfer-Encoding: Quoted-Printable\n"


@pytest.mark.parametrize(
    "mail",
    [
        b"Subject: x\n\n" + TEXT.encode(),
        TEXT.encode(),
        part(TEXT.encode()),
        part(TEXT.encode("cp932"), b"text/plain; charset=cp932"),
        part(TEXT.encode("iso2022_jp"), b'TEXT/html;\n charset="ISO-2022-JP"'),
        part(encodebytes(TEXT.encode()), more=BASE64),
        part(encodebytes(TEXT.encode()).replace(b"=", b""), more=BASE64),
        part(encodestring(TEXT.encode()), more=QUOTED),
        part(encodestring(TEXT.encode()), more=QUOTED).replace(b"\n", b"\r\n"),
        multipart(part(TEXT.encode())),
        multipart(part(TEXT.encode())).replace(b"\n", b"\r\n"),
        multipart(part(TEXT.encode()))[: -len(b"--b1--\nepilogue\n")],
        multipart(part(b"\xff\xd8", b"image/jpeg"), part(TEXT.encode())),
        multipart(multipart(part(TEXT.encode()), boundary=b"b2"), boundary=b"b1"),
        multipart(multipart(part(TEXT.encode()), boundary=b"b1-2")),
        multipart(b"\n" + TEXT.encode() + b"\n"),
    ],
)
def test_the_text_of_a_mail_is_found_and_nothing_else(mail: bytes) -> None:
    assert said(mail) == [TEXT]


def test_a_mail_inside_a_mail_is_read_with_its_sender_and_subject() -> None:
    inner = b"From: Anna\nSubject: =?utf-8?B?44G/?=\n\nhello\n"
    mail = multipart(part(inner, b"message/rfc822"))
    assert said(mail) == ["Anna", "み", "hello"]


def test_both_parts_of_an_alternative_are_read() -> None:
    mail = multipart(part(b"plain"), part(b"<p>html", b"text/html"))
    assert said(mail) == ["plain", "<p>html"]


def test_a_multipart_without_its_boundary_is_read_as_it_stands() -> None:
    assert said(b"Content-Type: multipart/mixed\n\n--x\n\ntext") == ["--x\n\ntext"]


def test_a_nest_too_deep_is_read_as_it_stands() -> None:
    mail = part(b"needle")
    for depth in range(10_000):
        mail = multipart(mail, boundary=b"b%d" % depth)
    assert "needle" in "".join(said(mail))


def test_too_many_parts_are_read_as_they_stand() -> None:
    mail = multipart(*[b"\nx\n"] * 10_000, part(b"needle", b"image/png"))
    assert "needle" in said(mail)[-1]


def test_a_long_text_is_read_in_pieces_that_overlap() -> None:
    line = b"0123456789" * 7 + b"\n"
    content = line * 500_000
    found = [len(text) for text in said(part(content))]
    assert len(found) == 9
    assert max(found) <= 4 * 2**20
    assert len(content) < sum(found) < len(content) + 9 * 4096


PIECES = [
    *(b"\n", b"--b", b"--", b"b", b"\n\n", b"=", b"text", b"\r", b"\x00", b"\xff"),
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: message/rfc822\n",
    b"Content-Type: text/plain; charset=hex\n",
    BASE64,
    QUOTED,
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_mail_is_too_broken_to_read(pieces: list[bytes]) -> None:
    assert isinstance("".join(said_leniently(b"".join(pieces))), str)


def said_leniently(mail: bytes) -> list[str]:
    header, body = split(mail, 0, len(mail))
    return [
        raw.decode("utf-8", "replace")
        for raw, _ in texts(mail, header, body, len(mail))
    ]
