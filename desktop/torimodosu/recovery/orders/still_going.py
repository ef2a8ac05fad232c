"""Whether orders still come in, and how far that can be known from mails.

That no order mail came after the hold mail is weak evidence only: the intruder
may have changed the address, may delete mails, or may order elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.judging.judgement import Verdict as MailVerdict
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.damage import is_undone
from torimodosu.recovery.orders.horizon import QUIET_FOR, Horizon
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order, Ownership

_LATELY = timedelta(hours=1)
_GENUINE = MailVerdict.GENUINE


class Verdict(Enum):
    """Whether orders still come in."""

    GOING_ON = "going_on"
    SEEMS_OVER = "seems_over"
    CANNOT_TELL = "cannot_tell"


class Reason(Enum):
    """What a verdict rests on, or what weakens it."""

    NO_FOREIGN_ORDER = "no_foreign_order"
    ORDERS_AFTER_HOLD = "orders_after_hold"
    REFUSED_AFTER_HOLD = "refused_after_hold"
    ORDERS_LATELY = "orders_lately"
    QUIET_SINCE_HOLD = "quiet_since_hold"
    QUIET_SINCE_LAST = "quiet_since_last"
    NO_HOLD_MAIL = "no_hold_mail"
    NOT_QUIET_FOR_LONG = "not_quiet_for_long"
    MAILBOX_ENDS_BEFORE_HOLD = "mailbox_ends_before_hold"
    MAILBOX_ENDS_EARLY = "mailbox_ends_early"
    END_OF_MAILBOX_UNKNOWN = "end_of_mailbox_unknown"
    ADDRESS_CHANGED = "address_changed"
    ADDRESS_MAY_BE_CHANGED = "address_may_be_changed"
    MAILS_MAY_BE_DELETED = "mails_may_be_deleted"
    OTHER_SERVICES_NOT_SEEN = "other_services_not_seen"
    MAILS_NOT_PROVEN = "mails_not_proven"
    TIMES_UNKNOWN = "times_unknown"


_CAVEATS = (Reason.MAILS_MAY_BE_DELETED, Reason.OTHER_SERVICES_NOT_SEEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillGoing:
    """The verdict on whether orders still come in.

    Attributes:
        verdict: What the mails speak for.
        certainty: How sure; never confirmed that it is over.
        reasons: What it rests on first, then what weakens it.
        held_at: When the shop last wrote that it holds orders.
        last_order: When the last order that is not the user's own was placed.
        orders: Keys of the orders that speak for its going on.
        seen_until: The moment that the verdict is about: how far the mails reach.
        is_settled: Whether the mails reach a whole day beyond the last order that is
            not the user's own, or where there is none, the day of the discovery. Time
            that passes takes nothing away from that.

    """

    verdict: Verdict
    certainty: Certainty
    reasons: tuple[Reason, ...]
    held_at: datetime | None
    last_order: datetime | None
    orders: tuple[str, ...]
    seen_until: datetime
    is_settled: bool = False


def still_going(
    orders: Iterable[Order],
    ownership: Mapping[str, Ownership],
    mails: Iterable[KeptMail],
    horizon: Horizon,
) -> StillGoing:
    """Return whether orders still come in, as far as the mails can tell.

    *orders* are all of the time in question, and *ownership* says by order key whose
    they are: what is missing there is unsure. *mails* are those of the service. Nothing
    is confirmed by mails that are not proven to be genuine; those that are known not to
    be are not among them.
    """
    foreign = [o for o in orders if ownership.get(order_key(o)) is not Ownership.MINE]
    case = _Case(
        foreign=foreign,
        certain=frozenset(order_key(o) for o in foreign if o.is_proven)
        & _not_mine(ownership),
        latest=_latest_by_kind(mails),
        horizon=horizon,
    )
    return case.going_on() or case.blind() or case.quiet()


class _Dated(NamedTuple):
    """A mail, and when it was sent."""

    mail: KeptMail
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the verdict is reached from.

    Attributes:
        foreign: The orders that are not known to be the user's own.
        certain: Keys of those that are surely not, and that a genuine mail tells of.
        latest: The latest mail of each kind, and when it was sent.
        horizon: How far the mails let one see.

    """

    foreign: Sequence[Order]
    certain: frozenset[str]
    latest: Mapping[MailKind, _Dated]
    horizon: Horizon

    @property
    def held_at(self) -> datetime | None:
        return self._date_of(MailKind.ORDER_ON_HOLD)

    @property
    def is_hold_proven(self) -> bool:
        dated = self.latest.get(MailKind.ORDER_ON_HOLD)
        return dated is not None and dated.mail.verdict is _GENUINE

    @property
    def last(self) -> datetime | None:
        return max((o.placed_at for o in self.foreign if o.placed_at), default=None)

    @property
    def was_quiet(self) -> bool:
        return self.horizon.was_quiet(self.foreign)

    def ended_by(self, held: datetime) -> bool:
        """Tell whether no order came for an hour after *held*, the last before it."""
        ends = [order.placed_by for order in self.foreign]
        is_before = all(end is None or end <= held for end in ends)
        return is_before and self.horizon.seen_until - held >= _LATELY

    def going_on(self) -> StillGoing | None:
        """Return that orders come in, where the latest say so themselves."""
        held = self.held_at
        within = QUIET_FOR if held else _LATELY
        # What came in the last hours of a mailbox that ends days ago is no news now.
        after = max(self.horizon.seen_until - within, self.horizon.now - QUIET_FOR)
        latest = [
            order
            for order in self.foreign
            if order.placed_at is not None
            and not order.placed_to_the_day
            and order.placed_at > max(after, held or after)
        ]
        if not latest:
            return None
        standing = [order for order in latest if not is_undone(order)]
        keys = tuple(order_key(order) for order in standing or latest)
        reason = Reason.ORDERS_AFTER_HOLD if held else Reason.ORDERS_LATELY
        if held and not standing:
            reason = Reason.REFUSED_AFTER_HOLD
        is_proven = self.is_hold_proven and bool(self.certain & set(keys))
        certainty = Certainty.CONFIRMED if is_proven else Certainty.PROBABLE
        doubts = self._unproven(orders=keys)
        return self._says(Verdict.GOING_ON, certainty, reason, *doubts, orders=keys)

    def blind(self) -> StillGoing | None:
        """Return that nothing can be told, where later mails would not be seen."""
        covered, held = self.horizon.covered_until, self.held_at
        reasons = []
        if self.horizon.address_changed:
            reasons.append(Reason.ADDRESS_CHANGED)
        elif self.horizon.address_changed is None and self._was_account_changed():
            reasons.append(Reason.ADDRESS_MAY_BE_CHANGED)
        if covered is None:
            reasons.append(Reason.END_OF_MAILBOX_UNKNOWN)
        elif held is not None and covered < held:
            reasons.append(Reason.MAILBOX_ENDS_BEFORE_HOLD)
        elif self.horizon.ends_early and not self.was_quiet:
            reasons.append(Reason.MAILBOX_ENDS_EARLY)
        if self.foreign and self.last is None:
            reasons.append(Reason.TIMES_UNKNOWN)
        if not reasons:
            return None
        return self._says(Verdict.CANNOT_TELL, Certainty.UNKNOWN, *reasons)

    def quiet(self) -> StillGoing:
        """Return what follows from no order having come for a while."""
        held, last = self.held_at, self.last
        if last is None:
            return self._over(Reason.NO_FOREIGN_ORDER)
        if held is not None and self.ended_by(held):
            return self._over(Reason.QUIET_SINCE_HOLD, *self._unproven())
        no_hold = () if held else (Reason.NO_HOLD_MAIL,)
        if self.was_quiet:
            return self._over(Reason.QUIET_SINCE_LAST, *no_hold)
        is_dated = all(order.placed_at for order in self.foreign)
        why = Reason.NOT_QUIET_FOR_LONG if is_dated else Reason.TIMES_UNKNOWN
        return self._says(Verdict.CANNOT_TELL, Certainty.UNKNOWN, why, *no_hold)

    def _over(self, *reasons: Reason) -> StillGoing:
        early = (Reason.MAILBOX_ENDS_EARLY,) if self.horizon.ends_early else ()
        doubts = (*reasons, *early, *_CAVEATS)
        return self._says(Verdict.SEEMS_OVER, Certainty.PROBABLE, *doubts)

    def _unproven(self, orders: Sequence[str] = ()) -> Sequence[Reason]:
        """Return that a mail is not proven which the verdict rests on."""
        proven = {order_key(order) for order in self.foreign if order.is_proven}
        is_hold_open = self.held_at is not None and not self.is_hold_proven
        is_open = is_hold_open or (bool(orders) and proven.isdisjoint(orders))
        return (Reason.MAILS_NOT_PROVEN,) if is_open else ()

    def _date_of(self, kind: MailKind) -> datetime | None:
        dated = self.latest.get(kind)
        return None if dated is None else dated.at

    def _was_account_changed(self) -> bool:
        """Tell whether the account was changed since the first foreign order."""
        changed = self._date_of(MailKind.ACCOUNT_CHANGED)
        first = min((o.placed_at for o in self.foreign if o.placed_at), default=None)
        return changed is not None and (first is None or changed >= first)

    def _says(
        self,
        verdict: Verdict,
        certainty: Certainty,
        *reasons: Reason,
        orders: tuple[str, ...] = (),
    ) -> StillGoing:
        return StillGoing(
            verdict=verdict,
            certainty=certainty,
            reasons=reasons,
            held_at=self.held_at,
            last_order=self.last,
            orders=orders,
            seen_until=self.horizon.seen_until,
            is_settled=verdict is Verdict.SEEMS_OVER and self.was_quiet,
        )


def _not_mine(ownership: Mapping[str, Ownership]) -> set[str]:
    return {key for key, owner in ownership.items() if owner is Ownership.NOT_MINE}


def _latest_by_kind(mails: Iterable[KeptMail]) -> Mapping[MailKind, _Dated]:
    latest: dict[MailKind, _Dated] = {}
    for mail in mails:
        if mail.date is not None:
            known = latest.get(mail.kind)
            if known is None or mail.date > known.at:
                latest[mail.kind] = _Dated(mail, mail.date)
    return latest
