"""The page that says what left this computer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.sent import Sent
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.text import Text
from torimodosu.window.page import Page
from torimodosu.window.steps.sent.words import Times, content_words, what_words
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import near_words

_MOST_MOMENTS = 20


class SentPage(Page):
    """Names every host that anything was sent to, what it was, and when."""

    def heading(self) -> Heading:
        """Return the words of the header."""
        hosts = dict.fromkeys(s.host for s in self.snapshot.left_this_computer)
        title = self.tr("Nothing left this computer")
        if hosts:
            title = self.tr("Something was sent to %n place(s)", "", len(hosts))
        return Heading(
            phase=self.tr("What left this computer"),
            title=title,
            why=self.tr(
                "Your mails, orders and answers stay here. Whenever something is to be"
                " sent, a button names the place and what it gets, and you decide."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Return what each host got, or the promise."""
        hosts = dict.fromkeys(s.host for s in self.snapshot.left_this_computer)
        if not hosts:
            return (
                Callout(
                    self.look,
                    "ok",
                    self.tr("Every step can be done without a network"),
                    self.tr("You can unplug it while you use this program."),
                ),
            )
        return [self._place(host) for host in hosts]

    def _place(self, host: str) -> QWidget:
        """Return what one place got, the newest first."""
        look = self.look
        there = [sent for sent in self.snapshot.left_this_computer if sent.host == host]
        box = Box(look, gap=8).add(section(look, host))
        for what in dict.fromkeys(sent.what for sent in there):
            box.add(
                IconLine(
                    look, "shield", "accent", what_words(what), content_words(what)
                )
            )
            moments = [sent for sent in reversed(there) if sent.what is what]
            for sent in moments[:_MOST_MOMENTS]:
                box.add(IconLine(look, "clock", "muted", self._moment(sent)))
            if len(moments) > _MOST_MOMENTS:
                more = Counts().more(len(moments) - _MOST_MOMENTS)
                box.add(Text(look, more, "small", "muted"))
        return box

    def _moment(self, sent: Sent) -> str:
        moment = near_words(sent.at, now=self.snapshot.at)
        return Times().words(moment, sent.count)
