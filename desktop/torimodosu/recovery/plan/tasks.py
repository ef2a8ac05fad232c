"""The heavy jobs of a case: what the window asks the worker for, and what it gets."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.intake_report import IntakeReport
from torimodosu.recovery.plan.snapshot import Verification


class Task(Enum):
    """The names of the jobs."""

    TAKE_IN = "take_in"
    READ_ORDERS = "read_orders"
    VERIFY_EVIDENCE = "verify_evidence"
    OPEN_PRACTICE = "open_practice"
    SHOW_MAILS = "show_mails"
    SCAN_LOGINS = "scan_logins"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn:
    """Keep the mails of *sources*, and read the orders out of them.

    `since` leaves out older mails; None leaves it to the program.
    """

    case: Case
    sources: tuple[str, ...]
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForCase:
    """What the jobs need to know that are about one case and nothing else."""

    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPractice:
    """Write the practice incident anew and take it in, as an untouched case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersRead:
    """What came of reading the orders.

    Attributes:
        orders: How many there are.
        not_understood: How many of them have a layout that is not understood.
        missing: Kept mails whose bytes the archive no longer holds unchanged.

    """

    orders: int
    not_understood: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of taking mails in; `orders` is None where it ended before them."""

    case: Case
    intake: IntakeReport
    orders: OrdersRead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultFound:
    """What is wrong with a file of the archive, as a code of the command line.

    `path` is relative to the bag, "" is the bag itself; `entry` is that of a journal.
    """

    path: str
    fault: str
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceVerified:
    """What came of comparing the archive with its seal.

    Attributes:
        verification: When, and how many faults there are in all.
        mails: How many mails lie in the archive.
        faults: The first of them.

    """

    verification: Verification
    mails: int
    faults: tuple[FaultFound, ...]
