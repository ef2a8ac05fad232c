"""What the orders of somebody else cost, and who paid."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Doubt, Order, OrderState, Ownership


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A sum, and the keys of the orders that it is the sum of."""

    amount: Decimal
    orders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What orders in one currency cost, of those whose total is known.

    Attributes:
        currency: ISO 4217 code.
        total: What they cost.
        gift_card: What the gift balance paid.
        points: What points paid.
        card: What a card paid.
        unknown: What was paid in a way that no mail tells.
        refunded: What mails say is given back; not taken off the others.

    """

    currency: str
    total: Figure
    gift_card: Figure
    points: Figure
    card: Figure
    unknown: Figure
    refunded: Figure

    @property
    def adds_up(self) -> bool:
        """Tell whether the ways of payment make up the total."""
        parts = (self.gift_card, self.points, self.card, self.unknown)
        return sum((part.amount for part in parts), Decimal(0)) == self.total.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Orders that are counted together.

    Attributes:
        sums: What they cost, one for each currency, by its code.
        orders: Keys of all of them.
        open: Keys of those that may cost more than the sums say: no mail gives a
            total, or only that nothing was left to pay for goods that have a price.

    """

    sums: tuple[Sums, ...]
    orders: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def adds_up(self) -> bool:
        """Tell whether the ways of payment make up the total in each currency."""
        return all(sums.adds_up for sums in self.sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """The damage.

    Attributes:
        caused: All orders that are not the user's.
        standing: Those of them that still cost money as far as the mails tell.
        undone: Those that were cancelled, refused or refunded in full; only a
            statement proves that they cost nothing.
        unsure: Orders of which the user is not sure, or has not said whose they are.

    """

    caused: Group
    standing: Group
    undone: Group
    unsure: Group

    @property
    def adds_up(self) -> bool:
        """Tell whether each group adds up, and standing and undone make up caused."""
        groups = (self.caused, self.standing, self.undone, self.unsure)
        keys = (*self.standing.orders, *self.undone.orders)
        return all(group.adds_up for group in groups) and set(keys) == set(
            self.caused.orders
        )


def assess_damage(
    orders: Iterable[Order], ownership: Mapping[str, Ownership]
) -> Damage:
    """Return what *orders* cost by whose they are; *ownership* is by order key."""
    by_owner: dict[Ownership, list[Order]] = {owner: [] for owner in Ownership}
    for order in orders:
        by_owner[ownership.get(order_key(order), Ownership.UNSURE)].append(order)
    caused = by_owner[Ownership.NOT_MINE]
    return Damage(
        caused=_group(caused),
        standing=_group([order for order in caused if not is_undone(order)]),
        undone=_group([order for order in caused if is_undone(order)]),
        unsure=_group(by_owner[Ownership.UNSURE]),
    )


def is_undone(order: Order) -> bool:
    """Tell whether *order* costs nothing any more, as far as the mails tell."""
    match order.state:
        case OrderState.CANCELLED | OrderState.REFUSED:
            return True
        case OrderState.REFUNDED:
            return (
                order.refunded is None
                or order.total is None
                or order.refunded >= order.total
            )
        case _:
            return False


def is_open(order: Order) -> bool:
    """Tell whether *order* may cost more than its mails say.

    What the shop refused was never charged, so it is not open though no mail gives
    its amount.
    """
    if order.state is OrderState.REFUSED:
        return False
    return order.total is None or Doubt.NOTHING_TO_PAY in order.doubts


def _group(orders: Sequence[Order]) -> Group:
    known = [order for order in orders if order.total is not None]
    currencies = sorted({order.currency for order in known})
    return Group(
        sums=tuple(
            _sums(currency, [order for order in known if order.currency == currency])
            for currency in currencies
        ),
        orders=tuple(order_key(order) for order in orders),
        open=tuple(order_key(order) for order in orders if is_open(order)),
    )


def _sums(currency: str, orders: Sequence[Order]) -> Sums:
    def figure(part: Callable[[Order], Decimal | None]) -> Figure:
        parts = [(order_key(order), part(order)) for order in orders]
        told = [(key, amount) for key, amount in parts if amount]
        return Figure(
            amount=sum((amount for _, amount in told), Decimal(0)),
            orders=tuple(key for key, _ in told),
        )

    return Sums(
        currency=currency,
        total=figure(lambda order: order.total),
        gift_card=figure(lambda order: order.gift_card),
        points=figure(lambda order: order.points),
        card=figure(lambda order: order.card),
        unknown=figure(lambda order: order.unknown),
        refunded=figure(lambda order: order.refunded),
    )
