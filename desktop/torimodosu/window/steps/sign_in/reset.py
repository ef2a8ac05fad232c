"""When the password was reset: where that comes from, and how to correct it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.signin.reset_time import ResetTime
from torimodosu.window.kit.blocks import Fact, IconLine, section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import MomentEdit
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import near_words

_SURE = Certainty.CONFIRMED


class ResetCard(Box):
    """Shows since when the newest password is valid, or asks for it.

    `mail_asked` tells the SHA-256 of the mail that says so, `unfolded` whether the
    person wants to correct it, `typed` a moment that is not kept yet, and `corrected`
    the one to keep, or None to believe the mails again.
    """

    mail_asked = Signal(object)
    unfolded = Signal(bool)
    typed = Signal(object)
    corrected = Signal(object)

    def __init__(
        self,
        look: Look,
        reset: ResetTime | None,
        *,
        now: datetime,
        is_open: bool,
        typed: datetime | None,
    ) -> None:
        super().__init__(look, gap=8)
        self._typed = typed
        self._look, self._reset, self._now = look, reset, now
        self._is_open = is_open
        self._moment = MomentEdit(look)
        title = self.tr("Your newest password")
        if reset is None:
            self.add(section(look, title), self._question(), self._fields())
            return
        words = self.tr("Fold") if is_open else self.tr("Correct")
        change = Button(look, words, "link")
        change.setObjectName("correct-reset")
        change.clicked.connect(self._toggle)
        # Both fit on one line even where the card is one of two side by side.
        head = Row(look, Text(look, title, "heading"), change, gap=8).share(1)
        self.add(head, self._told(reset))
        if is_open:
            self.add(self._question(), self._fields())

    def _told(self, reset: ResetTime) -> QWidget:
        moment = near_words(reset.at, now=self._now)
        words = self.tr("Set: {moment}").format(moment=moment)
        source = self._source_words(reset)
        fact = Fact(self._look, words, source, reset.certainty, leads_to=reset.mail)
        fact.opened.connect(self.mail_asked)
        if reset.verdict is not Verdict.CANNOT_TELL:
            return fact
        doubt = self.tr(
            "Whether this mail is genuine is not proven. If it is forged, the time is"
            " wrong: correct it then."
        )
        box = Box(self._look, "plain", pad=0, gap=4)
        return box.add(fact, IconLine(self._look, "info", "muted", doubt))

    def _source_words(self, reset: ResetTime) -> str:
        match reset.kind:
            case None:
                return self.tr("You said so")
            case AccountEventKind.PASSWORD_CHANGED if reset.certainty is _SURE:
                return self.tr("A mail of the shop says so")
            case AccountEventKind.PASSWORD_CHANGED:
                return self.tr("A mail says so")
            case AccountEventKind.CHANGED:
                return self.tr("A mail speaks of a change, but not of which")
            case _:
                return self.tr("A mail says that a new password was asked for")

    def _question(self) -> QWidget:
        words = self.tr("When did you last set a new password? Roughly is enough.")
        return Text(self._look, words)

    def _fields(self) -> QWidget:
        look, reset = self._look, self._reset
        known = self._now if reset is None else reset.at
        self._moment.show_moment(self._typed or known)
        self._moment.allow_until(self._now)
        self._moment.dateTimeChanged.connect(self._tell)
        self._moment.setAccessibleName(self.tr("When you last set a new password"))
        keep = Button(look, self.tr("Keep this time"), "secondary")
        keep.clicked.connect(self._keep)
        parts: list[QWidget] = [self._moment, keep]
        if reset is not None and reset.certainty is Certainty.SAID:
            believe = Button(look, self.tr("Go by the mails"), "link")
            believe.clicked.connect(self._believe)
            parts.append(believe)
        return Wrapped(look, *parts)

    def _toggle(self) -> None:
        self.unfolded.emit(not self._is_open)

    def _tell(self) -> None:
        self.typed.emit(self._moment.moment())

    def _keep(self) -> None:
        self.corrected.emit(self._moment.moment())

    def _believe(self) -> None:
        self.corrected.emit(None)
