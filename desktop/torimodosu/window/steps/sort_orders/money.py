"""What the orders of somebody else cost, as tiles."""

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.damage import Damage, Figure, Group, Sums
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.money import MoneyTiles, Share
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.counts import Counts

YEN = "JPY"
_SIGNS: Mapping[str, tuple[IconName, Colour]] = {
    "gift_card": ("gift", "data_a"),
    "points": ("points", "data_b"),
    "card": ("card", "data_c"),
}
# The hatched part shows that something is open, not how much.
_OPEN_WEIGHT = 0.06


def tiles_of(look: Look, damage: Damage) -> MoneyTiles:
    """Return the damage in its main currency; `keys_of` says what is behind it."""
    sums = main_sums(damage.caused)
    shares = (
        _share("gift_card", sums.gift_card, sums.currency),
        _share("points", sums.points, sums.currency),
        _share("card", sums.card, sums.currency),
        _open_share(damage.caused, sums),
    )
    total = Share(
        key="total",
        name=QCoreApplication.translate("Money", "Known damage"),
        amount=amount_words(sums.total.amount, sums.currency),
        source=Counts().orders(len(sums.total.orders)),
    )
    check = check_words(damage, sums)
    return MoneyTiles(look, total, shares, check, adds_up=damage.adds_up)


def keys_of(damage: Damage, share: str) -> tuple[str, ...]:
    """Return the keys of the orders behind the tile with the key *share*."""
    sums = main_sums(damage.caused)
    match share:
        case "gift_card":
            return sums.gift_card.orders
        case "points":
            return sums.points.orders
        case "card":
            return sums.card.orders
        case "open":
            return tuple(dict.fromkeys((*sums.unknown.orders, *damage.caused.open)))
        case _:
            return sums.total.orders


def main_sums(group: Group) -> Sums:
    """Return the sums in yen, else in the currency of most orders, else nothing."""
    by_count = sorted(group.sums, key=lambda sums: -len(sums.total.orders))
    yen = [sums for sums in group.sums if sums.currency == YEN]
    nothing = Figure(amount=Decimal(0), orders=())
    empty = Sums(
        currency=YEN,
        total=nothing,
        gift_card=nothing,
        points=nothing,
        card=nothing,
        unknown=nothing,
        refunded=nothing,
    )
    return next(iter((*yen, *by_count, empty)))


def check_words(damage: Damage, sums: Sums) -> str:
    """Return the proof that the parts add up, and what is left out of them."""
    total = amount_words(sums.total.amount, sums.currency)
    if not damage.adds_up:
        form = QCoreApplication.translate(
            "Money", "The parts do not make up {total}. Look at the orders again."
        )
        return form.format(total=total)
    form = QCoreApplication.translate("Money", "The parts make up {total} exactly.")
    words = [form.format(total=total)]
    if damage.caused.open:
        count = len(damage.caused.open)
        words.append(Counts().without_amount(count))
    for other in damage.caused.sums:
        if other is not sums:
            form = QCoreApplication.translate("Money", "Besides, {amount}.")
            amount = amount_words(other.total.amount, other.currency)
            words.append(form.format(amount=amount))
    if damage.undone.orders:
        count = len(damage.undone.orders)
        words.append(Counts().said_undone(count))
    return reduce(_followed_by, words)


def _followed_by(words: str, more: str) -> str:
    """Return two sentences in a row; not every language puts a space between them."""
    form = QCoreApplication.translate("Money", "{words} {more}")
    return form.format(words=words, more=more)


def _share(key: str, figure: Figure, currency: str) -> Share:
    match key:
        case "gift_card":
            name = QCoreApplication.translate("Money", "Gift balance")
        case "points":
            name = QCoreApplication.translate("Money", "Points")
        case _:
            name = QCoreApplication.translate("Money", "Card")
    icon, colour = _SIGNS[key]
    return Share(
        key=key,
        name=name,
        amount=amount_words(figure.amount, currency),
        source=Counts().orders(len(figure.orders)),
        weight=float(figure.amount),
        icon=icon,
        colour=colour,
    )


def _open_share(group: Group, sums: Sums) -> Share:
    """Return what is not known: a sum of unknown payment, and orders without amount."""
    unknown, missing = sums.unknown.amount, len(group.open)
    weight = float(unknown)
    if missing:
        weight += float(sums.total.amount) * _OPEN_WEIGHT or 1.0
    amount = amount_words(unknown, sums.currency)
    source = Counts().orders(len(sums.unknown.orders))
    if missing and not unknown:
        amount = Counts().orders(missing)
        source = QCoreApplication.translate("Money", "not in the mails")
    elif missing:
        source = Counts().orders_and_open(source, missing)
    return Share(
        key="open",
        name=QCoreApplication.translate("Money", "Not known yet"),
        amount=amount,
        source=source,
        weight=weight,
        icon="unknown",
        colour="data_open",
    )
