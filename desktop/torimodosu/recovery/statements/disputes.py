"""The charges that are not the user's, as far as that is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.which_card.matching import Match, Matching, Said
from torimodosu.recovery.statements.words import CardWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A charge for an order that is not the user's, or that they say is not theirs.

    Attributes:
        card: The number of the card in the case, 0 where it is not known.
        charge: As the statements show it, or None where only a notice tells of it.
        notice: The usage notice where there is no charge yet, else None.
        orders: Keys of the orders that it is for.
        is_sure: Whether nothing else explains it, or the user says so.

    """

    card: int
    charge: LoggedCharge | None
    notice: CardNotice | None
    orders: tuple[str, ...]
    is_sure: bool

    @property
    def day(self) -> date | None:
        """Return the day of use, or None."""
        if self.charge is not None:
            return self.charge.charge.date
        if self.notice is not None and self.notice.used_at is not None:
            return self.notice.used_at.date()
        return None

    @property
    def merchant(self) -> str:
        """Return the shop as printed."""
        if self.charge is not None:
            return self.charge.charge.merchant
        return "" if self.notice is None else self.notice.merchant

    @property
    def amount(self) -> Decimal | None:
        """Return the money that went out, or None."""
        if self.charge is not None:
            return self.charge.charge.amount
        return None if self.notice is None else self.notice.amount

    @property
    def currency(self) -> str:
        """Return the currency of the amount, or ""."""
        if self.charge is not None:
            return self.charge.charge.currency
        return "" if self.notice is None else self.notice.currency


def disputes_of(
    matching: Matching,
    charges: Mapping[str, LoggedCharge],
    notices: Mapping[str, CardNotice],
    words: CardWords,
) -> tuple[Dispute, ...]:
    """Return each disputed charge once, by day; one without a day stands first.

    *notices* are by their key. A match that the user rejected says nothing.
    """
    accepted = accepted_matches(matching)
    names = {match.key for match in accepted}
    others = (one for one in matching.matches if one.key not in names)
    found: dict[str, Dispute] = {}
    disputed = set(matching.disputed)
    for match in (*accepted, *others):
        if match.is_disputed and match.amount >= 0 and match.said is not Said.REJECTED:
            for key, dispute in _of_match(match, charges, notices):
                is_known = match.key in names or key in disputed
                found.setdefault(key, replace(dispute, is_sure=is_known))
    for key, is_mine in words.charges.items():
        if not is_mine and key in charges and key not in found:
            found[key] = _said(charges[key])
    return tuple(sorted(found.values(), key=_by_day))


def accepted_matches(matching: Matching) -> tuple[Match, ...]:
    """Return the matches that are true, or as good as true, for the money they tell of.

    Where a charge is surely for one of several orders that are not the user's, the
    first that is named stands for them: which of them it is does not change the sums.
    """
    accepted = [match for match in matching.matches if is_sure(match)]
    taken = {key for match in accepted for key in keys_of(match)}
    orders = {key for match in accepted for key in match.orders if match.amount >= 0}
    disputed = set(matching.disputed)
    for match in matching.matches:
        keys = set(keys_of(match))
        if match.said is not None or match.amount < 0 or not keys <= disputed:
            continue
        if keys.isdisjoint(taken) and orders.isdisjoint(match.orders):
            accepted.append(match)
            taken |= keys
            orders |= set(match.orders)
    return tuple(accepted)


def keys_of(match: Match) -> tuple[str, ...]:
    """Return the keys of the charges of *match*, or of its notices."""
    return match.charges or match.notices


def is_sure(match: Match) -> bool:
    """Tell whether *match* is true: by itself or by the user's word."""
    if match.said is None:
        return match.is_certain
    return match.said is Said.CONFIRMED


def _of_match(
    match: Match,
    charges: Mapping[str, LoggedCharge],
    notices: Mapping[str, CardNotice],
) -> Iterator[tuple[str, Dispute]]:
    shown = [key for key in match.charges if key in charges]
    for key in shown or match.notices:
        if shown or key in notices:
            yield (
                key,
                Dispute(
                    card=match.card,
                    charge=charges[key] if shown else None,
                    notice=None if shown else notices[key],
                    orders=match.orders,
                    is_sure=False,
                ),
            )


def _said(charge: LoggedCharge) -> Dispute:
    return Dispute(
        card=charge.card, charge=charge, notice=None, orders=(), is_sure=True
    )


def _by_day(dispute: Dispute) -> tuple[date, str, str]:
    key = "" if dispute.charge is None else dispute.charge.key
    return dispute.day or date.min, dispute.merchant, key
