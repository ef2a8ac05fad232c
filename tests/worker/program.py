"""A worker process whose jobs are as odd as a test needs them.

Takes the seconds that a job has to end once the window has gone, if not as usual.
"""

import os
import sys
import threading
import time
from collections.abc import Mapping
from typing import BinaryIO

from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.worker import serve as serving
from torimodosu.worker.job import Arguments, HeavyJob, Outlet
from torimodosu.worker.pipes import take_pipes

PATIENCE = 120
MAIL = {
    "sha256": "0" * 64,
    "origin": {"source": "/mail/\udcff", "offset": 0, "length": 10},
    "message_id": "",
    "date": "2026-03-13T23:50:00+09:00",
    "sender_name": "店",
    "sender_address": "a@example.com",
    "subject": "注文済み",
    "service": "amazon.co.jp",
    "kind": "order_confirmation",
}


def count(arguments: Arguments, outlet: Outlet) -> object:
    total = arguments["to"]
    assert isinstance(total, int)
    for position in range(1, total + 1):
        outlet.report(position, total)
    return total


def find(arguments: Arguments, outlet: Outlet) -> object:
    rows = arguments["rows"]
    assert isinstance(rows, int)
    outlet.rows(list(range(rows)))
    return rows


def find_mails(_arguments: Arguments, outlet: Outlet) -> object:
    outlet.rows([MAIL])
    return None


def shout(_arguments: Arguments, _outlet: Outlet) -> object:
    print("a stray print")  # noqa: T201 -- what this is about
    os.write(1, b"and a stray write")
    return sys.stdin.read()


def wait(_arguments: Arguments, outlet: Outlet) -> object:
    """Tell the number of this process, then wait to be cancelled."""
    outlet.rows([os.getpid()])
    for _ in range(PATIENCE * 100):
        outlet.report(1, 2)
        time.sleep(0.01)
    return None


def be_deaf(_arguments: Arguments, outlet: Outlet) -> object:
    """Wait without ever looking whether to stop."""
    outlet.rows([os.getpid()])
    threading.Event().wait(PATIENCE)
    return None


def fill_up(_arguments: Arguments, _outlet: Outlet) -> object:
    raise StoreError(StoreTrouble.FULL, "no room")


def stumble(_arguments: Arguments, _outlet: Outlet) -> object:
    message = "boom"
    raise ValueError(message)


def jobs(replies: BinaryIO) -> Mapping[str, HeavyJob]:
    def babble(_arguments: Arguments, _outlet: Outlet) -> object:
        replies.write(b"Traceback (most recent call last):")
        threading.Event().wait(PATIENCE)
        return None

    def answer_another(_arguments: Arguments, outlet: Outlet) -> object:
        del outlet
        replies.write(b'tmd1\0\0\0\x1d{"is":"progress","number":99}')
        threading.Event().wait(PATIENCE)
        return None

    return {
        "count": count,
        "find": find,
        "find_mails": find_mails,
        "shout": shout,
        "wait": wait,
        "be_deaf": be_deaf,
        "fill_up": fill_up,
        "stumble": stumble,
        "babble": babble,
        "answer_another": answer_another,
    }


if __name__ == "__main__":
    if sys.argv[1:]:
        serving.SECONDS_TO_LEAVE = float(sys.argv[1])
    pipes = take_pipes()
    serving.serve(*pipes, load_jobs=lambda: jobs(pipes[1]))
