import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from torimodosu.adapters.workers import Workers
from torimodosu.recovery.progress import Cancelled


@pytest.fixture
def workers() -> Iterator[Workers]:
    started = Workers(2)
    yield started
    started.close()
    assert multiprocessing.active_children() == []


def squared(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def failing(number: int) -> int:
    message = f"no {number}"
    raise ValueError(message)


def deadly_once(marks: str) -> str:
    """Die if no other child has died of this task before."""
    mark = Path(marks)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


def deadly(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def nothing() -> None:
    pass


def test_results_come_in_the_order_of_the_tasks(workers: Workers) -> None:
    results = workers.results(squared, range(50), nothing)
    assert list(results) == [number * number for number in range(50)]


def test_tasks_can_begin_before_a_result_is_asked_for(workers: Workers) -> None:
    tasks = iter(range(50))
    results = workers.begun(squared, tasks, nothing)
    assert list(tasks) == []
    assert list(results) == [number * number for number in range(50)]


def test_tasks_run_in_other_processes_which_stay(workers: Workers) -> None:
    first = set(workers.results(process, range(50), nothing))
    second = set(workers.results(process, range(50), nothing))
    assert os.getpid() not in first
    assert len(first | second) <= 2


def test_what_a_task_raises_is_raised_here(workers: Workers) -> None:
    with pytest.raises(ValueError, match="no 0"):
        list(workers.results(failing, range(3), nothing))
    assert list(workers.results(squared, [3], nothing)) == [9]


def test_the_task_of_a_killed_child_is_done_again(
    workers: Workers, tmp_path: Path
) -> None:
    tasks = [str(tmp_path / name) for name in "abc"]
    assert list(workers.results(deadly_once, tasks, nothing)) == ["a", "b", "c"]


def test_a_task_that_kills_every_child_is_told_and_the_rest_goes_on(
    workers: Workers,
) -> None:
    assert list(workers.results(deadly, range(5), nothing)) == [0, 1, None, 3, 4]


def waiting(path: str) -> bytes:
    """Wait until the test writes into a pipe."""
    return Path(path).read_bytes()


def test_waiting_can_be_cancelled(workers: Workers, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(workers.results(waiting, [str(pipe)], stop))


def test_an_abandoned_run_does_not_disturb_the_next(workers: Workers) -> None:
    abandoned = workers.results(squared, range(100), nothing)
    assert next(abandoned) == 0
    abandoned.close()
    assert list(workers.results(squared, [5, 6], nothing)) == [25, 36]


KILLED = """
import os, signal
from torimodosu.adapters.workers import Workers
assert list(Workers(2).results(abs, [-1, -2, -3], int)) == [1, 2, 3]
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_children_leave_when_the_parent_is_killed() -> None:
    # They hold its standard output: reading that ends when the last of them leaves.
    ended = subprocess.run(
        [sys.executable, "-c", KILLED], stdout=subprocess.PIPE, check=False, timeout=120
    )
    assert ended.returncode == -signal.SIGKILL


KILLED_AT_WORK = """
import sys
from pathlib import Path
from torimodosu.adapters.workers import Workers
list(Workers(1).results(Path.read_bytes, [Path(sys.argv[1])], int))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are of Unix")
def test_children_leave_in_the_middle_of_a_task_when_the_parent_is_killed(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED_AT_WORK, pipe], stdout=subprocess.PIPE
    )
    with pipe.open("wb"):  # waits until the child reads; it would do so for ever
        killed.kill()
        # The child holds the standard output, too.
        killed.communicate(timeout=120)


KILLED_EARLY = """
import multiprocessing, os, signal
from torimodosu.adapters.workers import Workers
Workers(1).warm_up(abs, 1)
while not multiprocessing.active_children():
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_children_that_are_still_loading_then_leave_without_a_word() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_EARLY],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGKILL, b"", b"")


UNIMPORTABLE = """
from torimodosu.adapters.workers import Workers
workers = Workers(2)
assert list(workers.results(abs, [-1, -2, -3], int)) == [1, 2, 3]
workers.close()
"""


def test_where_no_child_can_begin_the_work_is_done_all_the_same() -> None:
    # A child imports the program again, which cannot be done with a pipe.
    ended = subprocess.run(
        [sys.executable, "-"],
        input=UNIMPORTABLE.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert ended.returncode == 0


def test_a_daemon_which_may_have_no_children_does_the_work_itself() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    daemon = context.Process(target=work_as_daemon, args=(theirs,), daemon=True)
    daemon.start()
    theirs.close()
    pid, results = ours.recv()
    daemon.join()
    assert results == [pid, pid]


def work_as_daemon(connection: "multiprocessing.connection.Connection") -> None:
    workers = Workers(1)
    results = list(workers.results(process, range(2), nothing))
    workers.close()
    connection.send((os.getpid(), results))
