from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from tests.recovery.evidence.intakes import (
    COVERED,
    WANTED,
    finds,
    intake,
    kinds_noted,
    places_at,
)
from torimodosu.adapters.archive import verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.intake import BATCH, Places, take_in
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.ports import (
    Archive,
    ArchiveFullError,
    ArchiveUnwritableError,
)
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.search import (
    Found,
)
from torimodosu.recovery.progress import Cancelled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bag"


@pytest.fixture
def places(folder: Path) -> Places:
    return places_at(folder)


@pytest.mark.parametrize("most", [0, 1, 205])
def test_a_cancelled_intake_keeps_and_seals_what_was_done(
    places: Places, folder: Path, most: int
) -> None:
    report = intake(places, *finds(range(300)), progress=Steps(most))
    assert report.ending is Ending.CANCELLED
    assert report.kept == len(places.mails.all()) == most
    assert report.manifest is not None
    assert verify_bag(folder).valid
    assert kinds_noted(places)[-1] is Kind.MAILS_KEPT


def test_a_listener_that_cancels_loses_no_mail(places: Places) -> None:
    def stop(mails: Sequence[KeptMail]) -> None:
        raise Cancelled(len(mails))

    mailboxes = FakeMailboxes(*finds(range(BATCH + 9)))
    report = take_in(
        ["box"],
        wanted=WANTED,
        places=replace(places, mailboxes=mailboxes),
        progress=Steps(),
        on_mails=stop,
    )
    assert report.ending is Ending.CANCELLED
    assert report.kept == len(places.mails.all()) == BATCH


class Filling:
    """An archive whose disk is full, or locked, after some mails or at sealing."""

    def __init__(self, archive: Archive, *, after: int, error: Exception) -> None:
        self._archive = archive
        self._after = after
        self._error = error

    def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
        yield from self._archive.keep(*found[: self._after])
        if len(found) > self._after:
            self._after = 0
            raise self._error
        self._after -= len(found)

    def read(self, sha256: str) -> bytes:
        return self._archive.read(sha256)

    def keep_keys(self, document: bytes) -> None:
        self._archive.keep_keys(document)

    def keep_stamp(self, question: bytes, answer: bytes) -> None:
        self._archive.keep_stamp(question, answer)

    def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
        if self._after > 0:
            raise self._error
        return self._archive.seal(mails, journal)


@pytest.mark.parametrize(
    ("error", "ending"),
    [
        (ArchiveFullError(), Ending.DISK_FULL),
        (ArchiveUnwritableError(), Ending.UNWRITABLE),
    ],
)
def test_a_disk_that_takes_no_more_ends_the_intake(
    places: Places, folder: Path, error: Exception, ending: Ending
) -> None:
    archive = Filling(places.archive, after=2, error=error)
    report = intake(replace(places, archive=archive), *finds(range(5)), COVERED)
    assert report.ending is ending
    assert report.kept == len(places.mails.all()) == 2
    assert report.manifest is not None
    assert verify_bag(folder).valid
    assert f"ending={ending.value}" in places.journal.entries()[-1].text


@pytest.mark.parametrize(
    ("error", "ending"),
    [
        (ArchiveFullError(), Ending.DISK_FULL),
        (ArchiveUnwritableError(), Ending.UNWRITABLE),
    ],
)
def test_a_bag_that_cannot_be_sealed_is_told(
    places: Places, error: Exception, ending: Ending
) -> None:
    archive = Filling(places.archive, after=9, error=error)
    report = intake(replace(places, archive=archive), *finds(range(5)), COVERED)
    assert (report.ending, report.manifest) == (ending, None)
    assert all(archive.read(mail.sha256) for mail in places.mails.all())


def test_mails_kept_before_a_kill_are_read_by_the_next_intake(
    places: Places, folder: Path
) -> None:
    for finding in finds(range(3)):
        places.archive.keep(finding)
    report = intake(places, *finds(range(3)), COVERED)
    assert report.kept == len(places.mails.all()) == 3
    assert verify_bag(folder).valid
