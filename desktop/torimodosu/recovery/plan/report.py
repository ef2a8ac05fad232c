"""What is told to the shop, to a card company or to the police: the case in facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from torimodosu.recovery.case.case import Case, SignIn
from torimodosu.recovery.orders.damage import Damage, assess_damage
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.sign_in import reset_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Contact, Whom
from torimodosu.recovery.signin.trial import Tried

# A guess for which orders belong to the days in question: some notice the day after.
_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is known at one moment, for somebody who has not seen the mails.

    Attributes:
        service: Id of the shop.
        noticed: The day on which the user noticed.
        foreign: The orders that are not the user's, by time; those without one last.
        checking: The orders of these days that the user is not sure of, or has not
            judged yet, in the same order.
        own: The user's own orders of these days, in the same order.
        damage: What the foreign ones cost.
        reset_at: When the password was last set anew, or None.
        is_shut_out: Whether the user says that they cannot sign in, and it is not done.
        tried: What was tried to sign in, and what came of it, oldest first.
        contacts: Those with whom the report is for, oldest first.

    """

    service: str
    noticed: date
    foreign: tuple[Order, ...]
    checking: tuple[Order, ...]
    own: tuple[Order, ...]
    damage: Damage
    reset_at: datetime | None
    is_shut_out: bool
    tried: tuple[Tried, ...]
    contacts: tuple[Contact, ...]


def report_of(snapshot: Snapshot, whom: Whom) -> Report | None:
    """Return what *whom* has to hear, or None without a case.

    The police hear of every contact, everybody else of those with themselves.
    """
    case = snapshot.case
    if case is None:
        return None
    foreign = _by_time(snapshot, {Ownership.NOT_MINE})
    since = _since(case, foreign, snapshot.at)
    reset = reset_of(snapshot)
    is_done_with = is_done(Step.SIGN_IN, snapshot)
    return Report(
        service=case.answers.service,
        noticed=case.answers.noticed,
        foreign=foreign,
        checking=tuple(
            order
            for order in _by_time(snapshot, {Ownership.UNSURE, None})
            if order.placed_by is None or order.placed_by >= since
        ),
        own=tuple(
            order
            for order in _by_time(snapshot, {Ownership.MINE})
            if order.placed_by is not None and order.placed_by >= since
        ),
        damage=assess_damage(snapshot.orders.values(), snapshot.ownership),
        reset_at=None if reset is None else reset.at,
        is_shut_out=case.answers.sign_in is SignIn.NO and not is_done_with,
        tried=tuple(sorted(snapshot.tried.values(), key=lambda tried: tried.at)),
        contacts=tuple(
            contact
            for contact in snapshot.contacts
            if whom in {Whom.POLICE, contact.whom}
        ),
    )


def _by_time(snapshot: Snapshot, owners: set[Ownership | None]) -> tuple[Order, ...]:
    def found() -> Iterator[Order]:
        for key, order in snapshot.orders.items():
            if snapshot.ownership.get(key) in owners:
                yield order

    def when(order: Order) -> tuple[bool, float]:
        placed = order.placed_at
        return placed is None, 0 if placed is None else placed.timestamp()

    return tuple(sorted(found(), key=when))


def _since(case: Case, foreign: tuple[Order, ...], at: datetime) -> datetime:
    """Return from when on an order is one of the days in question."""
    noticed = datetime.combine(case.answers.noticed, time(), tzinfo=at.tzinfo)
    placed = (order.placed_at for order in foreign)
    known = [moment for moment in placed if moment is not None]
    return min([noticed, *known]) - _BEFORE
