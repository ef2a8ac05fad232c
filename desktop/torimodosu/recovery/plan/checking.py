"""Whether the evidence of a case is still what it was when it was sealed."""

from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.evidence.finding_harms import Remembered, find_harms
from torimodosu.recovery.evidence.ports import BagFiles, Mails, UnreadableFileError
from torimodosu.recovery.evidence.sealing import MANIFEST
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.plan.ports import Journals, Safekeeping, Snapshots
from torimodosu.recovery.plan.snapshot import Verification
from torimodosu.recovery.plan.tasks import EvidenceVerified
from torimodosu.recovery.progress import Progress


class Records(Journals, Safekeeping, Snapshots, Protocol):
    """What the store knows of the evidence."""

    def mails(self, case: Case) -> Mails:
        """Return what is known of the kept mails of *case*."""
        ...


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
    seal = records.snapshot(case, at=clock.now()).seal
    remembered = Remembered(
        mails=frozenset(mail.sha256 for mail in records.mails(case).all()),
        is_sealed=seal is None or seal.sha256 == _manifest(files),
        is_journal_whole=records.journal_is_whole(case),
    )
    harms = find_harms(report, files, remembered, progress)
    number = sum(found.number for found in harms)
    verification = Verification(at=clock.now(), faults=number)
    records.verified(case, verification)
    return EvidenceVerified(verification=verification, mails=report.mails, harms=harms)


def _manifest(files: BagFiles) -> str:
    try:
        return files.digests(MANIFEST, ["sha256"])["sha256"]
    except UnreadableFileError:
        return ""
