from collections.abc import Callable

import pytest

from tests.fakes.bag_files import FakeBagFiles
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import raw_mail
from tests.fakes.progress import Steps
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.bag_report import Fault
from torimodosu.recovery.evidence.journal_chain import Break, chain
from torimodosu.recovery.evidence.sealing import (
    JOURNAL,
    METADATA,
    mail_path,
    old_journal_path,
    tag_files,
    text_piece,
)
from torimodosu.recovery.evidence.timestamps.in_bag import Timestamp
from torimodosu.recovery.evidence.verification import (
    EvidenceFault,
    JournalFault,
    verify_evidence,
)

ENTRIES = [Entry(at=FRIDAY_NIGHT, kind=Kind.NOTE, text=text) for text in "abc"]
JOURNAL_TEXT = chain(ENTRIES)
LINES = JOURNAL_TEXT.splitlines(keepends=True)
SIGNED = b"DKIM-Signature: v=1\r\ndkim-signature : v=1\r\n" + raw_mail(1)


def sealed(**others: bytes) -> dict[str, bytes]:
    payload = {JOURNAL: JOURNAL_TEXT}
    payload |= {mail_path(name[1:] * 32): data for name, data in others.items()}
    pieces = [text_piece(path, data) for path, data in payload.items()]
    return payload | tag_files(pieces, journal=JOURNAL_TEXT, day=None)


def forged(change: Callable[[dict[str, bytes]], object]) -> dict[str, bytes]:
    """Return a bag that somebody changed, and whose checksums they made anew."""
    files = sealed()
    metadata = files[METADATA]
    change(files)
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    pieces = [text_piece(path, data) for path, data in payload.items()]
    tags = tag_files(pieces, journal=JOURNAL_TEXT, day=None)
    if files[METADATA] == metadata:
        return payload | tags
    tagless = {path: data for path, data in tags.items() if "tagmanifest" not in path}
    return payload | tagless | {METADATA: files[METADATA]}


def faults(files: dict[str, bytes]) -> tuple[EvidenceFault, ...]:
    return verify_evidence(FakeBagFiles(files)).faults


def test_a_sealed_bag_is_valid() -> None:
    report = verify_evidence(FakeBagFiles(sealed(_ab=raw_mail(1))), Steps())
    assert report.valid
    assert report.complete
    assert report.mails == 1
    assert report.stamps.timestamp is Timestamp.NONE


def test_signatures_that_nobody_checked_are_unknown() -> None:
    files = sealed(_ab=SIGNED, _cd=raw_mail(2), _ef=b"x\n\nDKIM-Signature: body\n")
    signatures = verify_evidence(FakeBagFiles(files)).signatures
    assert (signatures.verified, signatures.failed) == (0, 0)
    assert signatures.unknown == 2


@pytest.mark.parametrize(
    ("journal", "entry", "how"),
    [
        (JOURNAL_TEXT.replace(b"\tb\n", b"\tB\n"), 2, Break.CHANGED),
        (JOURNAL_TEXT.replace(b"\tc\n", b"\tC\n"), 3, Break.CHANGED),
        (b"".join(LINES[:2]), 3, Break.MISSING),
        (LINES[0] + LINES[2], 2, Break.MISSING),
        (LINES[1] + LINES[0] + LINES[2], 1, Break.REORDERED),
        (b"", 1, Break.MISSING),
    ],
)
def test_a_forged_journal_is_found_although_the_checksums_are_right(
    journal: bytes, entry: int, how: Break
) -> None:
    files = forged(lambda files: files.update({JOURNAL: journal}))
    files[METADATA] = sealed()[METADATA]
    found = [item for item in faults(files) if item.path == JOURNAL]
    assert found == [EvidenceFault(path=JOURNAL, fault=how, entry=entry)]


def test_a_changed_journal_is_a_fault_of_the_bag_too() -> None:
    files = sealed() | {JOURNAL: JOURNAL_TEXT.replace(b"\tb\n", b"\tB\n")}
    assert {item.fault for item in faults(files)} == {
        Fault.CHECKSUM_WRONG,
        Break.CHANGED,
    }


def test_a_journal_that_was_taken_away_is_missed() -> None:
    files = forged(lambda files: files.pop(JOURNAL))
    found = EvidenceFault(path=JOURNAL, fault=JournalFault.MISSING)
    assert found in faults(files)


def test_a_bag_of_ours_that_lost_the_head_of_its_journal_is_told() -> None:
    files = forged(
        lambda files: files.update({METADATA: b"Bag-Software-Agent: Torimodosu\n"})
    )
    assert faults(files) == (
        EvidenceFault(path=JOURNAL, fault=JournalFault.HEAD_MISSING),
    )


def test_a_journal_that_was_set_aside_is_checked_too() -> None:
    path = old_journal_path("ab" * 32)
    files = forged(lambda files: files.update({path: LINES[1]}))
    broken = EvidenceFault(path=path, fault=Break.MISSING, entry=1)
    assert faults(files) == (broken,)
    files = forged(lambda files: files.update({path: LINES[0]}))
    assert faults(files) == ()


def test_a_journal_too_large_to_be_one_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = "torimodosu.recovery.evidence.verification"
    monkeypatch.setattr(f"{module}._LARGEST_JOURNAL", 9)
    assert faults(sealed()) == (EvidenceFault(path=JOURNAL, fault=Fault.TOO_LARGE),)


def test_a_file_that_cannot_be_read_is_told_once() -> None:
    files = sealed(_ab=b"unreadable") | {JOURNAL: b"unreadable"}
    found = {(item.path, item.fault) for item in faults(files)}
    assert (JOURNAL, Fault.UNREADABLE) in found
    assert (mail_path("ab" * 32), Fault.UNREADABLE) in found


def test_a_bag_of_somebody_else_needs_no_journal() -> None:
    payload = {"data/journal.txt": b"dear diary"}
    pieces = [text_piece(path, data) for path, data in payload.items()]
    tags = tag_files(pieces, journal=b"", day=None)
    foreign = {
        path: data
        for path, data in (payload | tags).items()
        if path not in (METADATA, "tagmanifest-sha256.txt")
    }
    assert verify_evidence(FakeBagFiles(foreign)).valid
