"""`torimodosu evidence`: keep mails as evidence, and prove them unchanged."""

from argparse import Namespace
from pathlib import Path

from torimodosu.cli.mail import services_of
from torimodosu.cli.output import Output, TerminalProgress, coverage
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.intake import Places
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.pack import pack as pack_mails
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.search import EVERYTHING, Wanted

_DECLARATION = "bagit.txt"


def pack(options: Namespace, tools: Tools, output: Output) -> int:
    """Write a bag of the mails; 1 where a source was not wholly read.

    Without a service every mail of the sources goes in: whoever names a file means it.
    """
    sources = present(options.sources)
    _refuse_used(options.out)
    catalogue = tools.catalogue()
    places = Places(
        mailboxes=tools.mailboxes(),
        archive=tools.archive(options.out),
        catalogue=catalogue,
        clock=tools.clock,
    )
    report = pack_mails(
        sources,
        wanted=_wanted(options.service, catalogue),
        places=places,
        progress=TerminalProgress(),
    )
    intake = report.intake
    _refuse_failed(intake.ending, options.out)
    output.row(
        {
            "bag": str(options.out),
            "messages": report.messages,
            "bytes": report.size,
            "sha256": intake.manifest,
        }
    )
    missed = (*intake.not_covered, *intake.unreadable)
    output.summary(
        {
            "messages": intake.messages,
            "kept": intake.kept,
            "unreadable": len(intake.unreadable),
            **coverage(intake.covered, missed),
        }
    )
    return 1 if missed else 0


def verify(options: Namespace, tools: Tools, output: Output) -> int:
    """List what is wrong with a bag; 0 only where it is valid."""
    if not options.bag.is_dir():
        message = f"{options.bag} is not a folder; name the folder of a bag"
        raise UnusableError(message)
    report = tools.verify(options.bag)
    for found in report.faults:
        row = {"path": found.path, "fault": found.fault.value}
        if found.entry is not None:
            row["entry"] = str(found.entry)
        output.row(row)
    signatures = report.signatures
    output.summary(
        {
            "valid": report.valid,
            "complete": report.complete,
            "timestamp": report.timestamp.value,
            "signatures": {
                "verified": signatures.verified,
                "failed": signatures.failed,
                "unknown": signatures.unknown,
            },
            "mails": report.mails,
            "covered": [str(options.bag)],
            "not_covered": [],
        }
    )
    return 0 if report.valid else 1


def _wanted(service: str | None, catalogue: Catalogue) -> Wanted:
    if service is None:
        return EVERYTHING
    return wanted_for(catalogue, services_of(service, catalogue))


def _refuse_used(folder: Path) -> None:
    """Refuse a folder with other things in it; a bag of ours may grow."""
    if not folder.exists():
        return
    if not folder.is_dir():
        message = f"{folder} is a file; name a new folder with --out"
        raise UnusableError(message)
    names = [entry.name for entry in folder.iterdir()]
    if names and _DECLARATION not in names:
        message = f"{folder} is not empty; name a new folder with --out"
        raise UnusableError(message)


def _refuse_failed(ending: Ending, folder: Path) -> None:
    match ending:
        case Ending.DISK_FULL:
            message = f"the disk of {folder} is full; make room, then pack again"
            raise UnusableError(message)
        case Ending.UNWRITABLE:
            message = f"{folder} cannot be written; name another folder with --out"
            raise UnusableError(message)
        case Ending.DONE | Ending.CANCELLED:
            return
