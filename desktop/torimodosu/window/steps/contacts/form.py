"""The fields in which a contact is written down."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.fields import (
    Choice,
    ComboBox,
    DateEdit,
    Labelled,
    MomentEdit,
)
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.contacts.draft import Draft
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.contacts import channel_words, whom_words
from torimodosu.window.words.dates import from_qt, to_qt

_LONGEST_LINE, _LONGEST_NOTE = 200, 2000
_NOTE_HEIGHT = 96
_USUAL_PROMISE, _LONGEST_PROMISE = timedelta(days=3), timedelta(days=3 * 365)
_WAITS = (True, False)


class ContactForm(Box):
    """`edited` tells the Draft after each change.

    `reshaped` tells it after one that brings fields or takes them away.
    """

    edited = Signal(object)
    reshaped = Signal(object)

    def __init__(
        self, look: Look, draft: Draft, names: CardNames, *, now: datetime
    ) -> None:
        super().__init__(look, "card", gap=16)
        self._look, self._draft, self._now = look, draft, now
        self.add(self._whom())
        if draft.contact.whom is Whom.ISSUER and names.numbers:
            self.add(self._card(names))
        self.add(self._channel(), self._when())
        name = self._line("name", draft.contact.name)
        name.textEdited.connect(self._take_name)
        reference = self._line("reference", draft.contact.reference)
        reference.textEdited.connect(self._take_reference)
        self.add(
            Row(
                look,
                Labelled(look, self.tr("Who answered, if you know"), name),
                Labelled(look, self.tr("Number of the enquiry"), reference),
                below=560,
            ).share(1, 1)
        )
        self.add(self._note(), self._waiting())

    def _whom(self) -> QWidget:
        label = self.tr("Whom did you turn to?")
        choice = Choice(self._look, label, [whom_words(whom) for whom in Whom])
        choice.choose(list(Whom).index(self._draft.contact.whom))
        choice.chosen.connect(self._take_whom)
        return Labelled(self._look, label, choice)

    def _card(self, names: CardNames) -> QWidget:
        cards = ComboBox(self._look)
        cards.setObjectName("card")
        cards.addItem(self.tr("No card in particular"), 0)
        for number in names.numbers:
            cards.addItem(names.of(number), number)
        cards.setCurrentIndex(max(0, cards.findData(self._draft.contact.card)))
        cards.currentIndexChanged.connect(lambda: self._take_card(cards.currentData()))
        return Labelled(self._look, self.tr("About which card?"), cards)

    def _channel(self) -> QWidget:
        label = self.tr("By which way?")
        words = [channel_words(channel) for channel in Channel]
        choice = Choice(self._look, label, words)
        choice.choose(list(Channel).index(self._draft.contact.channel))
        choice.chosen.connect(self._take_channel)
        return Labelled(self._look, label, choice)

    def _when(self) -> QWidget:
        moment = MomentEdit(self._look)
        moment.setObjectName("at")
        moment.allow_until(self._now)
        moment.show_moment(self._draft.contact.at)
        moment.dateTimeChanged.connect(lambda: self._take_moment(moment.moment()))
        return Labelled(self._look, self.tr("When was it?"), moment)

    def _line(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setObjectName(name)
        field.setMaxLength(_LONGEST_LINE)
        return field

    def _note(self) -> QWidget:
        self._text = QPlainTextEdit(self._draft.contact.note)
        self._text.setObjectName("note")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._look.px(_NOTE_HEIGHT))
        self._text.textChanged.connect(self._take_note)
        hint = self.tr("Never a password or a whole card number")
        return Labelled(self._look, self.tr("What was said"), self._text, hint)

    def _waiting(self) -> QWidget:
        label = self.tr("Is an answer still to come?")
        words = [self.tr("Yes, I am waiting"), self.tr("No, that was it")]
        choice = Choice(self._look, label, words)
        choice.choose(_WAITS.index(self._draft.is_waiting))
        choice.chosen.connect(self._take_waiting)
        parts: list[QWidget] = [Labelled(self._look, label, choice)]
        if self._draft.is_waiting:
            parts.append(self._promise())
        return Row(self._look, *parts, gap=24, below=760).share(1)

    def _promise(self) -> QWidget:
        day = self._draft.contact.promised_by
        whether = ComboBox(self._look)
        whether.setObjectName("promise")
        whether.addItem(self.tr("No day was promised"))
        whether.addItem(self.tr("Promised by"))
        whether.setCurrentIndex(0 if day is None else 1)
        whether.currentIndexChanged.connect(self._take_whether)
        label = self.tr("Until when?")
        if day is None:
            return Labelled(self._look, label, whether)
        until = DateEdit(self._look)
        until.setObjectName("promised_by")
        until.setMaximumDate(to_qt(self._now.date() + _LONGEST_PROMISE))
        until.setDate(to_qt(day))
        until.userDateChanged.connect(self._take_day)
        until.setAccessibleName(self.tr("The promised day"))
        whether.setAccessibleName(label)
        both = Row(self._look, whether, until, gap=8)
        return Labelled(self._look, label, both)

    def _take_whom(self, number: int) -> None:
        self._draft = self._draft.with_whom(list(Whom)[number])
        self.reshaped.emit(self._draft)

    def _take_card(self, card: int) -> None:
        self._change(replace(self._contact, card=card))

    def _take_moment(self, moment: datetime) -> None:
        self._change(replace(self._contact, at=moment))

    def _take_channel(self, number: int) -> None:
        self._change(replace(self._contact, channel=list(Channel)[number]))
        self.reshaped.emit(self._draft)

    def _take_waiting(self, number: int) -> None:
        self._draft = replace(self._draft, waits=_WAITS[number])
        self.reshaped.emit(self._draft)

    def _take_whether(self, number: int) -> None:
        usual = self._now.date() + _USUAL_PROMISE
        self._draft = self._draft.with_promise(usual if number else None)
        self.reshaped.emit(self._draft)

    def _take_day(self, day: QDate) -> None:
        self._change(replace(self._contact, promised_by=from_qt(day)))

    def _take_name(self, words: str) -> None:
        self._change(replace(self._contact, name=words))

    def _take_reference(self, words: str) -> None:
        self._change(replace(self._contact, reference=words))

    def _take_note(self) -> None:
        words = self._text.toPlainText()
        if len(words) > _LONGEST_NOTE:
            self._text.setPlainText(words[:_LONGEST_NOTE])
            return
        self._change(replace(self._contact, note=words))

    def _change(self, contact: Contact) -> None:
        self._draft = replace(self._draft, contact=contact)
        self.edited.emit(self._draft)

    @property
    def _contact(self) -> Contact:
        return self._draft.contact
