import socket
from datetime import timedelta

import pytest

from tests.adapters.network.time_server import serving, telling
from torimodosu.adapters.network.sntp import SntpServer
from torimodosu.recovery.twostep.clock import NoTimeError, TimeTrouble

HOST = "127.0.0.1"
MUCH = 120.0  # seconds of patience with a server that answers


@pytest.mark.parametrize("off", [0.0, 47.25, -3600.0, 40 * 365 * 86400.0])
def test_a_server_tells_by_how_much_this_computer_is_off(off: float) -> None:
    with serving(telling(off)) as (port, questions):
        reading = SntpServer(port=port, patience=MUCH).ask(HOST)
    assert reading.host == HOST
    assert abs(reading.ahead + timedelta(seconds=off)) <= reading.within
    assert len(questions) == 1


def test_no_two_questions_are_the_same_and_none_tells_the_time() -> None:
    with serving(telling(0)) as (port, questions):
        server = SntpServer(port=port, patience=MUCH)
        for _ in range(3):
            server.ask(HOST)
    assert len(set(questions)) == 3
    assert {question[1:40] for question in questions} == {bytes(39)}


def test_packets_of_strangers_are_waited_past() -> None:
    def answer(question: bytes) -> list[bytes]:
        forged = telling(500)(question[:40] + bytes(8))
        return [b"", b"junk" * 20, *forged, *telling(47)(question)]

    with serving(answer) as (port, _):
        reading = SntpServer(port=port, patience=MUCH).ask(HOST)
    assert abs(reading.ahead + timedelta(seconds=47)) <= reading.within


def test_a_server_that_sends_us_away_is_not_asked_again() -> None:
    with (
        serving(telling(0, stratum=0)) as (port, questions),
        pytest.raises(NoTimeError) as raised,
    ):
        SntpServer(port=port, patience=MUCH).ask(HOST)
    assert len(questions) == 1
    assert raised.value.trouble is TimeTrouble.SENT_AWAY


def test_a_server_that_keeps_silent_is_not_waited_for_long() -> None:
    with (
        serving(lambda _: []) as (port, questions),
        pytest.raises(NoTimeError) as raised,
    ):
        SntpServer(port=port, patience=0.05).ask(HOST)
    # Counted once the server has ended: it may hear the question later than that.
    assert len(questions) == 1
    assert raised.value.trouble is TimeTrouble.NO_ANSWER


def test_where_one_address_does_not_answer_another_may() -> None:
    with serving(telling(47)) as (port, _):
        server = SntpServer(port=port, patience=MUCH)
        reading = server.ask("localhost")  # ::1 comes before 127.0.0.1
    assert abs(reading.ahead + timedelta(seconds=47)) <= reading.within


def test_a_closed_door_is_no_answer() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind((HOST, 0))
        port = line.getsockname()[1]
    with pytest.raises(NoTimeError) as raised:
        SntpServer(port=port, patience=0.05).ask(HOST)
    assert raised.value.trouble is TimeTrouble.NO_ANSWER


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 64 + ".invalid", "a..b"])
def test_a_host_that_is_none_is_said_to_be_none(host: str) -> None:
    with pytest.raises(NoTimeError) as raised:
        SntpServer().ask(host)
    assert raised.value.trouble is TimeTrouble.NO_SUCH_HOST
