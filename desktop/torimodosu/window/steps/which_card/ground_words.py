"""Why a card has its verdict, in a few words."""

from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.statements.which_card.matching import CardFinding, Ground
from torimodosu.window.words.card_counts import CardCounts
from torimodosu.window.words.dates import day_words

Possible = Literal[
    Ground.MAY_EXPLAIN,
    Ground.NOTICE_NOT_PROVEN,
    Ground.EQUAL_AMOUNTS,
    Ground.TOO_MANY_COMBINATIONS,
]
Unread = Literal[
    Ground.STATEMENT_NOT_OUT,
    Ground.NOTHING_READ,
    Ground.DAYS_MISSING,
    Ground.ROWS_NOT_UNDERSTOOD,
]


def ground_words(finding: CardFinding, *, sure: int, maybe: int) -> str:
    """Return why the card of *finding* has its verdict.

    So many of its charges are for orders of somebody else: *sure* and *maybe*.
    """
    match finding.ground:
        case Ground.CHARGED:
            return _fit_words(sure, maybe)
        case Ground.ALL_EXPLAINED:
            return _until(
                finding, QCoreApplication.translate("Grounds", "Every charge is yours")
            )
        case Ground.NO_SUCH_CHARGE:
            return _until(
                finding, QCoreApplication.translate("Grounds", "No charge fits")
            )
        case Ground.NOT_REGISTERED:
            return QCoreApplication.translate("Grounds", "The shop does not have it")
        case (
            Ground.STATEMENT_NOT_OUT
            | Ground.NOTHING_READ
            | Ground.DAYS_MISSING
            | Ground.ROWS_NOT_UNDERSTOOD
        ):
            return _unread_words(finding.ground, finding.until)
        case _:
            return _possible_words(finding.ground, maybe)


def _possible_words(ground: Possible, maybe: int) -> str:
    match ground:
        case Ground.MAY_EXPLAIN if maybe:
            return CardCounts().charges_may_fit(maybe)
        case Ground.MAY_EXPLAIN:
            return QCoreApplication.translate(
                "Grounds", "It may have paid for what is not explained yet"
            )
        case Ground.NOTICE_NOT_PROVEN:
            return QCoreApplication.translate(
                "Grounds", "A mail tells of a use; it is not proven to be genuine"
            )
        case Ground.EQUAL_AMOUNTS:
            return QCoreApplication.translate(
                "Grounds", "It fits something else just as well"
            )
        case Ground.TOO_MANY_COMBINATIONS:
            return QCoreApplication.translate(
                "Grounds", "The amounts add up in too many ways"
            )


def _fit_words(sure: int, maybe: int) -> str:
    fit = CardCounts().charges_fit(sure)
    if not maybe:
        return fit
    form = QCoreApplication.translate("Grounds", "{fit}, {maybe}")
    return form.format(fit=fit, maybe=CardCounts().more_may(maybe))


def _unread_words(ground: Unread, until: date | None) -> str:
    match ground:
        case Ground.STATEMENT_NOT_OUT if until is not None:
            form = QCoreApplication.translate(
                "Grounds", "The statement comes out on {day}"
            )
            return form.format(day=day_words(until))
        case Ground.STATEMENT_NOT_OUT:
            return QCoreApplication.translate("Grounds", "The statement is not out yet")
        case Ground.NOTHING_READ:
            return QCoreApplication.translate("Grounds", "No statement was read yet")
        case Ground.DAYS_MISSING:
            return QCoreApplication.translate(
                "Grounds", "The statement of some days is missing"
            )
        case Ground.ROWS_NOT_UNDERSTOOD:
            return QCoreApplication.translate(
                "Grounds", "Some rows were not understood"
            )


def _until(finding: CardFinding, words: str) -> str:
    """Return *words* and until when they hold."""
    if finding.until is None:
        return words
    form = QCoreApplication.translate("Grounds", "{words} (read to {day})")
    return form.format(words=words, day=day_words(finding.until))
