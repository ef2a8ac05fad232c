"""The fields for one card: issuer, nickname, and the last four digits only."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from torimodosu.recovery.case.beginning import LONGEST_NICKNAME
from torimodosu.recovery.case.card_number import (
    LAST_DIGITS,
    last_digits,
    without_long_numbers,
)
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.look import Look

# A card number has at most 19 digits (ISO/IEC 7812-1), with spaces some more.
_LONGEST_TYPED = 40


class CardFields(Box):
    """One card that is registered at the shop; longer numbers are cut as they come."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, look: Look, issuers: Mapping[str, str], card: PaymentCard, number: int
    ) -> None:
        super().__init__(look, "sunken", pad=16, gap=8)
        self.setAccessibleName(self.tr("Card {number}").format(number=number))
        self.issuer = ComboBox(look)
        self.issuer.addItem(self.tr("Another company, or not sure"), "")
        for key, name in issuers.items():
            self.issuer.addItem(name, key)
        self.issuer.setCurrentIndex(max(0, self.issuer.findData(card.issuer)))
        self.nickname = QLineEdit(card.nickname)
        self.nickname.setMaxLength(LONGEST_NICKNAME)
        self.last_four = QLineEdit(card.last_four)
        self.last_four.setMaxLength(_LONGEST_TYPED)
        self._lay_out(look, number)
        self.issuer.currentIndexChanged.connect(self.changed)
        self.nickname.textEdited.connect(self._cut_nickname)
        self.last_four.textEdited.connect(self._cut_number)

    def card(self) -> PaymentCard:
        """Return what the fields say."""
        return PaymentCard(
            issuer=str(self.issuer.currentData()),
            nickname=self.nickname.text().strip(),
            last_four=self.last_four.text(),
        )

    def _lay_out(self, look: Look, number: int) -> None:
        remove = Button(look, self.tr("Remove this card"), "link", "bin")
        remove.setObjectName(f"remove{number}")
        remove.clicked.connect(self.removed)
        self._digits = Labelled(
            look,
            self.tr("Last four digits"),
            self.last_four,
            self.tr("Only these four are kept"),
        )
        company = Labelled(look, self.tr("Card company"), self.issuer)
        name = Labelled(look, self.tr("What you call it"), self.nickname)
        fields = Row(look, company, name, self._digits, gap=16, below=560)
        self.add(fields.share(5, 4, 3))
        self.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)

    def _cut_nickname(self, text: str) -> None:
        kept = without_long_numbers(text)
        if kept != text:
            self.nickname.setText(kept)
            self._say_cut()
        self.changed.emit()

    def _cut_number(self, text: str) -> None:
        digits = last_digits(text)
        if digits != text:
            self.last_four.setText(digits)
            if len(text) > LAST_DIGITS:
                self._say_cut()
        self.changed.emit()

    def _say_cut(self) -> None:
        self._digits.attend(
            self.tr("The last four digits are enough. The others were not kept.")
        )
