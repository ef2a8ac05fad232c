"""The heavy jobs of a case: what the window asks the worker for, and what it gets."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.harm import HarmFound
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
    READ_STATEMENTS = "read_statements"
    WORK_ON_CARDS = "work_on_cards"
    AUDIT_PASSWORDS = "audit_passwords"
    FETCH_MAILS = "fetch_mails"
    JUDGE_MAILS = "judge_mails"
    JUDGE_LOOSE = "judge_loose"
    FETCH_KEYS = "fetch_keys"
    TAKE_OUT = "take_out"


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
        notices: How many uses of cards the usage-notice mails tell.
        notices_unread: How many mails look like usage notices and tell no use.

    """

    orders: int
    not_understood: int
    missing: int
    notices: int = 0
    notices_unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of taking mails in; `orders` is None where it ended before them."""

    case: Case
    intake: IntakeReport
    orders: OrdersRead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceVerified:
    """What came of comparing the archive with its seal.

    Attributes:
        verification: When, and how many things are wrong in all.
        mails: How many mails lie in the archive.
        harms: What these are.

    """

    verification: Verification
    mails: int
    harms: tuple[HarmFound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Write all that is kept, of every case, into a new folder below *folder*."""

    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """What was written.

    Attributes:
        folder: The new folder.
        cases: How many cases there are in it.
        damaged: How many archives of mails are not as they were sealed.

    """

    folder: str
    cases: int
    damaged: int
