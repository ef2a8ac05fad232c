"""The cards of a case."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from torimodosu.recovery.case.case import Answers, PaymentCard
from torimodosu.recovery.case.numbering import number_cards


def keep_cards(
    connection: sqlite3.Connection, number: int, answers: Answers
) -> Answers:
    """Keep the cards in *answers* of the case *number*; return them numbered."""
    (given,) = connection.execute(
        'SELECT cards_given FROM "case" WHERE id = ?', (number,)
    ).fetchone()
    rows = connection.execute("SELECT number FROM card WHERE case_id = ?", (number,))
    kept = [card for (card,) in rows]
    cards = number_cards(answers.cards, kept=kept, given=given)
    connection.execute("DELETE FROM card WHERE case_id = ?", (number,))
    connection.executemany(
        "INSERT INTO card (case_id, number, position, issuer, nickname, last_four,"
        " is_registered, cycle) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(number, card.number, position, card.issuer, card.nickname),
                *(card.last_four, card.is_registered, card.cycle),
            )
            for position, card in enumerate(cards)
        ],
    )
    connection.execute(
        'UPDATE "case" SET cards_given = ? WHERE id = ?',
        (max([given, *(card.number for card in cards)]), number),
    )
    return replace(answers, cards=cards)


def all_cards(connection: sqlite3.Connection) -> Mapping[int, list[PaymentCard]]:
    """Return the cards of each case by its number."""
    cards: dict[int, list[PaymentCard]] = {}
    rows = connection.execute(
        "SELECT case_id, issuer, nickname, last_four, is_registered, cycle, number"
        " FROM card ORDER BY case_id, position"
    )
    for case, issuer, nickname, last_four, is_registered, cycle, number in rows:
        card = PaymentCard(
            issuer=issuer,
            nickname=nickname,
            last_four=last_four,
            is_registered=bool(is_registered),
            cycle=cycle,
            number=number,
        )
        cards.setdefault(case, []).append(card)
    return cards


def cards_of(connection: sqlite3.Connection, number: int) -> Sequence[PaymentCard]:
    """Return the cards of the case *number*."""
    return all_cards(connection).get(number, [])
