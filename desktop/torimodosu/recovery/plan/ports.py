"""What the plan needs from the outside world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, NotCovered
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the user said of an order, and when; None takes the verdict before back."""

    at: datetime
    ownership: Ownership | None


class Snapshots(Protocol):
    """Everything known of a case at one moment."""

    def snapshot(self, case: Case | None, *, at: datetime) -> Snapshot:
        """Return what is known of *case*, as it stands at the moment *at*."""
        ...


class Orders(Protocol):
    """The orders of a case, as read from its kept mails."""

    def replace(
        self, case: Case, orders: Mapping[str, Order], *, packs: str, at: datetime
    ) -> None:
        """Keep *orders* under their keys instead of all that were read before.

        *packs* is the version of the data packs that they were read with.
        """
        ...


class Kinds(Protocol):
    """What the kept mails of a case are about."""

    def reclassify(self, case: Case, kinds: Mapping[str, tuple[str, MailKind]]) -> None:
        """Keep another service and kind of the mails with these SHA-256."""
        ...


class Journals(Protocol):
    """Whether the journal in the store can be trusted."""

    def journal_is_whole(self, case: Case) -> bool:
        """Tell whether the journal of *case* is as it was written."""
        ...


class Verdicts(Protocol):
    """What the user says of the orders of a case."""

    def judge(
        self,
        case: Case,
        keys: Sequence[str],
        ownership: Ownership | None,
        *,
        at: datetime,
    ) -> None:
        """Keep a verdict on every order of *keys* and note it in the journal."""
        ...

    def history(self, case: Case, key: str) -> Sequence[Verdict]:
        """Return every verdict on one order, oldest first."""
        ...


class Marks(Protocol):
    """The steps that the user says are done."""

    def say(self, case: Case, step: Step, *, at: datetime) -> None:
        """Keep that the user says *step* is done, and note it in the journal."""
        ...

    def take_back(self, case: Case, step: Step, *, at: datetime) -> None:
        """Forget that the user said so, and note it in the journal."""
        ...


class Safekeeping(Protocol):
    """What happened to the mails and the archive of a case."""

    def read(
        self,
        case: Case,
        coverage: Sequence[Covered | NotCovered],
        *,
        at: datetime,
    ) -> None:
        """Keep what was and was not covered; it replaces what is known of a source."""
        ...

    def sealed(self, case: Case, seal: Seal) -> None:
        """Keep that the archive was sealed."""
        ...

    def verified(self, case: Case, verification: Verification) -> None:
        """Keep how a verification ended, and note it in the journal."""
        ...
