"""Finding the parts of a mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.headers import split_mail
from torimodosu.recovery.mail.parts import Part, walk_parts
from torimodosu.recovery.mail.problem import Problem


def walk(raw: str) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    data = raw.encode()
    split = split_mail(data)
    return walk_parts(split.headers, data, split.body)


def contents(raw: str) -> list[str]:
    return [part.content(1_000)[0].decode() for part in walk(raw)[0]]


def mixed(body: str, boundary: str = "b", kind: str = "mixed") -> str:
    return f"To: a\nContent-Type: multipart/{kind}; boundary={boundary}\n\n{body}"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("--b\n\none\n--b\n\ntwo\n--b--\nepilogue", ["one", "two"]),
        ("preamble\n--b\n\none\n--b--", ["one"]),
        ("--b\n\none\n--b\n\ntwo", ["one", "two"]),
        ("--b  \n\none\n\n--b--", ["one\n"]),
        ("--b\n\n--bc\n--b-\n x--b\n--b--", ["--bc\n--b-\n x--b"]),
        ("--b\nX: 1\n--b--", [""]),
        ("--b\n--b--", [""]),
        ("--b--\n", []),
    ],
)
def test_delimiters_part_the_body(body: str, found: list[str]) -> None:
    assert contents(mixed(body)) == found


def test_nested_parts_come_in_their_order() -> None:
    inner = mixed("--c\n\ntwo\n--c\n\nthree\n--c--", "c").partition("\n")[2]
    raw = mixed(f"--b\n\none\n--b\n{inner}\n--b\n\nfour\n--b--")
    assert contents(raw) == ["one", "two", "three", "four"]


def test_parts_of_an_alternative_know_each_other() -> None:
    related = "Content-Type: multipart/related; boundary=c\n\n--c\n\ntwo\n--c--"
    raw = mixed(f"--b\n\none\n--b\n{related}\n--b--", kind="alternative")
    assert [part.alternative for part in walk(raw)[0]] == [1, 1]
    assert walk("To: a\n\nx")[0][0].alternative == 0


def test_parts_of_a_digest_are_mails() -> None:
    raw = mixed("--b\n\nSubject: x\n\none\n--b--", kind="digest")
    parts = walk(raw)[0]
    assert parts[0].enclosed is not None
    assert parts[0].enclosed.first("subject") == b"x"
    assert parts[1].content(10)[0] == b"one"


@pytest.mark.parametrize("boundary", ["", "wrong"])
def test_a_wrong_boundary_is_found_by_its_looks(boundary: str) -> None:
    raw = mixed("--real\nContent-Type: text/plain\n\none\n--real--", boundary)
    assert contents(raw) == ["one"]
    assert walk(raw)[1] == (Problem.BOUNDARY_MISSING,)


def test_without_any_delimiter_the_body_is_text() -> None:
    assert contents(mixed("just text")) == ["just text"]
    assert walk(mixed("just text"))[1] == (Problem.BOUNDARY_MISSING,)


def test_content_is_cut_and_says_so() -> None:
    part = walk("To: a\n\n0123456789")[0][0]
    assert part.content(4) == (b"0123", (Problem.TEXT_CUT,))


def test_names_and_dispositions_are_read() -> None:
    raw = (
        "To: a\nContent-Type: text/plain; name=old.txt; charset=x\n"
        "Content-Disposition: ATTACHMENT; filename=new.txt\n\n"
    )
    part = walk(raw)[0][0]
    assert (part.name, part.is_attachment) == ("new.txt", True)
    assert part.content_type.parameters["charset"] == "x"


PIECES = [
    "--b",
    "--b--",
    "--c",
    "\n",
    "\r",
    "x",
    "Content-Type: multipart/mixed;boundary=",
]
PIECES += ["c", "b", '"', "Content-Type: message/rfc822", "\n\n", "To: a"]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_pieces_are_parted(pieces: list[str]) -> None:
    for part in walk(mixed("".join(pieces)))[0]:
        assert 0 <= part.start <= part.end <= len(part.data)
        part.content(100)
