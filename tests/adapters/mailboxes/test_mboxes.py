import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.mailboxes.writing import (
    FROM_FRIEND,
    FROM_SHOP,
    GMAIL,
    THUNDERBIRD,
    UNIX,
    mbox,
    quoted,
)
from torimodosu.adapters.mailboxes.mboxes import is_cut_off, spans
from torimodosu.adapters.mailboxes.quoting import quoting_of
from torimodosu.recovery.mail.search import Quoting

LINES = st.sampled_from(
    [
        b"",
        b"text",
        b"From the desk",
        b">From the desk",
        b">>From the desk",
        b"From: x",
        b" From ",
        "本文\u3000です".encode(),
        b"\x00\xff\x1b$B",
        b"=",
    ]
)


@st.composite
def mails(draw: st.DrawFn, eol: bytes) -> bytes:
    lines = [b"From: a@b.example", b"Subject: x", b"", *draw(st.lists(LINES))]
    return b"".join(line + eol for line in lines)


def read(content: bytes) -> list[bytes]:
    return [content[start:end] for start, end in spans(content, 0, len(content))]


@pytest.mark.parametrize("separator", [UNIX, GMAIL, THUNDERBIRD, b"From "])
@pytest.mark.parametrize("eol", [b"\n", b"\r\n"])
@given(data=st.data())
def test_every_mail_comes_back_byte_for_byte(
    data: st.DataObject, separator: bytes, eol: bytes
) -> None:
    written = data.draw(st.lists(mails(eol), max_size=6))
    quoting = data.draw(st.sampled_from(list(Quoting)))
    content = mbox(written, separator=separator, eol=eol, quoting=quoting)
    assert read(content) == [quoted(mail, quoting) for mail in written]


@given(st.lists(mails(b"\n"), max_size=6), st.integers(1, 300))
def test_parts_of_a_file_give_each_mail_once(written: list[bytes], step: int) -> None:
    content = mbox(written, quoting=Quoting.MBOXRD)
    cuts = [*range(0, len(content), step), len(content)]
    parts = [
        content[start:end]
        for begin, stop in pairwise(cuts)
        for start, end in spans(content, begin, stop)
    ]
    assert parts == read(content)


@given(mails(b"\n"))
def test_mboxrd_is_known_by_its_lines_and_undone_exactly(mail: bytes) -> None:
    raw = quoted(mail, Quoting.MBOXRD)
    undone = re.sub(rb"^>(?=>*From )", b"", raw, flags=re.MULTILINE)
    assert undone == mail
    if raw == mail:
        assert quoting_of(raw) is Quoting.NONE
    else:
        assert quoting_of(raw) in (Quoting.MBOXRD, Quoting.MBOXO)
    if b"\n>>From " in raw:
        assert quoting_of(raw) is Quoting.MBOXRD


@pytest.mark.parametrize(
    ("body", "quoting"),
    [
        (b"nothing special", Quoting.NONE),
        (b">From here", Quoting.MBOXO),
        (b">From here\n>>From there", Quoting.MBOXRD),
        (b"From here\n>From there", Quoting.NONE),
        (b"> From here", Quoting.NONE),
        (b"x >From here", Quoting.NONE),
    ],
)
def test_quoting_is_told_by_the_lines_of_a_mail(body: bytes, quoting: Quoting) -> None:
    assert quoting_of(b"Subject: x\n\n" + body + b"\n") is quoting


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (UNIX, [b""]),
        (UNIX + b"\n", [b""]),
        (UNIX + b"\n\n" + UNIX + b"\nA: b\n\n", [b"", b"A: b\n"]),
        (UNIX + b"\nA: b\n\nbody", [b"A: b\n\nbody"]),
        (b"\n\n" + UNIX + b"\nA: b\n\nbody\n", [b"A: b\n\nbody\n"]),
        (b"no mbox at all\n\n", []),
    ],
)
def test_odd_files_give_what_they_hold(content: bytes, expected: list[bytes]) -> None:
    assert read(content) == expected


MULTIPART = b'Content-Type: multipart/mixed; boundary="xyz"\n'


@pytest.mark.parametrize(
    ("header", "body", "cut_off"),
    [
        (FROM_SHOP, b"", False),
        (FROM_FRIEND, b"and then", True),
        (MULTIPART, b"\n--xyz\n\ntext\n--xyz--\n", False),
        (MULTIPART, b"\n--xyz\n\ntext\n", True),
    ],
)
def test_the_last_mail_shows_whether_the_file_was_cut(
    header: bytes, body: bytes, *, cut_off: bool
) -> None:
    assert is_cut_off(header + body, b"\n" + header) is cut_off
