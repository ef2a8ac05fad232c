"""Packing mails into a bag without a case: `torimodosu evidence pack`."""

from collections.abc import Sequence
from dataclasses import dataclass

from torimodosu.recovery.evidence.intake import Places, take_in
from torimodosu.recovery.evidence.intake_report import IntakeReport
from torimodosu.recovery.mail.search import Wanted
from torimodosu.recovery.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReport:
    """What came of packing.

    Attributes:
        intake: What was read and kept; its `manifest` is None where the bag could not
            be sealed.
        messages: Mails in the bag.
        size: Their bytes.

    """

    intake: IntakeReport
    messages: int
    size: int


def pack(
    sources: Sequence[str], *, wanted: Wanted, places: Places, progress: Progress
) -> PackReport:
    """Put the *wanted* mails of *sources* into the archive of *places* and seal it.

    The places have no case: give them no mails and no journal, and a fresh archive.
    """
    intake = take_in(sources, wanted=wanted, places=places, progress=progress)
    sizes = {mail.sha256: mail.origin.length for mail in places.mails.all()}
    return PackReport(intake=intake, messages=len(sizes), size=sum(sizes.values()))
