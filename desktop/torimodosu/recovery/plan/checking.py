"""Whether the evidence of a case is still what it was when it was sealed."""

from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.evidence.ports import BagFiles, UnreadableFileError
from torimodosu.recovery.evidence.sealing import MANIFEST
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.plan.ports import Journals, Safekeeping, Snapshots
from torimodosu.recovery.plan.snapshot import Verification
from torimodosu.recovery.plan.tasks import EvidenceVerified, FaultFound
from torimodosu.recovery.progress import Progress

# Who damaged ten thousand files sees that from the first of them.
FAULTS_TOLD = 1000


class Records(Journals, Safekeeping, Snapshots, Protocol):
    """What the store knows of the evidence."""


def check_evidence(
    case: Case, files: BagFiles, *, records: Records, clock: Clock, progress: Progress
) -> EvidenceVerified:
    """Verify the bag that consists of *files*, and keep how that ended.

    A bag that is valid in itself but is not the one that was sealed has a fault, too:
    whoever changes a mail can write all the sums anew, but not the seal in the store.

    Raises:
        Cancelled: By *progress*; then nothing is kept.

    """
    report = verify_evidence(files, progress)
    faults = [
        FaultFound(path=found.path, fault=found.fault.value, entry=found.entry)
        for found in report.faults
    ]
    seal = records.snapshot(case, at=clock.now()).seal
    if seal is not None and seal.sha256 != _manifest(files):
        faults.append(FaultFound(path=MANIFEST, fault="seal_differs"))
    if not records.journal_is_whole(case):
        faults.append(FaultFound(path="", fault="stored_journal_changed"))
    verification = Verification(at=clock.now(), faults=len(faults))
    records.verified(case, verification)
    return EvidenceVerified(
        verification=verification,
        mails=report.mails,
        faults=tuple(faults[:FAULTS_TOLD]),
    )


def _manifest(files: BagFiles) -> str:
    try:
        return files.digests(MANIFEST, ["sha256"])["sha256"]
    except UnreadableFileError:
        return ""
