import struct
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.network.time_packet import (
    Answer,
    between,
    question,
    read_answer,
    timestamp_of,
)
from torimodosu.recovery.twostep.clock import NoTimeError, TimeTrouble

NONCE = 0x0123456789ABCDEF
SECOND = 1 << 32


def answer(  # noqa: PLR0913 -- the fields of a packet
    *,
    first: int = 0b00_100_100,
    stratum: int = 1,
    delay: int = 0,
    dispersion: int = 0,
    origin: int = NONCE,
    received: int = 7 * SECOND,
    sent: int = 8 * SECOND,
) -> bytes:
    head = struct.pack("!BBbbiI4s", first, stratum, 6, -20, delay, dispersion, b"NICT")
    return head + struct.pack("!QQQQ", 5 * SECOND, origin, received, sent)


def test_a_question_tells_nothing_but_what_it_asks_for() -> None:
    packet = question(NONCE)
    assert packet[0] == 0b00_100_011
    assert packet[1:40] == bytes(39)
    assert packet[40:] == NONCE.to_bytes(8)


def test_an_answer_tells_both_moments_and_how_far_the_server_may_be_off() -> None:
    told = read_answer(answer(delay=1 << 15, dispersion=1 << 14), NONCE)
    within = timedelta(seconds=0.5 / 2 + 0.25)
    assert told == Answer(received=7 * SECOND, sent=8 * SECOND, within=within)


def test_an_answer_may_be_of_version_3_and_followed_by_more() -> None:
    assert read_answer(answer(first=0b00_011_100) + bytes(20), NONCE) is not None


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        answer()[:-1],
        answer(origin=NONCE + 1),
        answer(origin=0),
        question(NONCE),
        answer(first=0b00_100_011, origin=NONCE),
        answer(first=0b00_100_101, origin=NONCE),
    ],
    ids=["none", "short", "other", "no origin", "echo", "client", "broadcast"],
)
def test_what_does_not_answer_the_question_is_waited_past(packet: bytes) -> None:
    assert read_answer(packet, NONCE) is None


@pytest.mark.parametrize(
    ("packet", "trouble"),
    [
        (answer(stratum=0), TimeTrouble.SENT_AWAY),
        (answer(stratum=0, first=0b11_100_100), TimeTrouble.SENT_AWAY),
        (answer(first=0b11_100_100), TimeTrouble.NOT_BELIEVABLE),
        (answer(first=0b00_010_100), TimeTrouble.NOT_BELIEVABLE),
        (answer(first=0b00_101_100), TimeTrouble.NOT_BELIEVABLE),
        (answer(stratum=16), TimeTrouble.NOT_BELIEVABLE),
        (answer(delay=1 << 16), TimeTrouble.NOT_BELIEVABLE),
        (answer(delay=-1), TimeTrouble.NOT_BELIEVABLE),
        (answer(dispersion=1 << 16), TimeTrouble.NOT_BELIEVABLE),
        (answer(received=0), TimeTrouble.NOT_BELIEVABLE),
        (answer(sent=0), TimeTrouble.NOT_BELIEVABLE),
    ],
)
def test_a_server_that_does_not_know_the_time_is_not_believed(
    packet: bytes, trouble: TimeTrouble
) -> None:
    with pytest.raises(NoTimeError) as raised:
        read_answer(packet, NONCE)
    assert raised.value.trouble is trouble


@given(st.binary(max_size=120))
def test_no_packet_of_a_stranger_is_an_answer(packet: bytes) -> None:
    assert packet[24:32] == NONCE.to_bytes(8) or read_answer(packet, NONCE) is None


@given(st.binary(min_size=24, max_size=24), st.binary(min_size=16, max_size=40))
def test_whatever_stands_in_an_answer_it_is_read_or_refused(
    head: bytes, tail: bytes
) -> None:
    try:
        told = read_answer(head + NONCE.to_bytes(8) + tail, NONCE)
    except NoTimeError:
        return
    assert told is None or timedelta() <= told.within < timedelta(seconds=1.5)


@pytest.mark.parametrize("seconds", [-3.5, 0, 0.25, 40 * 365 * 86400])
def test_the_time_between_two_timestamps_spans_their_ages(seconds: float) -> None:
    before_2036 = timestamp_of(2_085_978_490.0)  # six seconds before they begin anew
    later = timestamp_of(2_085_978_490.0 + seconds)
    assert between(later, before_2036).total_seconds() == pytest.approx(seconds)
    assert between(before_2036, later).total_seconds() == pytest.approx(-seconds)
