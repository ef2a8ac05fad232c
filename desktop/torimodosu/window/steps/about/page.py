"""The page about the program and its licence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.page import Page


class AboutPage(Page):
    """Says which version this is and under which terms it may be used."""

    def __init__(self, look: Look, snapshot: Snapshot, *, version: str) -> None:
        super().__init__(look, snapshot)
        self._version = version

    def heading(self) -> Heading:
        """Return the words of the header."""
        return Heading(
            phase=self.tr("About"),
            title=self.tr("Torimodosu {version}").format(version=self._version),
            why=self.tr(
                "It leads a person whose shopping account was broken into from the"
                " first strange mail to the last clean card statement."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Return the licences."""
        look = self.look
        ours = Box(look, gap=8).add(
            section(look, self.tr("Licence")),
            Text(
                look,
                self.tr(
                    "Torimodosu is free software under the MIT licence. You may use,"
                    " change and pass it on. It comes without any warranty."
                ),
            ),
        )
        theirs = Box(look, gap=8).add(
            section(look, self.tr("Made with")),
            Text(
                look,
                self.tr(
                    "Qt and PySide6 under the LGPL version 3, Python under the PSF"
                    " licence, SQLite in the public domain."
                ),
            ),
            Text(
                look,
                self.tr(
                    "This program belongs to no shop, no card company and no public"
                    " office."
                ),
                "body",
                "muted",
            ),
        )
        return ours, theirs
