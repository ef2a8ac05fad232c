import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.fakes.bag_files import FakeBagFiles
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.journal_chain import Head, chain, head_of
from torimodosu.recovery.evidence.sealing import (
    JOURNAL,
    MANIFEST,
    Piece,
    is_hash,
    journal_head,
    last_day,
    listed_mails,
    mail_at,
    mail_path,
    old_journal_at,
    old_journal_path,
    tag_files,
    text_piece,
)
from torimodosu.recovery.evidence.tag_file import Element, read_elements

MAIL = b"a mail"
HASH = hashlib.sha256(MAIL).hexdigest()
ENTRIES = [
    Entry(at=FRIDAY_NIGHT + timedelta(days=day), kind=Kind.NOTE) for day in (0, 2, 1)
]
JOURNAL_TEXT = chain(ENTRIES)
PAYLOAD = {mail_path(HASH): MAIL, JOURNAL: JOURNAL_TEXT}
PIECES = [text_piece(path, data) for path, data in PAYLOAD.items()]
TAGS = tag_files(PIECES, journal=JOURNAL_TEXT, day=date(2026, 3, 15))


def metadata(tags: dict[str, bytes]) -> Sequence[Element]:
    return read_elements(tags["bag-info.txt"].decode(), (1, 0))[0]


def test_the_tag_files_make_a_valid_bag_of_the_payload() -> None:
    report = check_bag(FakeBagFiles(PAYLOAD | TAGS))
    assert report.valid
    assert report.version == (1, 0)
    assert not report.oddities


def test_the_manifest_is_written_after_what_it_must_not_outrun() -> None:
    assert list(TAGS)[-2:] == [MANIFEST, "tagmanifest-sha256.txt"]


def test_the_metadata_tell_of_the_journal_and_not_of_the_person() -> None:
    elements = metadata(TAGS)
    assert journal_head(elements) == head_of(JOURNAL_TEXT)
    assert {element.label for element in elements} == {
        "Bag-Software-Agent",
        "Bagging-Date",
        "External-Description",
        "Payload-Oxum",
        "Journal-Entries",
        "Journal-Head-SHA256",
    }


def test_a_day_that_is_not_known_is_left_out() -> None:
    tags = tag_files(PIECES, journal=b"", day=None)
    assert b"Bagging-Date" not in tags["bag-info.txt"]


def test_the_day_of_a_bag_is_that_of_the_newest_entry() -> None:
    assert last_day(ENTRIES) == date(2026, 3, 15)
    assert last_day([]) is None


@pytest.mark.parametrize(
    "labels",
    [
        {},
        {"Journal-Entries": "3"},
        {"Journal-Head-SHA256": "ab"},
        {"Journal-Entries": "many", "Journal-Head-SHA256": "ab"},
    ],
)
def test_metadata_without_a_whole_head_have_none(labels: dict[str, str]) -> None:
    elements = [Element(label=label, value=value) for label, value in labels.items()]
    assert journal_head(elements) is None


def test_a_repeated_head_is_none() -> None:
    assert journal_head([*metadata(TAGS), *metadata(TAGS)]) is None
    assert journal_head(metadata(TAGS)) == Head(
        entries=3, sha256=head_of(JOURNAL_TEXT).sha256
    )


def test_paths_and_hashes_lead_to_each_other() -> None:
    assert mail_at(mail_path(HASH)) == HASH
    assert old_journal_at(old_journal_path(HASH)) == HASH


@pytest.mark.parametrize(
    "path", ["data/mails/x.eml", "data/mails/" + HASH, JOURNAL, "data/mails/../x.eml"]
)
def test_another_path_is_neither_mail_nor_earlier_journal(path: str) -> None:
    assert mail_at(path) is None
    assert old_journal_at(path) is None


@pytest.mark.parametrize("text", ["", "../secret", HASH.upper(), HASH + "\n"])
def test_only_a_hash_is_a_hash(text: str) -> None:
    assert is_hash(HASH)
    assert not is_hash(text)


def test_the_mails_of_a_manifest_are_found_again() -> None:
    pieces = [*PIECES, Piece(path=mail_path("ab" * 32), sha256="ab" * 32, size=0)]
    tags = tag_files(pieces, journal=b"", day=None)
    assert listed_mails(tags[MANIFEST].decode()) == {
        sha256: mail_path(sha256) for sha256 in (HASH, "ab" * 32)
    }
    assert listed_mails("nonsense\n") == {}
