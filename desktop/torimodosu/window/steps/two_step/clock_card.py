"""Three ways to find out whether the clock of this computer is right."""

import sys
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.plan.asking_time import KNOWN_HOSTS, read_host
from torimodosu.recovery.twostep.clock import ClockStand, stand_of
from torimodosu.window.activities.clock_check import ClockCheck
from torimodosu.window.kit.blocks import Callout, section
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import MomentEdit
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.two_step.clock_words import (
    meaning_words,
    setting_words,
    stand_words,
    trouble_words,
)

_SECOND = 1000  # milliseconds
_BELOW = 460
_MOST_DIGITS = 12


@dataclass(slots=True, kw_only=True)
class Drafts:
    """What stands in the fields, also after they were made anew."""

    host: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTools:
    """What the card works with; `period` is how long a code of the account is good."""

    check: ClockCheck
    clock: Clock
    drafts: Drafts
    period: timedelta


class ClockCard(Box):
    """Compares with a clock, with another device, or with a server.

    `host_asked` tells the server to ask, `code_typed` what another device shows. The
    time of a clock that is believed is compared at once.
    """

    host_asked = Signal(str)
    code_typed = Signal(str)

    def __init__(self, look: Look, tools: ClockTools) -> None:
        super().__init__(look, gap=12)
        self._look, self._tools = look, tools
        self._face = Text(look, "", "strong", wrap=False)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self.add(
            section(look, self.tr("Is the clock of this computer right?"), self._face)
        )
        for found in self._found():
            self.add(found)
        for way in (self._by_hand(), self._by_code(), self._by_server()):
            self.add(divider(), way)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to tell the time."""
        super().showEvent(event)
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell no time that nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        here = self._tools.clock.now().astimezone()
        words = self.tr("It shows {time}").format(time=f"{here:%H:%M:%S}")
        self._face.say(words)

    def _found(self) -> list[QWidget]:
        """Return what is known of the clock, and why a server did not tell more."""
        look, found = self._look, self._tools.check.found
        if found.trouble is None:
            return self._known()
        words = trouble_words(found.trouble, found.host)
        title = self.tr("The time was not told")
        return [*self._known(), Callout(look, "info", title, words)]

    def _known(self) -> list[QWidget]:
        look, found = self._look, self._tools.check.found
        if found.error is not None:
            stand = stand_of(found.error, self._tools.period)
            title, words = stand_words(stand, found.error), meaning_words(stand)
            if stand is ClockStand.FITS:
                return [Callout(look, "ok", title, words)]
            done = Button(look, self.tr("I have set it"), "secondary")
            done.clicked.connect(self._tools.check.forget)
            how = Text(look, setting_words(sys.platform))
            return [Callout(look, "attention", title, words, done), how]
        if found.is_other_secret:
            title = self.tr("The other device holds another key")
            words = self.tr(
                "Its code never comes up here. One of the two was set up with an older"
                " QR code."
            )
            return [Callout(look, "attention", title, words)]
        return []

    def _by_hand(self) -> QWidget:
        """Compare with any clock: its minute turns, and a button is pressed."""
        look = self._look
        self._moment = MomentEdit(look)
        now = self._tools.clock.now()
        whole = now.replace(second=0, microsecond=0)
        self._moment.show_moment(whole + timedelta(minutes=1))
        press = Button(look, self.tr("Now"), "secondary", "clock")
        press.setObjectName("compare-clock")
        press.clicked.connect(self._compare_clock)
        return _way(
            look,
            self.tr("With a clock that you trust"),
            self._moment,
            self.tr(
                "Such as that of your phone, or the time by telephone. When it turns to"
                " this minute, press “Now”."
            ),
            press,
        )

    def _by_code(self) -> QWidget:
        look, drafts = self._look, self._tools.drafts
        self._code = QLineEdit(drafts.code, maxLength=_MOST_DIGITS)
        self._code.setObjectName("other-code")
        self._code.textEdited.connect(self._note_code)
        self._code.returnPressed.connect(self._compare_code)
        press = Button(look, self.tr("Compare"), "secondary")
        press.clicked.connect(self._compare_code)
        return _way(
            look,
            self.tr("With another device that read the same QR code"),
            self._code,
            self.tr("Type the code that it shows now, best one that was accepted."),
            press,
        )

    def _by_server(self) -> QWidget:
        look, drafts = self._look, self._tools.drafts
        self._host = QLineEdit(drafts.host)
        self._host.setObjectName("time-server")
        self._host.textEdited.connect(self._note_host)
        self._host.returnPressed.connect(self._ask)
        self._ask_button = Button(look, "", "secondary", "language")
        self._ask_button.setObjectName("ask-time")
        self._ask_button.clicked.connect(self._ask)
        self._offer_to_ask()
        return _way(
            look,
            self.tr("With a clock on the network"),
            self._host,
            self.tr(
                "Sends one short question for the time. Nothing about you or your"
                " computer is in it; like every place on the network, that one sees"
                " which address asks. It is noted under “What left this computer”."
            ),
            self._ask_button,
        )

    def _compare_clock(self) -> None:
        self._tools.check.compare_clock(self._moment.moment(), self._tools.clock.now())

    def _note_code(self, text: str) -> None:
        self._tools.drafts.code = text

    def _compare_code(self) -> None:
        if self._code.text().strip():
            self.code_typed.emit(self._code.text())

    def _note_host(self, text: str) -> None:
        self._tools.drafts.host = text
        self._offer_to_ask()

    def _offer_to_ask(self) -> None:
        """Name the place on the button, or say why it cannot be asked now."""
        host, check = read_host(self._tools.drafts.host), self._tools.check
        self._ask_button.say(self.tr("Ask {host}").format(host=host or "…"))
        why = ""
        if host is None:
            why = self.tr("This is no name of a place, such as {host}").format(
                host=KNOWN_HOSTS[1]
            )
        elif check.is_asking:
            why = self.tr("The answer is on its way")
        elif check.has_sent_away(host):
            why = self.tr("It asks not to be asked")
        elif check.is_resting:
            why = self.tr("One question every 15 seconds is enough")
        self._ask_button.hold_back(why)

    def _ask(self) -> None:
        host = read_host(self._tools.drafts.host)
        if host is not None and self._ask_button.isEnabled():
            self.host_asked.emit(host)


def _way(look: Look, label: str, field: QWidget, hint: str, press: Button) -> QWidget:
    """Return one way to compare: its name, what to fill in and press, and how."""
    field.setAccessibleName(label)
    field.setAccessibleDescription(hint)
    press.setAccessibleDescription(label)
    row = Row(look, field, press, gap=8, below=_BELOW)
    row.line.setStretch(0, 1)
    return Box(look, "plain", pad=0, gap=4).add(
        Text(look, label, "smallstrong"), row, Text(look, hint, "small", "muted")
    )
