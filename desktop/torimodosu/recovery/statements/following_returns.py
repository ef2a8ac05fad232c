"""Following every disputed sum until it is back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from torimodosu.recovery.orders.order import Doubt, Order, OrderState, Ownership
from torimodosu.recovery.statements.calendar_days import is_plausible
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.credits import (
    ZERO,
    Flow,
    flows_of,
    orders_in_question,
)
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.stray_returns import stray_returns
from torimodosu.recovery.statements.which_card.claims import LATE
from torimodosu.recovery.statements.which_card.matching import Matching
from torimodosu.recovery.statements.words import CardWords

_LATE = timedelta(days=LATE)
# Between the charge and the refund a rate moves this much at most.
_RATE_MOVES = Decimal("0.05")
_UNDONE = {OrderState.CANCELLED, OrderState.REFUNDED, OrderState.REFUSED}
_IN_PART = {Doubt.PARTLY_CANCELLED, Doubt.SHIPPED_AND_CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the states of money that must come back rest on.

    Attributes:
        matching: Which card paid what.
        charges: Every logged charge, by key.
        coverage: What was read of each card, by its number.
        words: What the user says.
        registered: Numbers of the cards that the shop has.
        shows_on: When the statement should be out that can show a row of today, by the
            number of the card, as far as that is known.

    """

    matching: Matching
    charges: Mapping[str, LoggedCharge]
    coverage: Mapping[int, CardCoverage]
    words: CardWords
    registered: tuple[int, ...]
    shows_on: Mapping[int, date]


def follow_returns(
    orders: Mapping[str, Order],
    ownership: Mapping[str, Ownership],
    evidence: Evidence,
) -> tuple[ExpectedReturn, ...]:
    """Return each sum that must come back, by the day of its order.

    These are the parts of every order that is not the user's, by what it was paid with,
    and the charges that the user says are not theirs. "Cancelled" is not "returned": a
    sum is closed by rows, by bills that do not show it, or by the user's word alone.
    """
    strange = {
        key: order
        for key, order in orders.items()
        if ownership.get(key) is Ownership.NOT_MINE
    }
    shares = {key: order.card for key, order in strange.items() if order.card}
    matches = evidence.matching.matches
    flows = flows_of(evidence.matching, evidence.charges, shares)
    named = orders_in_question(evidence.matching)
    found = [
        _followed(key, order, means, amount, _Seen(flow, key in named, evidence))
        for key, order in sorted(strange.items(), key=_by_day)
        for flow in [flows.get(key, Flow())]
        for means, amount in _parts(order, flow)
    ]
    return (*found, *stray_returns(matches, evidence.charges, evidence.words))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is seen of one order; `is_named` says that a charge may be for it."""

    flow: Flow
    is_named: bool
    evidence: Evidence


def _by_day(entry: tuple[str, Order]) -> tuple[bool, float, str]:
    key, order = entry
    placed = order.placed_at
    return placed is None, 0.0 if placed is None else placed.timestamp(), key


def _parts(order: Order, flow: Flow) -> Iterator[tuple[Means, Decimal | None]]:
    """Yield what *order* was paid with; nothing for a part that is known to be none.

    Where the mails do not tell how a part was paid, a charge of a card does.
    """
    if order.total is None and order.card is None:
        yield (Means.CARD if flow.is_seen else Means.UNKNOWN), None
        return
    unknown = order.unknown or ZERO
    by_card = order.card or ZERO
    if not by_card and flow.charged and flow.currency == order.currency:
        by_card = min(unknown, flow.charged)
        unknown -= by_card
    for means, amount in (
        (Means.GIFT_CARD, order.gift_card),
        (Means.POINTS, order.points),
        (Means.CARD, by_card),
        (Means.UNKNOWN, unknown),
    ):
        if amount:
            yield means, amount


def _followed(
    key: str, order: Order, means: Means, amount: Decimal | None, seen: _Seen
) -> ExpectedReturn:
    name = f"{key}:{means.value}"
    flow = seen.flow if means is Means.CARD else Flow()
    currency = order.currency
    if means is Means.CARD and flow.charged and flow.currency != currency:
        amount, currency = flow.charged, flow.currency
    elif means is Means.CARD and amount is None and not flow.is_shared:
        amount, currency = flow.charged or None, flow.currency
    card = next(iter(flow.cards)) if len(flow.cards) == 1 else 0
    state, day = _state(name, order, means, amount, seen)
    is_open = means is Means.CARD and not state.is_closed
    return ExpectedReturn(
        key=name,
        order=key,
        means=means,
        card=card,
        amount=amount,
        currency=currency,
        state=state,
        returned=flow.returned,
        seen_on=day,
        mails=order.mails if _is_promised(order) else (),
        charges=(*flow.back, *flow.out),
        look_again=_next_statement(card, seen.evidence) if is_open else None,
    )


def _state(
    name: str, order: Order, means: Means, amount: Decimal | None, seen: _Seen
) -> tuple[ReturnState, date | None]:
    """Return how far it is, and the day of what that rests on."""
    flow, is_card = seen.flow, means is Means.CARD
    if is_card and _is_credited(order, amount, flow):
        return ReturnState.CREDITED, flow.back_on
    word = seen.evidence.words.returns.get(name)
    if word is not None:
        return word.state, word.at.date()
    if is_card and flow.returned:
        return ReturnState.CREDITED_PART, flow.back_on
    if is_card and (day := _vanished_on(order, seen)) is not None:
        return ReturnState.VANISHED, day
    if _is_promised(order):
        return ReturnState.PROMISED, None
    return ReturnState.EXPECTED, None


def _is_promised(order: Order) -> bool:
    """Tell whether the shop says that all of *order* is cancelled or given back."""
    if order.refunded is not None and order.total is not None:
        if order.refunded >= order.total:
            return True
        if order.state is OrderState.REFUNDED:
            return False
    return order.state in _UNDONE and _IN_PART.isdisjoint(order.doubts)


def _is_credited(order: Order, amount: Decimal | None, flow: Flow) -> bool:
    if not flow.returned or amount is None:
        return False
    due = amount
    if _is_promised(order) and flow.charged and not flow.is_shared:
        # What was cancelled before it was charged does not come back.
        due = min(amount, flow.charged)
    if flow.is_converted:
        due -= due * _RATE_MOVES
    return flow.returned >= due


def _vanished_on(order: Order, seen: _Seen) -> date | None:
    """Return until when bills were read that should show the charge and do not.

    A charge that the shop does not say it cancelled may still come on a later bill.
    """
    flow, evidence = seen.flow, seen.evidence
    if flow.is_seen:
        return _dropped_on(order, flow, evidence)
    if seen.is_named or evidence.matching.gave_up or order.placed_at is None:
        return None
    sent = [parcel.date for parcel in order.shipments if parcel.date is not None]
    first = order.placed_at.date()
    if not all(map(is_plausible, (first, *sent))):
        return None
    last = max([first, *sent]) + _LATE
    ends = [
        _read_until(number, first, last, evidence) for number in evidence.registered
    ]
    known = [end for end in ends if end is not None]
    return min(known) if known and len(known) == len(ends) else None


def _dropped_on(order: Order, flow: Flow, evidence: Evidence) -> date | None:
    rows = [evidence.charges[key] for key in flow.out if key in evidence.charges]
    days = [row.charge.date for row in rows]
    if flow.notices or len(flow.cards) != 1 or not all(row.is_open for row in rows):
        return None
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or not all(map(is_plausible, known)):
        return None
    last = max(known) if _is_promised(order) else max(known) + _LATE
    (card,) = flow.cards
    return _read_until(card, min(known), last, evidence)


def _read_until(card: int, first: date, last: date, evidence: Evidence) -> date | None:
    """Return until when closed bills of *card* were read whole, from *first* on.

    None where that is not *last* or later.
    """
    covered = evidence.coverage.get(card)
    if covered is None or covered.has_skipped_rows:
        return None
    return next(
        (end for begin, end in covered.closed if begin <= first and last <= end), None
    )


def _next_statement(card: int, evidence: Evidence) -> date | None:
    """Return when the next statement comes that can show it, of any card if need be."""
    cards = (card,) if card else evidence.registered
    days = (evidence.shows_on[one] for one in cards if one in evidence.shows_on)
    return min(days, default=None)
