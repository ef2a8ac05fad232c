"""Asking for leaked passwords, at a real server that speaks the same protocol."""

import socket
from collections.abc import Iterator

import pytest

from tests.adapters.network.range_server import RangeServer, serving_ranges
from torimodosu.adapters.network.hash_ranges import (
    SECONDS_BETWEEN_QUESTIONS,
    HttpHashRanges,
)
from torimodosu.recovery.passwords.breach import BreachState
from torimodosu.recovery.passwords.hash_ranges import (
    AskedHashes,
    NoRangeError,
    read_range,
)
from torimodosu.recovery.progress import Cancelled

FOUND = "AAAAA" + "1" * 35
NEAR = "AAAAA" + "2" * 35
FAR = "BBBBB" + "3" * 35
# The server fills its answers up with this row, which was never found.
PADDING = "CCCCC" + f"{800:035X}"


@pytest.fixture
def server() -> Iterator[RangeServer]:
    with serving_ranges() as serving:
        serving.found = {FOUND: 12}
        yield serving


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def ranges(server: RangeServer, waits: list[float]) -> Iterator[HttpHashRanges]:
    with server.ranges(waits.append) as opened:
        yield opened


def starts(server: RangeServer) -> list[str]:
    return [path for path, _ in server.heard]


def nothing(*_: int) -> None:
    """Neither count nor stop."""


def test_each_hash_has_its_answer(ranges: HttpHashRanges) -> None:
    answers = AskedHashes().look_up(
        [FOUND, NEAR, FAR, PADDING], ranges, before=nothing, beat=nothing
    )
    assert (answers[FOUND].state, answers[FOUND].times) == (BreachState.FOUND, 12)
    assert {answers[one].state for one in (NEAR, FAR, PADDING)} == {
        BreachState.NOT_FOUND
    }


def test_only_five_digits_leave_and_each_beginning_is_asked_once(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    counted: list[int] = []
    AskedHashes().look_up(
        [FAR, FOUND, NEAR], ranges, before=counted.append, beat=nothing
    )
    assert starts(server) == ["/range/AAAAA", "/range/BBBBB"]
    assert counted == [2]
    headers = server.heard[0][1]
    assert headers["Add-Padding"] == "true"
    assert headers["User-Agent"] == "Torimodosu"
    assert set(headers) == {
        *("Host", "Accept-Encoding", "Add-Padding", "User-Agent", "Accept"),
    }


def test_questions_follow_each_other_slowly(
    ranges: HttpHashRanges, waits: list[float]
) -> None:
    AskedHashes().look_up([FOUND, FAR], ranges, before=nothing, beat=nothing)
    assert waits == [SECONDS_BETWEEN_QUESTIONS] * 2


def test_a_service_that_is_busy_is_left_alone_as_long_as_it_says(
    server: RangeServer, ranges: HttpHashRanges, waits: list[float]
) -> None:
    server.refusals = 2
    assert FOUND[5:] in ranges.ask("AAAAA")
    assert waits == [7.0, 7.0, SECONDS_BETWEEN_QUESTIONS]


def test_a_service_that_stays_busy_is_given_up(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    server.refusals = 9
    with pytest.raises(NoRangeError):
        ranges.ask("AAAAA")
    assert len(server.heard) == 3


def test_a_connection_that_was_closed_is_opened_again(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    server.hangs_up = True
    assert ranges.ask("AAAAA") == ranges.ask("AAAAA")


@pytest.mark.parametrize(
    "answer",
    [b"", b"<html>Sign in to this network</html>", b"0" * 35, b"A" * (2**20 + 1)],
)
def test_what_is_no_list_is_no_answer(
    server: RangeServer, ranges: HttpHashRanges, answer: bytes
) -> None:
    server.answer = answer
    with pytest.raises(NoRangeError):
        read_range(ranges.ask("AAAAA"))


def refused() -> pytest.RaisesExc[NoRangeError]:
    return pytest.raises(NoRangeError)


def test_without_a_way_there_nothing_is_answered(waits: list[float]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        with HttpHashRanges.of("127.0.0.1", port=port) as ranges, refused():
            ranges.ask("AAAAA")
    assert waits == []


def test_a_server_that_cannot_prove_who_it_is_is_not_asked(
    server: RangeServer,
) -> None:
    with HttpHashRanges.of("127.0.0.1", port=server.port) as ranges, refused():
        ranges.ask("AAAAA")
    assert server.heard == []


def test_who_stops_goes_on_where_it_stopped(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    asked = AskedHashes()

    def stop(answered: int, _total: int) -> None:
        if answered == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        asked.look_up([FOUND, FAR], ranges, before=nothing, beat=stop)
    counted: list[int] = []
    answers = asked.look_up([FOUND, FAR], ranges, before=counted.append, beat=nothing)
    assert starts(server) == ["/range/AAAAA", "/range/BBBBB"]
    assert counted == [1]
    assert answers[FOUND].times == 12


def test_what_was_answered_to_its_end_is_forgotten(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    asked = AskedHashes()
    for _ in range(2):
        asked.look_up([FOUND], ranges, before=nothing, beat=nothing)
    assert len(server.heard) == 2


def test_nothing_is_asked_that_could_not_be_kept(
    server: RangeServer, ranges: HttpHashRanges
) -> None:
    def refuse(_: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        AskedHashes().look_up([FOUND], ranges, before=refuse, beat=nothing)
    assert server.heard == []
