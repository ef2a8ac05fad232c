"""Orders whose amount is not known well enough to rule them out anywhere."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.which_card.claims import Claim, thousandths
from torimodosu.recovery.statements.which_card.edges import is_same_money
from torimodosu.recovery.statements.which_card.uses import Use

# Rates of issuers differ from one another, and from day to day.
_RATES_DIFFER = Decimal("0.04")
_ANY_AMOUNT = 10**15

Rates = Mapping[tuple[str, str], Decimal]


class Shadow(NamedTuple):
    """Whether orders of unknown amounts may be what a use is for.

    Attributes:
        of_any: Whether one may be.
        of_user: Whether one may be that is, or may be, the user's own.
        of_thief: Whether one may be that is not, or may not be, the user's own.
        orders: How many orders of that day are, or may be, the user's own.

    """

    of_any: bool
    of_user: bool
    of_thief: bool
    orders: int


_NO_SHADOW = Shadow(of_any=False, of_user=False, of_thief=False, orders=0)


class Shadows:
    """The orders that no use was found for."""

    def __init__(self, claims: Iterable[Claim], rates: Rates) -> None:
        self._claims = tuple(claims)
        self._rates = rates
        self._days: dict[int, Mapping[tuple[str, str, Ownership], tuple[int, int]]] = {}

    @property
    def are_there(self) -> bool:
        """Whether there is any such order."""
        return bool(self._claims)

    def over(self, use: Use) -> Shadow:
        """Return what of them *use* may be for."""
        if not self._claims:
            return _NO_SHADOW
        of_user = of_thief = False
        count = 0
        for (service, currency, owner), (most, many) in self._on(use.day).items():
            if owner is not Ownership.NOT_MINE:
                count += many
            if use.services and service not in use.services:
                continue
            if _most_in(currency, most, use, self._rates) >= abs(use.units):
                of_user = of_user or owner is not Ownership.NOT_MINE
                of_thief = of_thief or owner is not Ownership.MINE
        return Shadow(of_user or of_thief, of_user, of_thief, count)

    def _on(self, day: int) -> Mapping[tuple[str, str, Ownership], tuple[int, int]]:
        known = self._days.get(day)
        if known is None:
            found: dict[tuple[str, str, Ownership], tuple[int, int]] = {}
            for claim in self._claims:
                if claim.is_usual(day):
                    key = (claim.service, claim.currency, claim.owner)
                    most, many = found.get(key, (0, 0))
                    found[key] = (max(most, _most_of(claim)), many + 1)
            known = self._days[day] = found
        return known


def _most_of(claim: Claim) -> int:
    return _ANY_AMOUNT if claim.whole is None else claim.whole


def _most_in(currency: str, most: int, use: Use, rates: Rates) -> int:
    """Return *most* of *currency* in the money of *use*."""
    if most == _ANY_AMOUNT or is_same_money(currency, use.currency):
        return most
    rate = rates.get((currency, use.currency))
    return _ANY_AMOUNT if rate is None else int(most * rate * (1 + _RATES_DIFFER))


def can_pay(claim: Claim, use: Use, rates: Rates) -> bool:
    """Tell whether *use* can be what *claim* cost, as far as it is known."""
    if is_same_money(claim.currency, use.currency):
        return claim.may_cost(use.units)
    if claim.whole is None:
        return True
    abroad = use.foreign
    if abroad is not None and abroad.amount is not None and abroad.currency:
        is_same = abroad.currency == claim.currency
        return is_same and claim.may_cost(thousandths(abroad.amount))
    return is_converted(claim, use, rates) is not False


def is_converted(claim: Claim, use: Use, rates: Rates) -> bool | None:
    """Tell whether *use* is the amount of *claim* converted; None: no rate is known."""
    rate = rates.get((claim.currency, use.currency))
    if rate is None or claim.whole is None:
        return None
    expected = claim.whole * rate
    if claim.is_loose and use.units <= expected:
        return True
    return abs(use.units - expected) <= expected * _RATES_DIFFER


def rates_of(charges: Iterable[LoggedCharge]) -> Rates:
    """Return what one unit of each currency cost in the money of the statements.

    Of several rates the last one counts.
    """
    rates: dict[tuple[str, str], Decimal] = {}
    for logged in charges:
        abroad = logged.charge.foreign
        if abroad is not None and abroad.rate and abroad.currency:
            rates[abroad.currency, logged.charge.currency] = abroad.rate
    return rates
