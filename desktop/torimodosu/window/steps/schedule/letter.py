"""What to tell a card company, ready to be copied or read out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.issuer import Issuer
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.deadline import LetterData
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import DateEdit, Labelled
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.passage import Passage
from torimodosu.window.steps.schedule.limits import first_limits
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.catalogue import name_words, source_words
from torimodosu.window.words.dates import day_words, from_qt, full_day_words, to_qt


class LetterCard(Passage):
    """The words for the issuer."""

    def __init__(
        self, look: Look, letter: LetterData, card: str, issuer: Issuer | None
    ) -> None:
        super().__init__(
            look,
            self.tr("What to tell"),
            letter_words(letter, card, issuer),
            hint=self.tr(
                "Call the number on the card or write by its own page, and tell no more"
                " than this: no password, and no code that somebody sends you."
            ),
        )


class DeskCard(Box):
    """How to reach the issuer, and when the person did.

    `reported` tells the day, None where they take it back.
    """

    reported = Signal(object)

    def __init__(
        self, look: Look, issuer: Issuer | None, *, today: date, known: date | None
    ) -> None:
        super().__init__(look, "card", gap=10)
        self.add(section(look, self.tr("Where to report it")), *_desk(look, issuer))
        self._day = DateEdit(look)
        self._day.setMaximumDate(to_qt(today))
        self._day.setDate(to_qt(known or today))
        said = Button(look, self.tr("I reported it on this day"), "secondary", "said")
        said.clicked.connect(self._tell)
        buttons = [said]
        if known is not None:
            words = self.tr("You noted that you reported it on {day}.")
            day = day_words(known)
            self.add(IconLine(look, "said", "unknown", words.format(day=day)))
            undo = Button(look, self.tr("Not reported after all"), "link")
            undo.clicked.connect(self._take_back)
            buttons.append(undo)
        self.add(Labelled(look, self.tr("Day of your report"), self._day))
        self.add(Wrapped(look, *buttons))
        self.body.addStretch()

    def _tell(self) -> None:
        self.reported.emit(from_qt(self._day.date()))

    def _take_back(self) -> None:
        self.reported.emit(None)


def letter_words(letter: LetterData, card: str, issuer: Issuer | None) -> str:
    """Return what to tell, one thing a line."""
    translate = QCoreApplication.translate
    named = card
    if issuer is not None and name_words(issuer.name) not in card:
        named = translate("Letter", "{issuer} ({card})").format(
            issuer=name_words(issuer.name), card=card
        )
    lines = [translate("Letter", "Card: {card}").format(card=named)]
    if letter.charges:
        lines.append(translate("Letter", "I did not make these charges:"))
    else:
        lines.append(
            translate("Letter", "I did not make some orders; no charge is known yet.")
        )
    lines += [_charge_words(*charge) for charge in letter.charges]
    for currency, amount in letter.total:
        form = translate("Letter", "Together: {amount}")
        lines.append(form.format(amount=amount_words(amount, currency)))
    if letter.orders:
        orders = translate("Letter", ", ").join(letter.orders)
        lines.append(
            translate("Letter", "Order numbers: {orders}").format(orders=orders)
        )
    if letter.first is not None:
        day = full_day_words(letter.first)
        lines.append(translate("Letter", "First of them: {day}").format(day=day))
    if letter.deadline is not None:
        day = full_day_words(letter.deadline.ends_on)
        lines.append(translate("Letter", "Last day to report: {day}").format(day=day))
    return "\n".join(lines)


def letter_of(work: CardWork | None, card: int) -> LetterData:
    """Return what to tell the issuer of *card*, however little is known."""
    letters = () if work is None else work.letters
    limits = first_limits(() if work is None else work.deadlines)
    empty = LetterData(
        card=card,
        charges=(),
        orders=(),
        total=(),
        first=None,
        deadline=next((limit for limit in limits if limit.card == card), None),
    )
    return next((letter for letter in letters if letter.card == card), empty)


def card_of(cards: Sequence[PaymentCard], number: int) -> PaymentCard | None:
    """Return the card with *number*, or None."""
    return next((card for card in cards if card.number == number), None)


def _charge_words(
    day: date | None, shop: str, amount: Decimal | None, currency: str
) -> str:
    translate = QCoreApplication.translate
    when = translate("Letter", "day not known") if day is None else full_day_words(day)
    sum_ = translate("Letter", "amount not known")
    if amount is not None:
        sum_ = amount_words(amount, currency)
    return f"- {when}  {shop}  {sum_}"


def _desk(look: Look, issuer: Issuer | None) -> list[QWidget]:
    desk = None if issuer is None else issuer.desk
    if desk is None:
        words = QCoreApplication.translate(
            "Letter", "Call the number on the back of the card."
        )
        return [IconLine(look, "tell", "accent", words)]
    checked = source_words(desk.source)
    places: tuple[tuple[IconName, str], ...] = (
        ("tell", desk.phone),
        ("language", desk.url),
    )
    return [
        Address(look, icon, place, checked, target=place)
        for icon, place in places
        if place
    ]
