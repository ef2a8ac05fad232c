import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from tests.recovery.evidence.intakes import (
    COVERED,
    WANTED,
    finds,
    intake,
    places_at,
)
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.intake import BATCH, GROUP, Places, take_in
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.ports import (
    Archive,
    ArchiveFullError,
)
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import (
    Found,
    NotCovered,
    PassedOver,
    Quoting,
    Trouble,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "bag"


@pytest.fixture
def places(folder: Path) -> Places:
    return places_at(folder)


def test_wanted_mails_are_kept_read_and_sealed(places: Places, folder: Path) -> None:
    report = intake(places, *finds(range(3)), COVERED)
    assert report.ending is Ending.DONE
    assert (report.kept, report.messages, report.covered) == (3, 9, (COVERED,))
    assert report.kinds == {MailKind.OTHER: 3}
    mails = places.mails.all()
    assert [places.archive.read(mail.sha256) for mail in mails] == [
        raw_mail(number) for number in range(3)
    ]
    assert mails[1].subject == "Amazon.co.jp order 1"
    assert mails[1].sender_name == "Amazon.co.jp"
    assert mails[1].origin.offset == 1000
    assert verify_bag(folder).valid
    manifest = (folder / "manifest-sha256.txt").read_bytes()
    assert report.manifest == hashlib.sha256(manifest).hexdigest()


def test_the_sources_and_what_is_wanted_are_passed_on(places: Places) -> None:
    mailboxes = FakeMailboxes()
    places = replace(places, mailboxes=mailboxes)
    take_in(["a", "b"], wanted=WANTED, places=places, progress=Steps())
    assert mailboxes.asked == [(["a", "b"], WANTED)]


def test_what_was_done_stands_in_the_sealed_journal(
    places: Places, folder: Path
) -> None:
    intake(places, *finds(range(2)), COVERED)
    chosen, kept = places.journal.entries()
    assert (chosen.kind, chosen.text) == (Kind.SOURCE_CHOSEN, "box")
    assert kept.kind is Kind.MAILS_KEPT
    assert kept.text == (
        "ending=done kept=2 again=0 same_bytes=0 sources=1 passed_over=0"
    )
    assert kept.text in (folder / "data/journal.txt").read_text("utf-8")


@pytest.mark.parametrize("mails", [0, GROUP, GROUP + 1])
def test_the_archive_is_not_asked_to_keep_nothing(
    folder: Path, places: Places, mails: int
) -> None:
    asked: list[int] = []

    class Heard(BagArchive):
        """An archive that notes how many mails it is asked to keep."""

        def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
            asked.append(len(found))
            return super().keep(*found)

    intake(replace(places, archive=Heard(folder)), *finds(range(mails)), COVERED)
    assert sum(asked) == mails
    assert all(0 < number <= GROUP for number in asked)


def test_mails_come_in_batches(places: Places) -> None:
    batches: list[int] = []

    def hear(mails: Sequence[KeptMail]) -> None:
        assert set(mails) <= set(places.mails.all())
        batches.append(len(mails))

    mailboxes = FakeMailboxes(*finds(range(2 * BATCH + 5)))
    take_in(
        ["box"],
        wanted=WANTED,
        places=replace(places, mailboxes=mailboxes),
        progress=Steps(),
        on_mails=hear,
    )
    assert batches == [BATCH, BATCH, 5]


def test_bytes_are_kept_before_anything_of_them_is_read(places: Places) -> None:
    class Nowhere:
        """An archive that takes nothing."""

        def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
            raise ArchiveFullError(found[0].origin.source)

        def read(self, sha256: str) -> bytes:
            raise KeyError(sha256)

        def keep_keys(self, document: bytes) -> None:
            raise ArchiveFullError(str(len(document)))

        def keep_stamp(self, question: bytes, answer: bytes) -> None:
            raise ArchiveFullError(str(len(question) + len(answer)))

        def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
            raise ArchiveFullError(str(len(mails) + len(journal)))

    archive: Archive = Nowhere()
    report = intake(replace(places, archive=archive), *finds(range(3)), COVERED)
    assert report.ending is Ending.DISK_FULL
    assert report.manifest is None
    assert report.kept == 0
    assert not places.mails.all()


def test_the_same_source_again_adds_nothing_and_says_so(
    places: Places, folder: Path
) -> None:
    first = intake(places, *finds(range(3)), COVERED)
    before = places.mails.all()
    second = intake(places, *finds(range(3)), COVERED)
    assert not first.adds_nothing
    assert second.adds_nothing
    assert (second.kept, second.again, second.same_bytes) == (0, 3, 0)
    assert second.kinds == {}
    assert places.mails.all() == before
    assert verify_bag(folder).valid


def test_an_intake_that_found_nothing_is_not_one_that_repeats(places: Places) -> None:
    assert not intake(places, COVERED).adds_nothing


def test_the_same_bytes_from_elsewhere_are_one_mail_with_two_origins(
    places: Places,
) -> None:
    report = intake(places, *finds(range(2)), *finds(range(2), source="copy"))
    assert (report.kept, report.again, report.same_bytes) == (2, 0, 2)
    assert len(places.mails.all()) == 4
    assert len({mail.sha256 for mail in places.mails.all()}) == 2


def test_another_wrapping_of_a_known_mail_is_told(places: Places) -> None:
    other = b"X-Exported: yes\r\n" + raw_mail(1)
    report = intake(places, *finds(range(2)), found(other, source="export"))
    assert (report.kept, report.same_message_id) == (3, 1)


def test_mails_without_a_message_id_are_not_copies_of_each_other(
    places: Places,
) -> None:
    bare = [found(b"Subject: x\r\n\r\n" + bytes([65 + n]), offset=n) for n in range(2)]
    assert intake(places, *bare).same_message_id == 0


def test_quoting_is_undone_in_what_is_read_but_not_in_what_is_kept(
    places: Places,
) -> None:
    raw = b">From: not a header\nSubject: x\n\nbody\n"
    report = intake(places, found(raw, quoting=Quoting.MBOXRD))
    (mail,) = places.mails.all()
    assert report.kept == 1
    assert places.archive.read(mail.sha256) == raw


def test_what_was_not_read_is_told_by_name(places: Places) -> None:
    locked = NotCovered(source="b", offset=None, trouble=Trouble.NO_PERMISSION)
    broken = NotCovered(source="box", offset=77, trouble=Trouble.TRUNCATED)
    large = NotCovered(source="box", offset=99, trouble=Trouble.TRUNCATED)
    report = intake(places, locked, broken, *finds(range(1)), large, COVERED)
    assert report.not_covered == (locked,)
    assert report.unreadable == (broken, large)
    noted = [
        entry.text
        for entry in places.journal.entries()
        if entry.kind is Kind.MAIL_UNREADABLE
    ]
    assert noted == ["no_permission=1", "truncated=2"]


def test_files_that_are_no_mail_are_counted(places: Places) -> None:
    others = [
        PassedOver(source=name, files=files) for name, files in (("a", 7), ("b", 5))
    ]
    report = intake(places, others[0], *finds(range(1)), COVERED, others[1])
    assert report.passed_over == 12
    assert places.journal.entries()[-1].text.endswith(" passed_over=12")
