"""The page that says what left this computer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.header import Heading
from torimodosu.window.page import Page


class SentPage(Page):
    """Names every host that anything was sent to."""

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
        """Return the hosts, or the promise."""
        hosts = dict.fromkeys(s.host for s in self.snapshot.left_this_computer)
        if not hosts:
            return (
                Callout(
                    self.look,
                    "ok",
                    self.tr("Everything works without a network"),
                    self.tr("You can unplug it while you use this program."),
                ),
            )
        box = Box(self.look).add(section(self.look, self.tr("Places")))
        for host in hosts:
            box.add(IconLine(self.look, "shield", "muted", host))
        return (box,)
