"""The numbers of cards, by which everything said of them is kept."""

from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.case.case import PaymentCard


def number_cards(
    cards: Sequence[PaymentCard], *, kept: Sequence[int], given: int
) -> tuple[PaymentCard, ...]:
    """Return *cards*, each with a number of its own.

    One whose number is among those *kept* keeps it; every other gets the next one, so
    that a number is never given again. *given* is the highest that ever was.
    """
    free = set(kept)
    numbered = []
    for card in cards:
        if card.number in free:
            free.remove(card.number)
            numbered.append(card)
        else:
            given += 1
            numbered.append(replace(card, number=given))
    return tuple(numbered)
