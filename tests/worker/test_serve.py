"""The worker process itself, without a window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worker import program
from torimodosu.frames import Message, read_frame, to_frame

COMMAND = (sys.executable, "-P", str(Path(program.__file__)))
PATIENCE = 120

Worker = subprocess.Popen[bytes]


@pytest.fixture
def seconds_to_leave() -> float:
    """Return how long a job has to end: one that hears has enough."""
    return PATIENCE


@pytest.fixture
def worker(seconds_to_leave: float) -> Iterator[Worker]:
    pipe, command = subprocess.PIPE, [*COMMAND, str(seconds_to_leave)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        yield process
        process.kill()


def ask(worker: Worker, message: Message) -> None:
    assert worker.stdin is not None
    worker.stdin.write(to_frame(message))
    worker.stdin.flush()


def hear(worker: Worker) -> Message:
    assert worker.stdout is not None
    message = read_frame(worker.stdout)
    assert message is not None
    return message


def run(number: int, job: str, **arguments: object) -> Message:
    return {"is": "run", "number": number, "job": job, "arguments": arguments}


def test_a_job_is_done(worker: Worker) -> None:
    ask(worker, run(1, "find", rows=201))
    assert hear(worker) == {"is": "ready"}
    rows = hear(worker)["rows"], hear(worker)["rows"]
    assert rows == (list(range(200)), [200])
    assert hear(worker) == {"is": "done", "number": 1, "result": 201}


def test_without_a_window_the_worker_leaves(worker: Worker) -> None:
    assert hear(worker) == {"is": "ready"}
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    ("job", "seconds_to_leave", "status"), [("wait", PATIENCE, 0), ("be_deaf", 0.1, 1)]
)
def test_without_a_window_a_job_is_given_up(
    worker: Worker, job: str, status: int
) -> None:
    ask(worker, run(1, job))
    hear(worker)
    hear(worker)
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(PATIENCE) == status


def test_a_window_that_was_killed_ends_the_job(worker: Worker) -> None:
    ask(worker, run(1, "find", rows=10_000_000))
    assert worker.stdout is not None
    worker.stdout.close()
    assert worker.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        to_frame({"is": "dance"}),
        to_frame({"is": "run", "number": "1", "job": "count", "arguments": {}}),
        to_frame({"is": "run", "number": 1, "job": "count"}),
        to_frame(run(1, "wait"))[:-1],
    ],
)
def test_garbage_from_the_window_ends_the_worker_and_is_logged(
    worker: Worker, garbage: bytes
) -> None:
    _, errors = worker.communicate(garbage, PATIENCE)
    assert b"FrameError" in errors
    assert worker.returncode == 0


@pytest.mark.parametrize(
    ("job", "trouble"), [("fill_up", "disk_full"), ("stumble", "mistake")]
)
def test_a_failed_job_is_told_in_plain_data(
    worker: Worker, job: str, trouble: str
) -> None:
    ask(worker, run(1, job))
    hear(worker)
    message = hear(worker)
    assert (message["is"], message["trouble"]) == ("failed", trouble)
    ask(worker, run(2, "count", to=0))
    assert hear(worker) == {"is": "done", "number": 2, "result": 0}


@pytest.mark.skipif(sys.platform == "win32", reason="priorities have other names there")
def test_it_lets_everything_else_go_first(tmp_path: Path) -> None:
    script = (
        "from torimodosu.worker.priority import lower_priority as l; l(); import os"
    )
    command = [sys.executable, "-P", "-c", f"{script}; print(os.nice(0))"]
    output = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
    assert int(output.stdout) == max(os.nice(0), 19)
