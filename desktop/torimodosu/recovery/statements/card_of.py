"""Which card of the case a statement, or a row of it, is of."""

from collections.abc import Sequence

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.statement_layout import Account


def card_of_digits(last_four: str, cards: Sequence[PaymentCard], *, issuer: str) -> int:
    """Return the number of the card with these digits; 0 where none or several fit.

    Of two cards with the same digits the issuer decides, where it is known of both.
    """
    if not last_four:
        return 0
    fitting = [card for card in cards if card.last_four == last_four]
    of_issuer = [card for card in fitting if issuer and card.issuer == issuer]
    open_ones = [card for card in fitting if not (issuer and card.issuer)]
    return _only(of_issuer) if of_issuer else _only(open_ones)


def card_of_statement(
    last_fours: Sequence[str],
    cards: Sequence[PaymentCard],
    *,
    issuer: str,
    account: Account,
    said: int,
) -> int:
    """Return the number of the card that a statement is of; 0 where that is open.

    *said* is the card that the user names, 0 for none. Else the first digits that fit a
    card decide, else the issuer, unless the digits contradict.
    """
    if any(card.number == said for card in cards):
        return said
    if account is not Account.CARD:
        return 0
    told = [digits for digits in last_fours if digits]
    for digits in told:
        number = card_of_digits(digits, cards, issuer=issuer)
        if number:
            return number
    return _only(
        [
            card
            for card in cards
            if issuer and card.issuer == issuer and not (told and card.last_four)
        ]
    )


def _only(cards: Sequence[PaymentCard]) -> int:
    return cards[0].number if len(cards) == 1 else 0
