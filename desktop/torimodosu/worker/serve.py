"""Take requests from the window until it goes away."""

import logging
import os
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from torimodosu.frames import (
    FrameError,
    JobTrouble,
    Message,
    Word,
    read_frame,
    to_frame,
)
from torimodosu.recovery.progress import Cancelled
from torimodosu.worker.failures import trouble_of
from torimodosu.worker.job import Arguments, HeavyJob
from torimodosu.worker.outlet import PipeOutlet

log = logging.getLogger(__name__)

SECONDS_TO_LEAVE = 2.0


def serve(
    requests: BinaryIO,
    replies: BinaryIO,
    *,
    load_jobs: Callable[[], Mapping[str, HeavyJob]],
) -> None:
    """Run the requested jobs, one after the other, until *requests* ends.

    *load_jobs* does the slow imports: the window hears READY when it is through.
    """
    worker = _Worker(requests, replies)
    jobs = load_jobs()
    worker.send({"is": Word.READY.value})
    worker.work(jobs)


@dataclass(frozen=True, slots=True)
class _Request:
    number: int
    job: str
    arguments: Arguments


class _Worker:
    def __init__(self, requests: BinaryIO, replies: BinaryIO) -> None:
        self._requests = requests
        self._replies = replies
        self._waiting: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._stops: dict[int, threading.Event] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def send(self, message: Message) -> None:
        """Write *message* to the window; without a window there is nothing to do."""
        frame = memoryview(to_frame(message))
        try:
            while frame:
                frame = frame[self._replies.write(frame) :]
        except OSError:
            os._exit(0)

    def work(self, jobs: Mapping[str, HeavyJob]) -> None:
        """Do what is requested, until the window has gone."""
        while (request := self._waiting.get()) is not None:
            self._run(jobs, request)
            del self._stops[request.number]

    def _run(self, jobs: Mapping[str, HeavyJob], request: _Request) -> None:
        number = request.number
        outlet = PipeOutlet(number, send=self.send, stop=self._stops[number])
        try:
            result = jobs[request.job](request.arguments, outlet)
        except Cancelled:
            self.send({"is": Word.CANCELLED.value, "number": number})
        except Exception as error:
            trouble = trouble_of(error)
            if trouble is JobTrouble.MISTAKE:
                log.exception("job %s failed", request.job)
            self.send(
                {
                    "is": Word.FAILED.value,
                    "number": number,
                    "trouble": trouble.value,
                    "detail": f"{type(error).__name__}: {error}",
                }
            )
        else:
            outlet.tell_progress()
            self.send({"is": Word.DONE.value, "number": number, "result": result})

    def _listen(self) -> None:
        try:
            while (message := read_frame(self._requests)) is not None:
                self._take(message)
        except (FrameError, OSError):
            log.exception("the window sent no message")
        self._leave()

    def _take(self, message: Message) -> None:
        match message:
            case {"is": Word.CANCEL.value, "number": int(number)}:
                # A job that has ended by now has nothing to stop.
                if (stop := self._stops.get(number)) is not None:
                    stop.set()
            case {
                "is": Word.RUN.value,
                "number": int(number),
                "job": str(job),
                "arguments": dict(arguments),
            }:
                self._stops[number] = threading.Event()
                self._waiting.put(_Request(number, job, arguments))
            case _:
                fault = f"no request: {message!r:.80}"
                raise FrameError(fault)

    def _leave(self) -> None:
        self._waiting.put(None)
        for stop in list(self._stops.values()):
            # Whatever is confirmed has been kept: who does not hear may be cut off.
            timer = threading.Timer(SECONDS_TO_LEAVE, os._exit, [1])
            timer.daemon = True
            timer.start()
            stop.set()
