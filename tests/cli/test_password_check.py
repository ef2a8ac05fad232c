import sys
from dataclasses import replace
from io import BytesIO, TextIOWrapper

import pytest

from tests.cli.running import Commands
from torimodosu.bootstrap.tools import tools_for
from torimodosu.recovery.passwords.weighing import Weighed


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> "Input":
    return Input(monkeypatch)


class Input:
    """What stands on standard input."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def __call__(self, raw: bytes) -> None:
        self._patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw)))


def test_each_line_is_weighed(torimodosu: Commands, given: Input) -> None:
    given(b"\xef\xbb\xbfpassword\nxK9#mQ2vL7pWz!4\r\n\nohayougozaimasu")
    done = torimodosu("password", "check", "--json")
    assert (done.status, done.err) == (1, "")
    told = [
        (row["line"], row["length"], row["score"], row["breached"]) for row in done.rows
    ]
    assert told == [
        (1, 8, 0, True),
        (2, 15, 4, False),
        (3, 0, 0, None),
        (4, 15, 1, False),
    ]
    assert [row["problems"] for row in done.rows] == [
        ["common", "too_short"],
        [],
        ["empty"],
        ["japanese_word"],
    ]
    assert done.rows[1]["guesses_log10"] == 15
    assert done.summary == {
        "passwords": 4,
        "weak": 3,
        "breached": 1,
        "covered": ["the 100,000 passwords found most often in leaks"],
        "not_covered": [],
    }


def test_a_person_is_told_in_words_what_makes_a_password_weak(
    torimodosu: Commands, given: Input
) -> None:
    given(b"password\n")
    told = torimodosu("password", "check").out
    assert "many people use it; it is short" in told
    assert "too_short" not in told


def test_no_password_is_shown(torimodosu: Commands, given: Input) -> None:
    given(b"kurumizawa\nxK9#mQ2vL7pWz!4\n")
    told = torimodosu("password", "check")
    assert "kurumizawa" not in told.out + told.err
    assert "mQ2v" not in told.out + told.err
    assert "line  length  score" in told.out


def test_nothing_needs_attention_where_all_are_strong(
    torimodosu: Commands, given: Input
) -> None:
    given(b"xK9#mQ2vL7pWz!4\n")
    assert torimodosu("password", "check", "--json").status == 0


def test_bytes_that_are_no_text_are_weighed_all_the_same(
    torimodosu: Commands, given: Input
) -> None:
    given("さくら\n".encode("cp932") + b"\xff\xfe\0\n" + b"a" * 100_000)
    rows = torimodosu("password", "check", "--json").rows
    assert [row["length"] for row in rows] == [6, 3, 100_000]


def test_no_input_is_told(torimodosu: Commands, given: Input) -> None:
    given(b"")
    done = torimodosu("password", "check", "--json")
    assert (done.status, done.out) == (2, "")
    assert "passwords are read from it" in done.err


def test_lists_that_cannot_be_read_are_told(torimodosu: Commands, given: Input) -> None:
    def weigh(_password: str) -> Weighed:
        raise PermissionError(13, "Permission denied")

    given(b"password\n")
    tools = replace(tools_for(None), weigh=weigh)
    done = torimodosu("password", "check", tools=tools)
    assert done.status == 2
    assert "word lists cannot be read (Permission denied)" in done.err
