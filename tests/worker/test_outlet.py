import threading

import pytest

from torimodosu.frames import Message
from torimodosu.recovery.progress import Cancelled
from torimodosu.worker.outlet import ROWS_PER_MESSAGE, PipeOutlet


class Sent(list[Message]):
    """What was sent."""


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


@pytest.fixture
def outlet(sent: Sent, stop: threading.Event) -> PipeOutlet:
    return PipeOutlet(7, send=sent.append, stop=stop)


def test_progress_keeps_a_pace_and_forgets_nothing(
    sent: Sent, outlet: PipeOutlet
) -> None:
    for done in range(100_001):
        outlet.report(done, 100_000)
    outlet.tell_progress()
    outlet.tell_progress()
    assert len(sent) < 1000
    assert sent[0] == {"is": "progress", "number": 7, "done": 0, "total": 100_000}
    assert sent[-1] == {
        "is": "progress",
        "number": 7,
        "done": 100_000,
        "total": 100_000,
    }


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, []),
        (1, [1]),
        (ROWS_PER_MESSAGE, [ROWS_PER_MESSAGE]),
        (ROWS_PER_MESSAGE + 1, [ROWS_PER_MESSAGE, 1]),
    ],
)
def test_rows_go_in_messages_of_a_bounded_size(
    sent: Sent, outlet: PipeOutlet, count: int, sizes: list[int]
) -> None:
    outlet.rows(range(count))
    rows = [message["rows"] for message in sent]
    assert [len(part) for part in rows if isinstance(part, list)] == sizes
    assert [row for part in rows if isinstance(part, list) for row in part] == list(
        range(count)
    )


def test_work_that_was_cancelled_stops(
    sent: Sent, outlet: PipeOutlet, stop: threading.Event
) -> None:
    stop.set()
    with pytest.raises(Cancelled):
        outlet.report(1, 2)
    with pytest.raises(Cancelled):
        outlet.rows([1])
    assert sent == []
