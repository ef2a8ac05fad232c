"""How long a loss can be reported."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Source


class Clock(Enum):
    """What the days of a limit are counted from."""

    BACK_FROM_REPORT = "back_from_report"
    AFTER_STATEMENT_NOTICE = "after_statement_notice"
    AFTER_LOSS = "after_loss"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingLimit:
    """A loss is covered only within `days` by `clock`."""

    days: int
    clock: Clock
    source: Source
