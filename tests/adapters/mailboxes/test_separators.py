import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.mailboxes.writing import GMAIL, THUNDERBIRD, UNIX
from torimodosu.adapters.mailboxes.separators import (
    is_separator,
    needles_by_search,
    separators,
)

HEADER = b"\nSubject: Hello\n\nHello\n"


@pytest.mark.parametrize(
    "line",
    [
        UNIX,
        GMAIL,
        THUNDERBIRD,
        b"From - ",
        b"From ",
        b"From -",
        b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        b"From ???@??? Fri Jul 08 12:08:34 2011",
        b"From  Fri Jul  8 12:08:34 2011",
        b"From a@b.example Fri Jul  8 12:08 2011",
        b"From a@b.example Fri Jul  8 12:08:34 JST 2011",
        b"From a@b.example Fri Jul  8 12:08:34 2011 +0900",
        b"From a@b.example Fri, 8 Jul 2011 12:08:34 +0900",
        b"From a@b.example 2011-07-08T12:08:34Z",
        b"From a@b.example Fri Jul  8 12:08:34 2011 remote from host",
        b"From a at b.example Fri Jul  8 12:08:34 2011",
        b"From Anna Beer <a@b.example> Fri Jul  8 12:08:34 2011",
        UNIX + b"\r",
        b"From \r",
    ],
)
def test_a_line_of_a_known_form_divides_mails(line: bytes) -> None:
    text = b"end of a body\n\n" + line + HEADER
    assert list(separators(text, 0, len(text))) == [15]


@pytest.mark.parametrize(
    "line",
    [
        b"From the desk of the manager",
        b"From here on Tue Jan  2 03:04:05 2018 nothing worked",
        b"From Monday, we open at 10:00",
        b"From 2018 on",
        b"From a friend, Tue Jan  2 03:04:05 2018\nwho wrote",
        b"From \nhere on, no header follows",
        b"from - Tue Jan 02 03:04:05 2018",
        b"From: a@b.example",
        b">" + UNIX,
        b" " + UNIX,
    ],
)
def test_a_line_of_a_body_does_not(line: bytes) -> None:
    text = b"body\n\n" + line + b"\nmore\n"
    assert list(separators(text, 0, len(text))) == []


def test_without_an_empty_line_in_front_it_is_a_line_of_a_body() -> None:
    text = b"a body\n" + UNIX + HEADER
    assert list(separators(text, 0, len(text))) == []


def test_what_only_thunderbird_writes_needs_no_empty_line_in_front() -> None:
    text = b"a body\n" + THUNDERBIRD + b"\nX-Mozilla-Status: 0001\nFrom: a\n\n"
    assert list(separators(text, 0, len(text))) == [7]


@pytest.mark.parametrize("before", [b"", b"\n", b"\r\n", b"\n\n", b"x\r\n\r\n"])
def test_the_first_line_of_a_file_needs_nothing_in_front(before: bytes) -> None:
    assert is_separator(before + UNIX + HEADER, len(before))


@pytest.mark.parametrize("eol", [b"\n", b"\r\n", b"\n\r\n\n"])
def test_line_ends_of_both_kinds_may_be_mixed(eol: bytes) -> None:
    text = UNIX + b"\r\nA: b\n\nbody\n" + eol + UNIX + b"\n\n"
    assert len(list(separators(text, 0, len(text)))) == 2


@pytest.mark.parametrize("distance", [8186, 8187, 8188, 8192, 2**20 - 3, 2**20 + 5])
@pytest.mark.parametrize("filler", [b"x", b" "])
def test_no_separator_is_lost_at_the_edge_of_a_block(
    distance: int, filler: bytes
) -> None:
    text = filler * distance + b"\n\n" + UNIX + HEADER
    assert list(separators(text, 0, len(text))) == [distance + 2]
    places = needles_by_search(text, 0, len(text))
    assert list(places) == [distance + 1]


@given(st.lists(st.sampled_from([b"\n", b"From ", b" ", b"\r", b"F"]), max_size=60))
def test_both_ways_of_looking_find_the_same(pieces: list[bytes]) -> None:
    ahocorasick_rs = pytest.importorskip("ahocorasick_rs")
    from torimodosu.adapters.mailboxes.separators import (  # noqa: PLC0415
        needles_by_automaton,
    )

    automaton = ahocorasick_rs.BytesAhoCorasick([b"\nFrom "])
    text = b"".join(pieces)
    places = needles_by_automaton(automaton, text, 0, len(text))
    assert list(places) == list(needles_by_search(text, 0, len(text)))


@given(
    st.lists(
        st.sampled_from([b"a\n", b"\n", UNIX + b"\n", b"x y" * 9, b"A: b\r\n"]),
        max_size=40,
    ),
    st.integers(0, 400),
)
def test_two_parts_hold_what_the_whole_holds(pieces: list[bytes], cut: int) -> None:
    text = b"".join(pieces)
    cut = min(cut, len(text))
    parts = [*separators(text, 0, cut), *separators(text, cut, len(text))]
    assert parts == list(separators(text, 0, len(text)))
