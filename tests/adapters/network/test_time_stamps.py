"""Asking a time stamp authority over HTTP."""

import socket
from contextlib import closing

import pytest

from tests.adapters.network.stamp_server import HERE, Counter, stamping
from torimodosu.adapters.network.time_stamps import HttpAuthority
from torimodosu.recovery.evidence.timestamps.asking import NoAnswer, NoAnswerError


def why_not(address: str, patience: float = 120.0) -> NoAnswer:
    with pytest.raises(NoAnswerError) as told:
        HttpAuthority(address, patience=patience).ask(b"question")
    return told.value.why


def test_the_question_goes_there_and_the_answer_comes_back() -> None:
    counter = Counter(answer=lambda question: b"answer to " + question)
    with stamping(counter) as address:
        authority = HttpAuthority(address)
        assert authority.host == HERE
        assert authority.ask(b"question") == b"answer to question"
    kind = "application/timestamp-query"
    assert counter.asked == [("/stamps?kind=one", kind, b"question")]


@pytest.mark.parametrize("status", [301, 307, 404, 500])
def test_it_is_followed_nowhere_else(status: int) -> None:
    headers = {"Location": "http://elsewhere.example/"}
    counter = Counter(answer=lambda _: b"", status=status, headers=headers)
    with stamping(counter) as address:
        assert why_not(address) is NoAnswer.NO_STAMP
    assert len(counter.asked) == 1


def test_an_answer_without_end_is_cut() -> None:
    counter = Counter(answer=lambda _: bytes(2**20 + 1))
    with stamping(counter) as address:
        assert why_not(address) is NoAnswer.NO_STAMP


def test_nobody_there_is_told() -> None:
    with closing(socket.create_server((HERE, 0))) as server:
        port = server.getsockname()[1]
    assert why_not(f"http://{HERE}:{port}/") is NoAnswer.NOBODY
    assert why_not("http://no-such-host.invalid/") is NoAnswer.NOBODY


def test_a_silent_host_is_told() -> None:
    with closing(socket.create_server((HERE, 0))) as server:
        address = f"http://{HERE}:{server.getsockname()[1]}/"
        assert why_not(address, patience=0.1) is NoAnswer.NOBODY


def test_a_host_that_cannot_prove_who_it_is_is_told() -> None:
    counter = Counter(answer=lambda question: question)
    with stamping(counter) as address:
        assert why_not(address.replace("http:", "https:")) is NoAnswer.NOBODY
    assert counter.asked == []
