"""`torimodosu evidence`: keep mails as evidence, and prove them unchanged."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from torimodosu.cli.coverage import coverage
from torimodosu.cli.dkim_keys import (
    asking_online,
    missed_keys,
    read_dkim_keys,
    refusing_unkept,
)
from torimodosu.cli.interrupts import ending_at_interrupt
from torimodosu.cli.oddities import oddity_rows
from torimodosu.cli.output import Output, Row
from torimodosu.cli.search import refuse_nothing_read, services_of
from torimodosu.cli.status import Status
from torimodosu.cli.streams import complain
from torimodosu.cli.time_stamps import (
    missed_stamp,
    refusing_unkept_stamps,
    stamp_asking,
    stamp_row,
    stamps_row,
)
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, present, writing_to
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.intake import Places
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.pack import PackReport, stamp
from torimodosu.recovery.evidence.pack import pack as pack_mails
from torimodosu.recovery.evidence.signing_keys import write_keys
from torimodosu.recovery.evidence.verification import EvidenceFault
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.search import EVERYTHING, Wanted

_ROW = ("bag", "messages", "bytes", "sha256")


def pack(options: Namespace, tools: Tools, output: Output) -> int:
    """Write a bag of the mails; 1 where a source was not wholly read.

    Without a service every mail of the sources goes in: whoever names a file means it.

    Raises:
        UnusableError: If nothing at all could be read; then no bag is made.

    """
    sources = present(options.sources)
    catalogue = tools.catalogue()
    wanted = _wanted(options.service, catalogue)
    asking = asking_online(tools, is_online=options.online)
    stamping = stamp_asking(tools, options.tsa)
    archive = writing_to(options.out, tools.archive)
    with tools.mailboxes() as mailboxes, ending_at_interrupt(output.progress):
        places = Places(
            mailboxes=mailboxes,
            archive=archive,
            catalogue=catalogue,
            clock=tools.clock,
            keys=_key_document(options.dkim_keys, tools),
        )
        with refusing_unkept():
            report = pack_mails(
                sources,
                wanted=wanted,
                places=places,
                progress=output.progress,
                asking=asking,
            )
        read = report.intake
        if read.ending is Ending.DONE:
            missed_all = (*read.not_covered, *read.unreadable)
            refuse_nothing_read(read.covered, missed_all)
        with refusing_unkept_stamps():
            report = stamp(report, places, stamping) if stamping else report
    return _tell(report, sources, options, output)


def _tell(
    report: PackReport, sources: Sequence[str], options: Namespace, output: Output
) -> int:
    """Print what was packed, and return the status."""
    intake = report.intake
    bag = (str(options.out), report.messages, report.size, intake.manifest)
    output.row(dict(zip(_ROW, bag, strict=True)))
    advice = _stopped_by(intake.ending, options.out)
    unstamped = missed_stamp(report.stamped, options.tsa)
    output.summary(_packed(report, sources, advice, unstamped), columns=_ROW)
    if advice:
        complain(advice)
    missed = (intake.not_covered, intake.unreadable, report.unanswered, unstamped)
    is_whole = not any(missed)
    return _status(intake.ending, is_whole=is_whole)


def _packed(
    report: PackReport,
    sources: Sequence[str],
    advice: str,
    unstamped: Sequence[Mapping[str, str]],
) -> Row:
    intake = report.intake
    ending = intake.ending.value
    unfinished = [
        {"what": source, "why": ending, "advice": advice} for source in sources
    ]
    missed = (*intake.not_covered, *intake.unreadable)
    return {
        "messages": intake.messages,
        "kept": intake.kept,
        "unreadable": len(intake.unreadable),
        "passed_over": intake.passed_over,
        "ending": ending,
        "keys_not_asked": list(report.left_out),
        **stamp_row(report.stamped),
        **coverage(
            *(intake.covered, missed),
            *(unfinished if advice else ()),
            *missed_keys(report.unanswered),
            *unstamped,
        ),
    }


def _key_document(path: Path | None, tools: Tools) -> bytes:
    keys = read_dkim_keys(path, tools)
    return write_keys(keys) if keys else b""


def verify(options: Namespace, tools: Tools, output: Output) -> int:
    """List what is wrong with a bag; 0 only where it is valid.

    Raises:
        UnusableError: If there is no bag.

    """
    (bag,) = present([options.bag])
    if not options.bag.is_dir():
        message = f"{bag} is no folder; name the folder of a bag"
        raise UnusableError(message)
    report = tools.verify(options.bag, output.progress)
    if not report.bag.is_bag:
        message = (
            f"{bag} is no bag: it has no bagit.txt, no manifest and no data folder;"
            " name the folder that evidence pack has written"
        )
        raise UnusableError(message)
    for fault in report.faults:
        output.row(_row(fault))
    signatures = report.signatures
    summary = {
        "valid": report.valid,
        "complete": report.complete,
        **stamps_row(report.stamps),
        "signatures": {
            "verified": signatures.verified,
            "failed": signatures.failed,
            "unknown": signatures.unknown,
        },
        "mails": report.mails,
        "oddities": oddity_rows(report.bag.oddities),
        "covered": [bag],
        "not_covered": [],
    }
    output.summary(summary, columns=("path", "fault", "entry"))
    return Status.DONE if report.valid else Status.ATTENTION


def _row(fault: EvidenceFault) -> Row:
    return {"path": fault.path, "fault": fault.fault.value, "entry": fault.entry}


def _wanted(service: str | None, catalogue: Catalogue) -> Wanted:
    if service is None:
        return EVERYTHING
    return wanted_for(catalogue, services_of(service, catalogue))


def _stopped_by(ending: Ending, folder: Path) -> str:
    """Return what kept the bag in *folder* from being completed, "" where nothing."""
    match ending:
        case Ending.DONE:
            return ""
        case Ending.CANCELLED:
            return "stopped before the end; what was kept is safe, pack again to go on"
        case Ending.DISK_FULL:
            return (
                f"the disk of {folder} is full; what was kept is safe,"
                " make room, then pack again"
            )
        case Ending.UNWRITABLE:
            return f"{folder} cannot be written; name another folder with --out"


def _status(ending: Ending, *, is_whole: bool) -> Status:
    match ending:
        case Ending.DONE:
            return Status.DONE if is_whole else Status.ATTENTION
        case Ending.CANCELLED:
            return Status.STOPPED
        case Ending.DISK_FULL | Ending.UNWRITABLE:
            return Status.UNUSABLE
