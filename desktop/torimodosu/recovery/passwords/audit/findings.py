"""What an audit finds."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.passwords.audit.accounts import Account
from torimodosu.recovery.passwords.queue import Flaw


class Severity(Enum):
    """How bad a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Accounts that have one flaw in common.

    Those of REUSED have one password, those of VARIANT have like ones; of the other
    flaws there is one finding for each severity.
    """

    flaw: Flaw
    severity: Severity
    accounts: tuple[Account, ...]
