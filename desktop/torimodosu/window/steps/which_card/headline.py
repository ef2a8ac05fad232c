"""The answer in one sentence, and what it rests on in another."""

from PySide6.QtCore import QCoreApplication

from torimodosu.window.steps.which_card.sight import Sight, Stand
from torimodosu.window.words.card_counts import CardCounts
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import day_words

_TWO = 2


def title_words(sight: Sight, names: CardNames) -> str:
    """Return the answer."""
    match sight.stand:
        case Stand.NO_CASE | Stand.NO_CARDS | Stand.NOTHING_READ:
            return QCoreApplication.translate("WhichCard", "Which card was used?")
        case Stand.CHARGED:
            return _charged_words(sight, names)
        case Stand.POSSIBLE if len(sight.cards) == 1:
            form = QCoreApplication.translate("WhichCard", "It may have been {card}")
            return form.format(card=names.of(sight.cards[0]))
        case Stand.POSSIBLE:
            return CardCounts().cards_may_be_it(len(sight.cards))
        case Stand.MISSING:
            return QCoreApplication.translate(
                "WhichCard", "One more statement may tell which card"
            )
        case Stand.WAITING if sight.next_statement is not None:
            form = QCoreApplication.translate(
                "WhichCard", "The statement of {day} will tell"
            )
            return form.format(day=day_words(sight.next_statement))
        case Stand.WAITING:
            return QCoreApplication.translate(
                "WhichCard", "The next statement will tell"
            )
        case Stand.NONE_CHARGED:
            return QCoreApplication.translate(
                "WhichCard", "None of your cards was charged"
            )


def why_words(sight: Sight) -> str:
    """Return what the answer rests on, and whether the step is done by it."""
    words = _basis_words(sight)
    if sight.is_settled:
        return words
    if sight.said_at is not None:
        form = QCoreApplication.translate(
            "WhichCard", "You said on {day} that this is settled."
        )
        return form.format(day=day_words(sight.said_at.astimezone().date()))
    if sight.stand in {Stand.CHARGED, Stand.NONE_CHARGED}:
        more = QCoreApplication.translate("WhichCard", "Not every card is settled yet.")
        form = QCoreApplication.translate("WhichCard", "{words} {more}")
        return form.format(words=words, more=more)
    return words


def _basis_words(sight: Sight) -> str:
    match sight.stand:
        case Stand.NO_CASE | Stand.NO_CARDS | Stand.NOTHING_READ:
            return QCoreApplication.translate(
                "WhichCard",
                "Your statements tell. We read them here and compare each row with the"
                " orders.",
            )
        case Stand.CHARGED | Stand.POSSIBLE:
            return _found_words(sight)
        case Stand.MISSING:
            return QCoreApplication.translate(
                "WhichCard",
                "What is not read is not known. The table shows which cards are"
                " missing.",
            )
        case Stand.WAITING:
            return QCoreApplication.translate(
                "WhichCard",
                "Until then there is nothing to do here. Add the statement when it is"
                " out.",
            )
        case Stand.NONE_CHARGED:
            return QCoreApplication.translate(
                "WhichCard",
                "Every day in question was read, and no charge is for these orders.",
            )


def _charged_words(sight: Sight, names: CardNames) -> str:
    cards = [names.of(number) for number in sight.cards]
    if len(cards) == 1:
        form = QCoreApplication.translate("WhichCard", "{card} was charged")
        return form.format(card=cards[0])
    if len(cards) == _TWO:
        form = QCoreApplication.translate(
            "WhichCard", "{card} and {other} were charged"
        )
        return form.format(card=cards[0], other=cards[1])
    return CardCounts().cards_were_charged(len(cards))


def _found_words(sight: Sight) -> str:
    """Return how many charges were found, and when the others will be seen."""
    words = CardCounts().orders_found(sight.found, sight.orders)
    left = sight.orders - sight.found
    if not left:
        return words
    more = CardCounts().orders_awaited(left)
    if sight.next_statement is not None:
        form = QCoreApplication.translate(
            "WhichCard", "The statement of {day} may show the rest."
        )
        more = form.format(day=day_words(sight.next_statement))
    form = QCoreApplication.translate("WhichCard", "{words} {more}")
    return form.format(words=words, more=more)
