import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.frames import (
    LARGEST,
    FrameError,
    FrameReader,
    Message,
    read_frame,
    to_frame,
)

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
MESSAGES = st.lists(st.dictionaries(st.text(), PLAIN, max_size=3), max_size=4)


def frame(body: bytes) -> bytes:
    return struct.pack(">4sI", b"tmd1", len(body)) + body


@given(MESSAGES, st.integers(1, 50))
def test_messages_survive_the_pipe_in_pieces_of_any_size(
    messages: list[Message], size: int
) -> None:
    stream = b"".join(map(to_frame, messages))
    reader, whole = FrameReader(), []
    for start in range(0, len(stream), size):
        reader.feed(stream[start : start + size])
        while (message := reader.next()) is not None:
            whole.append(message)
    assert whole == messages


@given(MESSAGES)
def test_a_stream_is_read_to_its_end(messages: list[Message]) -> None:
    stream = io.BytesIO(b"".join(map(to_frame, messages)))
    assert list(iter(lambda: read_frame(stream), None)) == messages


def test_half_of_a_surrogate_pair_survives() -> None:
    message = {"source": "/mail/\udcff"}
    assert read_frame(io.BytesIO(to_frame(message))) == message


@pytest.mark.parametrize(
    ("stream", "fault"),
    [
        (b"Traceback (most recent call last):\n", "begins with b'Trac'"),
        (b"\0" * 8, "begins with"),
        (b"tm", "begins with|within"),
        (struct.pack(">4sI", b"tmd1", LARGEST + 1), "larger"),
        (frame(b'{"a": 1}')[:-1], "within a message"),
        (struct.pack(">4sI", b"tmd1", 5), "within a message"),
        (frame(b"not json"), "no JSON"),
        (frame(b"\xff\xfe"), "no JSON"),
        (frame(b"[" * 100_000), "no JSON"),
        (frame(b"[]"), "no JSON object"),
        (frame(b""), "no JSON"),
    ],
)
def test_what_is_no_frame_is_told(stream: bytes, fault: str) -> None:
    with pytest.raises(FrameError, match=fault):
        read_frame(io.BytesIO(stream))


@pytest.mark.parametrize(
    "stream", [b"Traceback (most", frame(b"[]"), struct.pack(">4sI", b"tmd1", 1 << 31)]
)
def test_a_reader_of_pieces_tells_it_as_soon_as_it_can(stream: bytes) -> None:
    reader = FrameReader()
    reader.feed(stream)
    with pytest.raises(FrameError):
        reader.next()


@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_another_error(stream: bytes) -> None:
    try:
        message = read_frame(io.BytesIO(stream))
    except FrameError:
        return
    assert message is None or json.dumps(message)


def test_a_message_too_large_is_not_sent() -> None:
    with pytest.raises(FrameError, match="larger"):
        to_frame({"text": "x" * LARGEST})
