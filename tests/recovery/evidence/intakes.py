"""Intakes from mailboxes that hold what a test says."""

from dataclasses import replace
from pathlib import Path

from tests.fakes.clock import FixedClock
from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.intake import Places, take_in
from torimodosu.recovery.evidence.intake_report import IntakeReport
from torimodosu.recovery.mail.search import (
    Covered,
    Finding,
    Found,
    Wanted,
)

NOTHING_KNOWN = Catalogue(version="1", services={}, issuers={})
WANTED = Wanted(domains=("amazon.co.jp",), names=("アマゾン",))
COVERED = Covered(source="box", messages=9, size=12_345)


def places_at(folder: Path) -> Places:
    return Places(
        mailboxes=FakeMailboxes(),
        archive=BagArchive(folder),
        catalogue=NOTHING_KNOWN,
        clock=FixedClock(),
    )


def intake(
    places: Places, *findings: Finding, progress: Steps | None = None
) -> IntakeReport:
    places = replace(places, mailboxes=FakeMailboxes(*findings))
    return take_in(["box"], wanted=WANTED, places=places, progress=progress or Steps())


def finds(numbers: range, source: str = "box") -> list[Found]:
    return [
        found(raw_mail(number), source=source, offset=number * 1000)
        for number in numbers
    ]


def kinds_noted(places: Places) -> list[Kind]:
    return [entry.kind for entry in places.journal.entries()]
