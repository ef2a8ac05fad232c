"""What happened to an order, by the kind of its mail and a few words in it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.lines import Line, fold
from torimodosu.recovery.orders.order import OrderState

_EVENTS: Mapping[MailKind, OrderState] = {
    MailKind.ORDER_CONFIRMATION: OrderState.PLACED,
    MailKind.OTHER: OrderState.PLACED,
    MailKind.ORDER_ON_HOLD: OrderState.ON_HOLD,
    MailKind.SHIPMENT: OrderState.SHIPPED,
    MailKind.DELIVERY: OrderState.DELIVERED,
    MailKind.CANCELLATION: OrderState.CANCELLED,
    MailKind.REFUND: OrderState.REFUNDED,
}
_MAY_BE_REFUSED = {OrderState.ON_HOLD, OrderState.CANCELLED}
_REFUSED = re.compile(
    r"注文.{0,20}(?:お受けできません|お受けできかね|承れません|承ることができません"
    r"|承ることができかね|成立しませんでした|不成立)"
    r"|(?:unable to|cannot|can't) (?:accept|process) (?:your|this) order"
    r"|order (?:has been|was) (?:declined|refused)"
)
_DELIVERED = re.compile(
    r"配達(?:済み|完了|しました|いたしました)|お届け(?:済み|しました|いたしました)"
    r"|(?:been|was|were) delivered|^delivered|geliefert|zugestellt"
    r"|consegnato|consegna effettuata|a été livré|^livré|entregado"
)
_NOT_YET = re.compile(
    r"配達中|本日配達|本日お届け|お届け予定|配達予定|配達できません|遅れ|遅延"
    r"|受け取りの準備|受取準備"
    r"|out for delivery|will be delivered|running late|^delayed|on the way|arriving"
    r"|delivery update|delivery attempt|ready for pick|could not be delivered"
    r"|in zustellung|zustellung heute|in consegna|en cours de livraison|en reparto"
)
_LONGEST = 1_000


def event_of(
    kind: MailKind, subject: str, parts: Sequence[Sequence[Line]]
) -> OrderState | None:
    """Return what a mail tells of its orders, or None if it is on another matter.

    A hold mail or a cancellation may tell that an order is refused; a mail on the
    delivery may tell that the parcel is still on its way.
    """
    event = _EVENTS.get(kind)
    if event in _MAY_BE_REFUSED and _speaks(_REFUSED, parts):
        return OrderState.REFUSED
    if event is OrderState.DELIVERED and _is_on_the_way(fold(subject), parts):
        return OrderState.SHIPPED
    return event


def _is_on_the_way(subject: str, parts: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a parcel is not there yet: the subject says it best."""
    subject = subject.casefold()
    if _DELIVERED.search(subject):
        return False
    if _NOT_YET.search(subject):
        return True
    return not _speaks(_DELIVERED, parts) and _speaks(_NOT_YET, parts)


def _speaks(words: re.Pattern[str], parts: Iterable[Iterable[Line]]) -> bool:
    return any(
        words.search(line.text.casefold())
        for lines in parts
        for line in lines
        if len(line.text) <= _LONGEST
    )
