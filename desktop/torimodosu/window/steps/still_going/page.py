"""The page on whether orders still come in, with honest certainty."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.still_going import StillGoing, Verdict
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row, chip_of
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.states import Empty
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.still_going.words import (
    is_support,
    reason_words,
    verdict_title,
    verdict_why,
)
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class StillGoingPage(Page):
    """Weighs what the mails say."""

    def heading(self) -> Heading:
        """Say what the mails speak for."""
        found = outlook(self.snapshot)
        if found is None:
            title, why = self.tr("Is it still going on?"), self.tr("Read mail first.")
        else:
            title, why = verdict_title(found), verdict_why(found)
        return Heading(
            phase=phase_name(Phase.HAPPENED),
            title=title,
            why=why,
            minutes=minutes_words(MINUTES[Step.STILL_GOING]),
            hand=at_hand_list(AT_HAND[Step.STILL_GOING]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what speaks for it, what weakens it, and what to do."""
        found = outlook(self.snapshot)
        if found is None:
            go = Button(self.look, self.tr("Read your mail"), "secondary", "mail")
            go.clicked.connect(self._read_mail)
            title = self.tr("The answer will be here")
            words = self.tr("It comes from the order mails.")
            return [Empty(self.look, "search", title, words, go)]
        reasons = Row(self.look, self._support(found), self._limits(found), below=640)
        reasons.share(1, 1)
        if found.verdict is Verdict.GOING_ON:
            return [self._stop_it(), reasons]
        if found.verdict is Verdict.CANNOT_TELL:
            return [reasons, self._would_settle()]
        return [reasons]

    def buttons(self) -> Buttons:
        """Read again, or lead on; where money is moving the callout leads on."""
        found = outlook(self.snapshot)
        again = Action(words=self.tr("Read your mail again"), run=self._read_mail)
        if found is None:
            return Buttons()
        if found.verdict is Verdict.GOING_ON:
            return Buttons(secondary=again)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        return Buttons(primary=following, secondary=again)

    def _support(self, found: StillGoing) -> QWidget:
        card = Box(self.look, "card", gap=10)
        title = section(self.look, self.tr("What the mails say"))
        card.add(title)
        said = [reason for reason in found.reasons if is_support(reason)]
        for reason in said:
            words = reason_words(reason, found)
            card.add(IconLine(self.look, "mail", "accent", words))
        if not said:
            words = self.tr("Nothing that settles it so far.")
            card.add(IconLine(self.look, "unknown", "unknown", words))
        card.body.addStretch()
        card.body.addWidget(chip_of(self.look, found.certainty))
        return card

    def _limits(self, found: StillGoing) -> QWidget:
        card = Box(self.look, "card", gap=10)
        card.add(section(self.look, self.tr("What it does not prove")))
        for reason in found.reasons:
            if not is_support(reason):
                words = reason_words(reason, found)
                card.add(IconLine(self.look, "info", "muted", words))
        phone = self.tr("Mail that is only on your phone was not read.")
        card.add(IconLine(self.look, "info", "muted", phone))
        card.body.addStretch()
        return card

    def _would_settle(self) -> QWidget:
        card = Box(self.look, "card", gap=10)
        card.add(section(self.look, self.tr("What would settle it")))
        shop = self.tr("Ask the shop: it can tell you without your signing in.")
        orders = self.tr("Once you can sign in: look at the list of orders there.")
        mail = self.tr("Tomorrow: read your mail once more.")
        return card.add(
            IconLine(self.look, "tell", "accent", shop),
            IconLine(self.look, "key", "accent", orders),
            IconLine(self.look, "mail", "accent", mail),
        )

    def _stop_it(self) -> QWidget:
        tell = Button(self.look, self.tr("Tell the shop"), "primary", "arrow")
        tell.clicked.connect(self._tell_shop)
        return Callout(
            self.look,
            "danger",
            self.tr("Money is moving now"),
            self.tr("The shop can hold the orders. You need not sign in for that."),
            tell,
        )

    def _read_mail(self) -> None:
        self.place_chosen.emit(Step.READ_MAIL)

    def _tell_shop(self) -> None:
        self.place_chosen.emit(Step.SHOP)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.SIGN_IN)
