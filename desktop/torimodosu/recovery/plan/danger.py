"""How urgent it is: whether money is moving now, some was lost, or all is calm."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

# Intruders order in bursts (a dozen within an hour), and come back the next day as
# long as nobody has closed the door.
RECENT = timedelta(hours=24)
UNSORTED_THAT_ALARM = 3
# An address that was changed longer ago was changed by the person, or they would have
# missed their mails.
LATELY = timedelta(days=30)


class Danger(Enum):
    """The three degrees of urgency."""

    MONEY_MOVING = "money_moving"
    DAMAGE_DONE = "damage_done"
    NONE_SEEN = "none_seen"


def danger_of(snapshot: Snapshot) -> Danger:
    """Return how urgent the case is.

    Money may be moving now while the last day holds an order that is not the user's,
    or several that nobody has looked at, and those who can stop it have not been
    told, and nobody has told the user that it is over. A new password alone does not
    end it: what was ordered is on its way.
    """
    if _is_recent(snapshot) and not _were_told(snapshot):
        return Danger.MONEY_MOVING
    if any(_strangers(snapshot)):
        return Danger.DAMAGE_DONE
    return Danger.NONE_SEEN


def card_is_at_risk(snapshot: Snapshot) -> bool:
    """Tell whether a card company has to hear of the case.

    True where a card is registered at the shop, and where an order that is not the
    user's has a part on a card, a part whose payment is not known, or no known total.
    """
    if snapshot.case is not None and snapshot.case.answers.cards:
        return True
    return any(
        order.total is None or bool(order.card) or bool(order.unknown)
        for order in _strangers(snapshot)
    )


def account_is_lost(snapshot: Snapshot) -> bool:
    """Tell whether the account may be in the hands of the intruder.

    So it is when the e-mail address was changed lately, the shop has not locked the
    account since, by which it undoes such changes, and the person does not get in:
    a reset of the password would then be sent to the intruder.
    """
    if snapshot.case is None or snapshot.case.answers.sign_in is SignIn.YES:
        return False
    changed = _newest(snapshot, AccountEventKind.ADDRESS_CHANGED)
    locked = _newest(snapshot, AccountEventKind.ACCOUNT_LOCKED)
    if changed is None or snapshot.at - changed.at > LATELY:
        return False
    return locked is None or locked.at < changed.at


def _were_told(snapshot: Snapshot) -> bool:
    if Step.STILL_GOING in snapshot.said:
        return True
    card = Step.CARD_COMPANY in snapshot.said or not card_is_at_risk(snapshot)
    return card and Step.SHOP in snapshot.said


def _newest(snapshot: Snapshot, kind: AccountEventKind) -> AccountEvent | None:
    told = (event for event in snapshot.events if event.kind is kind)
    return max(told, key=lambda event: event.at, default=None)


def _strangers(snapshot: Snapshot) -> Iterator[Order]:
    for key, order in snapshot.orders.items():
        if snapshot.ownership.get(key) in {Ownership.NOT_MINE, Ownership.UNSURE}:
            yield order


def _is_recent(snapshot: Snapshot) -> bool:
    unsorted = 0
    for key, order in snapshot.orders.items():
        placed = order.placed_by
        if placed is None or snapshot.at - placed >= RECENT:
            continue
        verdict = snapshot.ownership.get(key)
        if verdict is Ownership.NOT_MINE:
            return True
        unsorted += verdict is None
    return unsorted >= UNSORTED_THAT_ALARM
