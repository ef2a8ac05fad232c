"""What is told of an archive on disk that somebody, or something, has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adapters.archive import damage as by
from tests.adapters.archive.bags import ENTRIES, keep
from tests.adapters.archive.damage import MAILS, Sealed
from tests.fakes.bag_files import FakeBagFiles
from tests.fakes.kept_mails import found, kept, raw_mail
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.evidence.finding_harms import EXAMPLES
from torimodosu.recovery.evidence.harm import Harm
from torimodosu.recovery.evidence.ports import Sort
from torimodosu.recovery.progress import Cancelled


@pytest.fixture
def sealed(archive: BagArchive, folder: Path) -> Sealed:
    mails = [keep(archive, number) for number in range(MAILS)]
    seal = archive.seal(mails, ENTRIES)
    return Sealed(folder=folder, mails=mails, seal=seal)


@pytest.mark.parametrize(
    ("damage", "harms"),
    [
        (by.change_mail, [Harm.MAIL_CHANGED]),
        (by.cut_mail, [Harm.MAIL_CHANGED]),
        (by.change_mail_and_lists, [Harm.MAIL_CHANGED]),
        (by.delete_mail, [Harm.MAIL_MISSING]),
        (by.delete_mail_and_lists, [Harm.MAIL_MISSING]),
        (by.link_mail, [Harm.MAIL_MISSING, Harm.ADDED]),
        (by.add_mail, [Harm.ADDED]),
        (by.add_letter, [Harm.ADDED]),
        (by.look_into_folder, [Harm.ADDED_BY_SYSTEM]),
        (by.change_manifest, [Harm.LIST_CHANGED]),
        (by.drop_line_of_manifest, [Harm.NOT_SEALED, Harm.LIST_CHANGED]),
        (by.delete_manifest, [Harm.LIST_CHANGED]),
        (by.delete_manifest_and_change_mail, [Harm.MAIL_CHANGED, Harm.LIST_CHANGED]),
        (by.change_index, [Harm.LIST_CHANGED]),
        (by.change_metadata, [Harm.LIST_CHANGED]),
        (by.drop_entry, [Harm.JOURNAL_CHANGED]),
        (by.delete_journal, [Harm.JOURNAL_CHANGED]),
        (by.move_folder, [Harm.GONE]),
        (by.empty_folder, [Harm.GONE]),
        (by.put_a_file_there, [Harm.GONE]),
        (by.put_archive_of_another_case_there, [Harm.OF_ANOTHER_CASE]),
        (by.put_older_copy_there, [Harm.MAIL_MISSING]),
        (by.change_index_and_lists, [Harm.SEALED_OTHERWISE]),
        (by.stamp_wrongly, [Harm.STAMP_INVALID]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_damage_is_told_by_what_it_means(
    sealed: Sealed, damage: Callable[[Sealed], None], harms: list[Harm]
) -> None:
    assert sealed.found() == ()
    damage(sealed)
    assert sealed.harms() == harms


MENDED = [
    *(by.change_mail, by.cut_mail, by.change_mail_and_lists, by.delete_mail),
    *(by.delete_mail_and_lists, by.change_manifest, by.drop_line_of_manifest),
    *(by.delete_manifest, by.delete_manifest_and_change_mail, by.change_index),
    *(
        by.change_metadata,
        by.drop_entry,
        by.delete_journal,
        by.move_folder,
        by.empty_folder,
    ),
    *(by.put_older_copy_there, by.change_index_and_lists),
]


@pytest.mark.parametrize("damage", MENDED, ids=lambda value: value.__name__)
def test_keeping_the_same_mails_again_mends_what_the_page_says_it_does(
    sealed: Sealed, damage: Callable[[Sealed], None]
) -> None:
    damage(sealed)
    archive = BagArchive(sealed.folder)
    for number in range(MAILS):
        keep(archive, number)
    sealed.seal = archive.seal(sealed.mails, ENTRIES)
    assert sealed.found() == ()


def test_each_file_is_counted_once_and_the_first_are_named(sealed: Sealed) -> None:
    for number in range(MAILS):
        sealed.at(number).write_bytes(b"forged")
    paths = sorted(map(sealed.path, range(MAILS)))
    (harm,) = sealed.found()
    assert (harm.harm, harm.number) == (Harm.MAIL_CHANGED, MAILS)
    assert harm.examples == tuple(paths[:EXAMPLES])


def test_mails_in_a_folder_that_cannot_be_opened_are_not_said_to_be_gone(
    sealed: Sealed,
) -> None:
    folder = BagFolder(sealed.folder)
    contents = {
        entry.path: folder.read(entry.path, entry.size)
        for entry in folder.entries()
        if entry.sort is Sort.FILE and not entry.path.startswith("data/mails/")
    }
    files = FakeBagFiles(contents, {"data/mails": Sort.UNREADABLE})
    (harm,) = sealed.found(files)
    assert (harm.harm, harm.examples) == (Harm.UNREADABLE, ("data/mails",))


def test_the_journal_of_the_store_is_told_beside_the_rest(sealed: Sealed) -> None:
    assert sealed.harms(journal=False) == [Harm.STORED_JOURNAL_CHANGED]
    by.move_folder(sealed)
    assert sealed.harms(journal=False) == [Harm.GONE, Harm.STORED_JOURNAL_CHANGED]


def test_reading_doubtful_mails_once_more_can_be_stopped(sealed: Sealed) -> None:
    by.change_index_and_lists(sealed)
    steps = Steps()
    sealed.harms(steps=steps)
    assert steps.heard == [(number, MAILS) for number in range(MAILS)]
    with pytest.raises(Cancelled):
        sealed.harms(steps=Steps(2))


def test_mails_that_were_kept_and_never_sealed_are_no_foreign_files(
    sealed: Sealed,
) -> None:
    archive = BagArchive(sealed.folder)
    raw = raw_mail(70)
    list(archive.keep(found(raw)))
    sealed.mails.append(kept(raw))
    assert sealed.harms() == [Harm.NOT_SEALED]
