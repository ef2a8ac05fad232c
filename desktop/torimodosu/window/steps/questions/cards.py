"""The list of cards, as long as the person makes it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.questions.card import CardFields, Company

NO_CARD = PaymentCard(issuer="", nickname="", last_four="")


class CardList(Box):
    """Fields for every card; `changed` tells the cards as a tuple."""

    changed = Signal(tuple)

    def __init__(
        self, look: Look, companies: Mapping[str, Company], cards: Sequence[PaymentCard]
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=8)
        self._look, self._companies = look, companies
        self._fields: list[CardFields] = []
        words = self.tr(
            "All of them, also those that the shop does not have: then we can tell"
            " which one was used. Leave it empty if you are not sure."
        )
        add = Button(look, self.tr("Add a card"), "link", "plus")
        add.setObjectName("add")
        add.clicked.connect(self._add_empty)
        self.add(Text(look, words, "small", "muted"))
        self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        for card in cards:
            self._add(card)

    def fields(self) -> tuple[CardFields, ...]:
        """Return the fields of each card, from top to bottom."""
        return tuple(self._fields)

    def _add_empty(self) -> None:
        self._add(NO_CARD)
        self._fields[-1].issuer.setFocus()
        self._tell()

    def _add(self, card: PaymentCard) -> None:
        fields = CardFields(self._look, self._companies, card, len(self._fields) + 1)
        fields.changed.connect(self._tell)
        fields.removed.connect(self._remove)
        self._fields.append(fields)
        self.body.insertWidget(self.body.count() - 1, fields)

    def _remove(self) -> None:
        fields = self.sender()
        if isinstance(fields, CardFields):
            self._fields.remove(fields)
            fields.hide()
            fields.deleteLater()
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(tuple(fields.card() for fields in self._fields))
