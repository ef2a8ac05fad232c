"""Packing mails into a bag without a case: `torimodosu evidence pack`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.asking_keys import KeyAsking, keys_wanted_by
from torimodosu.recovery.evidence.intake import Places, take_in
from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport
from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError
from torimodosu.recovery.evidence.signing_keys import (
    joined,
    looked_up,
    published_keys,
    write_keys,
)
from torimodosu.recovery.evidence.timestamps.asking import StampAsking, Stamped
from torimodosu.recovery.mail.judging.wanted_keys import known_hosts
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
        unanswered: The keys that were asked for and that nobody told.
        left_out: The keys that were not asked for, so that no stranger learns that
            somebody looks at their mail.
        stamped: What came of asking for a time stamp, None where nobody was asked.

    """

    intake: IntakeReport
    messages: int
    size: int
    unanswered: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    stamped: Stamped | None = None


def pack(
    sources: Sequence[str],
    *,
    wanted: Wanted,
    places: Places,
    progress: Progress,
    asking: KeyAsking | None = None,
) -> PackReport:
    """Put the *wanted* mails of *sources* into the archive of *places* and seal it.

    The places have no case: give them no mails and no journal, and a fresh archive.
    With *asking* the keys of their signers are looked up and put beside them.

    Raises:
        StoreError: If it can't be kept what is sent. Then nothing was; the mails are
            safe, and their archive is sealed.

    """
    intake = take_in(sources, wanted=wanted, places=places, progress=progress)
    sizes = {mail.sha256: mail.origin.length for mail in places.mails.all()}
    report = PackReport(intake=intake, messages=len(sizes), size=sum(sizes.values()))
    if asking is None or intake.ending is not Ending.DONE:
        return report
    return _with_keys(report, places, asking, progress)


def _with_keys(
    report: PackReport, places: Places, asking: KeyAsking, progress: Progress
) -> PackReport:
    """Look the keys up, keep them, and seal once more."""
    known, mails = published_keys(places.keys), places.mails.all()
    hosts = known_hosts(places.catalogue)
    wanted = keys_wanted_by(mails, places.archive, looked_up(known), hosts)
    if wanted.names:
        sent = asking.question(wanted.names)
        places.journal.note(Entry(at=sent.at, kind=Kind.SENT, text=sent.line))
    asked = asking.ask(wanted.names, progress)
    manifest = report.intake.manifest
    if asked.keys:
        places.archive.keep_keys(write_keys(joined(asked.keys, known)))
    if wanted.names:
        manifest = places.archive.seal(mails, places.journal.entries())
    return replace(
        report,
        intake=replace(report.intake, manifest=manifest),
        unanswered=asked.unanswered,
        left_out=wanted.left_out,
    )


def stamp(report: PackReport, places: Places, asking: StampAsking) -> PackReport:
    """Note whom the hash goes to, seal what was packed once more, have that stamped.

    What was not packed to its end is not stamped. Where there is no room for a stamp,
    the archive is as it was sealed, and its `ending` tells.

    Raises:
        StoreError: If it can't be kept what is sent. Then nothing was.

    """
    if report.intake.ending is not Ending.DONE:
        return report
    sent = asking.sent()
    asking.before(sent)
    places.journal.note(Entry(at=sent.at, kind=Kind.SENT, text=sent.line))
    intake = report.intake
    try:
        manifest = places.archive.seal(places.mails.all(), places.journal.entries())
        intake = replace(intake, manifest=manifest)
        stamped = asking.ask(manifest)
        if stamped.stamp is not None:
            places.archive.keep_stamp(stamped.question, stamped.answer)
    except ArchiveFullError:
        return replace(report, intake=replace(intake, ending=Ending.DISK_FULL))
    except ArchiveUnwritableError:
        return replace(report, intake=replace(intake, ending=Ending.UNWRITABLE))
    return replace(report, intake=intake, stamped=stamped)
