"""The page on whether orders still come in, with honest certainty."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.still_going import Reason, StillGoing, Verdict
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.proof import has_no_mails, is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row, Wrapped, chip_of
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.mail_parts import NOT_SHOWN, mail_parts
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import Place
from torimodosu.window.steps.still_going.leads import Lead, lead_of
from torimodosu.window.steps.still_going.words import (
    is_support,
    reason_words,
    title_of,
    why_of,
)
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class StillGoingPage(Page):
    """Weighs what the mails say; *mails* fetches the one that is to be looked at.

    `said` and `taken_back` tell Step.STILL_GOING, for who knows it otherwise.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, mails: MailReader) -> None:
        super().__init__(look, snapshot)
        self._reader = mails
        self._mails: ShownMails | None = None
        mails.setParent(self)
        mails.shown.connect(self._show_mails)
        mails.failed.connect(self._show_no_mails)

    def heading(self) -> Heading:
        """Say what the mails speak for."""
        if self._mails is not None:
            return Heading(
                phase=phase_name(Phase.HAPPENED),
                title=self.tr("The mail behind it"),
                why=self.tr("As it came. Nothing in it is loaded or opened."),
            )
        found = outlook(self.snapshot)
        return Heading(
            phase=phase_name(Phase.HAPPENED),
            title=title_of(found, self.snapshot),
            why=why_of(found, self.snapshot),
            minutes=minutes_words(MINUTES[Step.STILL_GOING]),
            hand=at_hand_list(AT_HAND[Step.STILL_GOING]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what speaks for it, what weakens it, and what to do; or a mail."""
        if self._mails is not None:
            return mail_parts(self.look, self._mails)
        found = outlook(self.snapshot)
        if found is None:
            go = Button(self.look, self.tr("Read your mail"), "secondary", "mail")
            go.clicked.connect(self._read_mail)
            title = self.tr("The answer will be here")
            words = self.tr("It comes from the order mails.")
            word = self._word() if has_no_mails(self.snapshot) else []
            return [Empty(self.look, "search", title, words, go), *word]
        reasons = Row(self.look, self._support(found), self._limits(found), below=640)
        reasons.share(1, 1)
        if found.verdict is Verdict.GOING_ON:
            return [self._stop_it(), reasons]
        if found.verdict is Verdict.CANNOT_TELL:
            return [reasons, self._would_settle(), *self._word()]
        return [reasons]

    def buttons(self) -> Buttons:
        """Read again, or lead on; where money is moving the callout leads on."""
        if self._mails is not None:
            words = self.tr("Back to the finding")
            return Buttons(primary=Action(words=words, run=self._close_mails))
        found = outlook(self.snapshot)
        again = Action(words=self.tr("Read your mail again"), run=self._read_mail)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        if self._is_word_alone:
            undo = Action(words=self.tr("Not so after all"), run=self._take_back)
            return Buttons(primary=following, secondary=undo)
        if found is None:
            return Buttons()
        if found.verdict is Verdict.GOING_ON:
            return Buttons(secondary=again)
        return Buttons(primary=following, secondary=again)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; no mail of another case stays open."""
        if snapshot.case != self.snapshot.case:
            self._mails = None
        super().show_snapshot(snapshot)

    def _support(self, found: StillGoing) -> QWidget:
        card = Box(self.look, "card", gap=10)
        title = section(self.look, self.tr("What the mails say"))
        card.add(title)
        said = [reason for reason in found.reasons if is_support(reason)]
        for reason in said:
            card.add(self._reason(reason, found, "mail", "accent"))
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
                card.add(self._reason(reason, found, "info", "muted"))
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
        lines: tuple[tuple[IconName, str, str, Place], ...] = (
            ("tell", shop, self.tr("Tell the shop"), Step.SHOP),
            ("key", orders, self.tr("Get back in"), Step.SIGN_IN),
            ("mail", mail, self.tr("Read mail"), Step.READ_MAIL),
        )
        for icon, words, link, place in lines:
            lead = self._link(Lead(words=link, to=place), words)
            card.add(IconLine(self.look, icon, "accent", words, "", lead))
        return card

    @property
    def _is_word_alone(self) -> bool:
        """Tell whether the step rests on the word of the person."""
        step = Step.STILL_GOING
        return step in self.snapshot.said and not is_proven(step, self.snapshot)

    def _word(self) -> list[QWidget]:
        """Return what takes the word of whoever knows it from the shop."""
        if self.snapshot.case is None or self._is_word_alone:
            return []
        say = Button(self.look, self.tr("I know that it has stopped"), "link", "said")
        say.clicked.connect(self._say)
        return [Wrapped(self.look, say)]

    def _reason(
        self, reason: Reason, found: StillGoing, icon: IconName, tint: Colour
    ) -> QWidget:
        words = reason_words(reason, found)
        link = self._link(lead_of(reason, self.snapshot), words)
        return IconLine(self.look, icon, tint, words, "", link)

    def _link(self, lead: Lead, about: str) -> Button:
        """Return what to press; several that have the same words are told apart."""
        link = Button(self.look, lead.words, "link", "next")
        link.setAccessibleName(f"{lead.words}: {about}")
        link.clicked.connect(partial(self._follow, lead.to))
        return link

    def _follow(self, to: Place | str) -> None:
        if not isinstance(to, str):
            self.place_chosen.emit(to)
        elif self.snapshot.case is not None:
            self._reader.fetch(self.snapshot.case, (to,))

    def _show_mails(self, mails: ShownMails) -> None:
        self._mails = mails
        self.rebuild()
        self.go_to_top()

    def _show_no_mails(self, _error: Exception) -> None:
        self._show_mails(NOT_SHOWN)

    def _close_mails(self) -> None:
        self._mails = None
        self.rebuild()
        self.go_to_top()

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

    def _say(self) -> None:
        self.said.emit(Step.STILL_GOING)

    def _take_back(self) -> None:
        self.taken_back.emit(Step.STILL_GOING)

    def _read_mail(self) -> None:
        self.place_chosen.emit(Step.READ_MAIL)

    def _tell_shop(self) -> None:
        self.place_chosen.emit(Step.SHOP)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.SIGN_IN)
