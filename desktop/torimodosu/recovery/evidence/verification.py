"""Whether a bag of evidence is as it was sealed: `torimodosu evidence verify`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.evidence.bag import check_bag
from torimodosu.recovery.evidence.bag_report import BagReport, Fault
from torimodosu.recovery.evidence.journal_chain import Break, broken_link
from torimodosu.recovery.evidence.ports import BagFiles, Sort, UnreadableFileError
from torimodosu.recovery.evidence.sealing import (
    JOURNAL,
    is_ours,
    journal_head,
    mail_at,
    old_journal_at,
)
from torimodosu.recovery.evidence.signed_mails import Signatures, check_signatures
from torimodosu.recovery.evidence.timestamps.in_bag import Stamps, check_stamps
from torimodosu.recovery.evidence.timestamps.stamp import StampFault
from torimodosu.recovery.progress import Progress

_LARGEST_JOURNAL = 64 * 2**20


class JournalFault(Enum):
    """What is wrong with the journal of a bag as a whole."""

    MISSING = "journal_missing"
    HEAD_MISSING = "journal_head_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFault:
    """A fault and the file that has it; `entry` is that of a journal, from 1."""

    path: str
    fault: Fault | Break | JournalFault | StampFault
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What came of verifying a bag of evidence.

    Attributes:
        bag: What came of verifying it as a bag.
        faults: Those of the bag, of its journals and of its time stamps.
        mails: How many mails lie in it.
        stamps: The time stamps.
        signatures: Those of the mails, as far as their keys lie in the bag.

    """

    bag: BagReport
    faults: tuple[EvidenceFault, ...]
    mails: int
    stamps: Stamps
    signatures: Signatures

    @property
    def valid(self) -> bool:
        """Whether the bag is valid, and no journal or time stamp of it is broken."""
        return not self.faults

    @property
    def complete(self) -> bool:
        """Whether every file is there that should be, and no other."""
        return self.bag.complete


def verify_evidence(
    files: BagFiles, progress: Progress | None = None
) -> EvidenceReport:
    """Verify the bag that consists of *files*, and its journal if it is one of ours.

    Reports bytes hashed of bytes in all.

    Raises:
        Cancelled: By *progress*.

    """
    bag = check_bag(files, progress)
    sizes = {
        entry.path: entry.size for entry in files.entries() if entry.sort is Sort.FILE
    }
    faults = [EvidenceFault(path=item.path, fault=item.fault) for item in bag.faults]
    if is_ours(bag.metadata):
        faults += _journal_faults(files, sizes, bag)
    stamps = check_stamps(files, sizes)
    faults += [
        EvidenceFault(path=path, fault=fault) for path, fault in stamps.faults.items()
    ]
    mails = [path for path in sizes if mail_at(path) is not None]
    return EvidenceReport(
        bag=bag,
        faults=tuple(faults),
        mails=len(mails),
        stamps=stamps,
        signatures=check_signatures(files, sizes),
    )


def _journal_faults(
    files: BagFiles, sizes: dict[str, int], bag: BagReport
) -> Iterator[EvidenceFault]:
    head = journal_head(bag.metadata)
    if head is None:
        yield EvidenceFault(path=JOURNAL, fault=JournalFault.HEAD_MISSING)
    if JOURNAL not in sizes:
        yield EvidenceFault(path=JOURNAL, fault=JournalFault.MISSING)
    for path, size in sizes.items():
        if path != JOURNAL and old_journal_at(path) is None:
            continue
        if size > _LARGEST_JOURNAL:
            yield EvidenceFault(path=path, fault=Fault.TOO_LARGE)
            continue
        try:
            journal = files.read(path, size)
        except UnreadableFileError:
            continue  # the bag has this fault already
        broken = broken_link(journal, head if path == JOURNAL else None)
        if broken is not None:
            yield EvidenceFault(path=path, fault=broken.how, entry=broken.entry)
