"""What the cards of a case are called."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.words.catalogue import name_words


class CardNames:
    """The names of the cards of the case of *snapshot*, by their numbers."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue) -> None:
        cards = () if snapshot.case is None else snapshot.case.answers.cards
        self._cards = {card.number: card for card in cards}
        self._catalogue = catalogue

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the cards, in the order of the person."""
        return tuple(self._cards)

    def of(self, number: int) -> str:
        """Return the name of a card; 0 is one that is not known."""
        card = self._cards.get(number)
        if card is None:
            return QCoreApplication.translate("CardNames", "A card not known yet")
        return f"{self._plain(card)} {card.last_four}".strip()

    def issuer(self, issuer: str) -> str:
        """Return the name of an issuer by its id, or ""."""
        known = self._catalogue.issuers.get(issuer)
        return issuer if known is None else name_words(known.name)

    def _plain(self, card: PaymentCard) -> str:
        if card.nickname:
            return card.nickname
        known = self.issuer(card.issuer)
        return known or QCoreApplication.translate("CardNames", "Card")
