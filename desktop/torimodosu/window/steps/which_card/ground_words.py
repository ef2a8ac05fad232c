"""Why a card has its verdict, in a few words."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.statements.which_card.matching import CardFinding, Ground
from torimodosu.window.card_counts import CardCounts
from torimodosu.window.dates import day_words


def ground_words(  # noqa: C901 -- a case for each
    finding: CardFinding, *, sure: int, maybe: int
) -> str:
    """Return why the card of *finding* has its verdict.

    So many of its charges are for orders of somebody else: *sure* and *maybe*.
    """
    match finding.ground:
        case Ground.CHARGED if maybe:
            form = QCoreApplication.translate("Grounds", "{fit}, {maybe}")
            return form.format(
                fit=CardCounts().charges_fit(sure), maybe=CardCounts().more_may(maybe)
            )
        case Ground.CHARGED:
            return CardCounts().charges_fit(sure)
        case Ground.MAY_EXPLAIN:
            return CardCounts().charges_may_fit(maybe)
        case Ground.EQUAL_AMOUNTS:
            return QCoreApplication.translate(
                "Grounds", "It fits something else just as well"
            )
        case Ground.TOO_MANY_COMBINATIONS:
            return QCoreApplication.translate(
                "Grounds", "The amounts add up in too many ways"
            )
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
        case Ground.STATEMENT_NOT_OUT:
            return _not_out_words(finding)
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


def _not_out_words(finding: CardFinding) -> str:
    if finding.until is None:
        return QCoreApplication.translate("Grounds", "The statement is not out yet")
    form = QCoreApplication.translate("Grounds", "The statement comes out on {day}")
    return form.format(day=day_words(finding.until))
