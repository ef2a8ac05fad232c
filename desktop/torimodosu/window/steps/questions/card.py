"""The fields for one card: issuer, nickname, and the last four digits only."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.case.beginning import LONGEST_NICKNAME
from torimodosu.recovery.case.card_number import (
    LAST_DIGITS,
    last_digits,
    without_long_numbers,
)
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.issuer import BillingCycle
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, ComboBox, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.questions.words import cycle_words

# A card number has at most 19 digits (ISO/IEC 7812-1), with spaces some more.
_LONGEST_TYPED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A card company: what it is called, and the billing cycles to choose from."""

    name: str
    cycles: tuple[BillingCycle, ...] = ()


class CardFields(Box):
    """One card, whether the shop has it or not; longer numbers are cut as they come."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        look: Look,
        companies: Mapping[str, Company],
        card: PaymentCard,
        number: int,
    ) -> None:
        super().__init__(look, "sunken", pad=16, gap=8)
        self.setAccessibleName(self.tr("Card {number}").format(number=number))
        self._companies, self._card = companies, card
        self._is_registered = card.is_registered
        self.issuer = ComboBox(look)
        self.issuer.addItem(self.tr("Another company, or not sure"), "")
        for key, company in companies.items():
            self.issuer.addItem(company.name, key)
        self.issuer.setCurrentIndex(max(0, self.issuer.findData(card.issuer)))
        self.nickname = QLineEdit(card.nickname)
        self.nickname.setMaxLength(LONGEST_NICKNAME)
        self.last_four = QLineEdit(card.last_four)
        self.last_four.setMaxLength(_LONGEST_TYPED)
        self.cycle = ComboBox(look)
        self._lay_out(look, number)
        self._offer_cycles(card.cycle)
        self.issuer.currentIndexChanged.connect(self._change_issuer)
        self.cycle.currentIndexChanged.connect(self.changed)
        self.nickname.textEdited.connect(self._cut_nickname)
        self.last_four.textEdited.connect(self._cut_number)
        self.last_four.editingFinished.connect(self._check_number)

    def card(self) -> PaymentCard:
        """Return what the fields say."""
        return PaymentCard(
            issuer=str(self.issuer.currentData()),
            nickname=self.nickname.text().strip(),
            last_four=self.last_four.text(),
            is_registered=self._is_registered,
            cycle=self.cycle.currentData(),
            number=self._card.number,
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
        self._cycles = Labelled(
            look, self.tr("When is the money taken?"), self.cycle, ""
        )
        foot = Row(look, self._place(look), remove, gap=8, below=560).share(1)
        self.add(fields.share(5, 4, 3), self._cycles, foot)

    def _place(self, look: Look) -> QWidget:
        """Return the choice whether the shop has the card."""
        answers = (self.tr("The shop has it"), self.tr("The shop does not have it"))
        choice = Choice(look, self.tr("Does the shop have this card?"), answers)
        choice.choose(0 if self._is_registered else 1)
        choice.chosen.connect(self._set_registered)
        return choice

    def _set_registered(self, answer: int) -> None:
        self._is_registered = answer == 0
        self.changed.emit()

    def _change_issuer(self) -> None:
        self._offer_cycles(None)
        self.changed.emit()

    def _offer_cycles(self, chosen: int | None) -> None:
        """Ask for the cycle where the company has several, with *chosen* at first."""
        company = self._companies.get(str(self.issuer.currentData()))
        cycles = () if company is None else company.cycles
        self.cycle.blockSignals(True)  # noqa: FBT003 -- a function of Qt
        self.cycle.clear()
        self.cycle.addItem(self.tr("Not sure"), None)
        for number, cycle in enumerate(cycles):
            self.cycle.addItem(cycle_words(cycle), number)
        self.cycle.setCurrentIndex(max(0, self.cycle.findData(chosen)))
        self.cycle.blockSignals(False)  # noqa: FBT003 -- a function of Qt
        self._cycles.setVisible(len(cycles) > 1)

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
        elif len(digits) in {0, LAST_DIGITS}:
            self._digits.attend("")
        self.changed.emit()

    def _check_number(self) -> None:
        """Say beside the field what is wrong with it, once it is left."""
        if 0 < len(self.last_four.text()) < LAST_DIGITS:
            self._digits.attend(
                self.tr("All four of them, please, or none if you do not know them")
            )

    def _say_cut(self) -> None:
        self._digits.attend(
            self.tr("The last four digits are enough. The others were not kept.")
        )
