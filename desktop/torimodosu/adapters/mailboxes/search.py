"""The mails of a case, found in the files that the user chose."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from torimodosu.adapters.mailboxes import scanning
from torimodosu.adapters.mailboxes.buffers import read_span
from torimodosu.adapters.mailboxes.charsets import guessed
from torimodosu.adapters.mailboxes.quoting import quoting_of
from torimodosu.adapters.mailboxes.runs import Run
from torimodosu.adapters.mailboxes.scanning import Hit, Scanned
from torimodosu.adapters.mailboxes.sources import MailFiles, MboxFile
from torimodosu.adapters.mailboxes.tasks import Part, Task, files_of
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.adapters.mailboxes.zip_members import Member, ZipError, unpack
from torimodosu.adapters.mailboxes.zipped import ZippedFiles
from torimodosu.adapters.workers import Workers
from torimodosu.recovery.mail.search import (
    Covered,
    Finding,
    Found,
    NotCovered,
    PassedOver,
    Quoting,
    Trouble,
    Wanted,
)
from torimodosu.recovery.progress import Progress

# What keeps a file from being read to its end.
_ENDS_A_FILE = (Trouble.NO_PERMISSION, Trouble.NOT_FOUND, Trouble.UNREADABLE)


class FileMailboxes:
    """Mailboxes that are files. Implements `recovery.mail.search.Mailboxes`.

    Large ones are read by child processes, which stay for the next search until
    `close`.
    """

    def __init__(self, processes: int = 2) -> None:
        self._workers = Workers(processes)

    def search(
        self, sources: Sequence[str], wanted: Wanted, progress: Progress
    ) -> Iterator[Finding]:
        """Yield the wanted mails of *sources* and what was and was not covered.

        Mails come in the order of the sources, and of their offsets. A wanted mail
        above `scanning.LARGEST_MAIL` bytes is told as too large.
        """
        work = partial(scanning.search, wanted=wanted)
        run = Run(self._workers, work, sources, progress)
        for place in run.places:
            if isinstance(place, NotCovered | PassedOver):
                yield _named(place)
            else:
                yield from map(_named, _findings(place, run))

    def close(self) -> None:
        """End the child processes."""
        self._workers.close()


def _findings(
    place: MboxFile | MailFiles | ZippedFiles, run: Run[Scanned]
) -> Iterator[Finding]:
    """Yield what was found in one place, and at last that it was covered."""
    messages = size = passed_over = 0
    newest: datetime | None = None
    told: dict[NotCovered, None] = {}
    unpacked = _Unpacked()
    for task, result in run.over(place):
        scanned = result or _died(task)
        for trouble in scanned.troubles:
            if isinstance(trouble, PassedOver):
                passed_over += trouble.files
            elif trouble not in told:
                told[trouble] = None
                yield trouble
        messages += scanned.messages
        size += task.size
        newest = max(filter(None, (newest, scanned.newest)), default=None)
        for hit in scanned.hits:
            run.report()
            yield _found(hit, unpacked)
    if passed_over:
        yield PassedOver(source=_source(place), files=passed_over)
    if isinstance(place, MboxFile):
        covered = not any(trouble.trouble in _ENDS_A_FILE for trouble in told)
    else:
        covered = messages > 0
    if covered:
        yield Covered(
            source=_source(place), messages=messages, size=size, newest=newest
        )
    elif isinstance(place, ZippedFiles) and place.is_chosen and not told:
        yield not_covered(place.path, Trouble.NO_MAIL_INSIDE)


def _source(place: MboxFile | MailFiles | ZippedFiles) -> str:
    return place.source if isinstance(place, MailFiles) else place.path


def _named(finding: Finding) -> Finding:
    """Return *finding* with a source that can be stored and shown.

    A file system may hold names that are no UTF-8, as old archives from Japan do.
    """
    if isinstance(finding, Found):
        origin = replace(finding.origin, source=_readable(finding.origin.source))
        return replace(finding, origin=origin)
    return replace(finding, source=_readable(finding.source))


def _readable(path: str) -> str:
    try:
        path.encode()
    except UnicodeEncodeError:
        return guessed(os.fsencode(path))
    return path


class _Unpacked:
    """The file of a zip file that was unpacked last: the next mail often lies there."""

    def __init__(self) -> None:
        self._member: Member | None = None
        self._content = b""

    def content(self, member: Member) -> bytes:
        """Return what is in a file of a zip file.

        Raises:
            OSError: If the zip file cannot be read.
            ZipError: If it is damaged or was changed.

        """
        if member != self._member:
            self._content = unpack(member)
            self._member = member
        return self._content


def _found(hit: Hit, unpacked: _Unpacked) -> Finding:
    origin = hit.origin
    offset = origin.offset if hit.in_mbox else None
    try:
        raw = _bytes_of(hit, unpacked)
    except OSError as error:
        return not_covered(origin.source, error, offset)
    except ZipError as error:
        return not_covered(origin.source, error.trouble, offset)
    except MemoryError:  # for this mail; there is enough for the next
        return not_covered(origin.source, Trouble.TOO_LARGE, offset)
    if len(raw) < origin.length:  # somebody cut the file short in the meantime
        return not_covered(origin.source, Trouble.TRUNCATED, offset)
    quoting = quoting_of(raw) if hit.in_mbox else Quoting.NONE
    return Found(origin=origin, raw=raw, quoting=quoting)


def _bytes_of(hit: Hit, unpacked: _Unpacked) -> bytes:
    origin = hit.origin
    if hit.member is None:
        return read_span(origin.source, origin.offset, origin.length)
    content = unpacked.content(hit.member)
    return content[origin.offset : origin.offset + origin.length]


def _died(task: Task) -> Scanned:
    """Return what came out of a task that nobody could finish."""
    offset = task.begin if isinstance(task, Part) else None
    troubles = [
        not_covered(file, Trouble.UNREADABLE, offset) for file in files_of(task)
    ]
    return Scanned(messages=0, newest=None, hits=(), troubles=tuple(troubles))
