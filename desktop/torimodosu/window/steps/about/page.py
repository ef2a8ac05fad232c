"""The page about the program, its licences and its makers."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from torimodosu.components import Component, components
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.page import Page
from torimodosu.window.place import View

_HEIGHT = 240


class AboutPage(Page):
    """Says which version this is, and under which terms it and its parts may be used.

    *packs* returns the version of the data packs, or None while they are not read.
    """

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        version: str,
        jobs: JobRunner,
        packs: Callable[[], str | None],
    ) -> None:
        super().__init__(look, snapshot)
        self._version, self._packs = version, packs
        self._components: Sequence[Component] = ()
        self._chosen = 0
        self._terms: QPlainTextEdit | None = None
        jobs.run(_look_at_components, on_done=self._list, on_failed=self._list_none)

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
        """Return whose it is, what it knows, and what it is made of."""
        return self._ours(), self._knowledge(), self._theirs()

    def _ours(self) -> QWidget:
        look = self.look
        licence = self.tr(
            "Torimodosu is free software under the MIT licence. You may use, change and"
            " pass it on. It comes without any warranty."
        )
        nobody = self.tr(
            "This program belongs to no shop, no card company and no public office."
        )
        return Box(look, gap=10).add(
            section(look, self.tr("Licence")),
            Text(look, licence),
            IconLine(look, "info", "muted", nobody),
        )

    def _knowledge(self) -> QWidget:
        look = self.look
        box = Box(look, gap=10).add(section(look, self.tr("What it knows, and keeps")))
        packs = self._packs()
        if packs is not None:
            words = self.tr(
                "What it knows of shops and card companies is of version {version}."
                " Each fact has a source and the day it was looked at."
            ).format(version=packs)
            box.add(IconLine(look, "archive", "muted", words))
        buttons = [
            self._way(self.tr("Everything that is kept"), View.EVERYTHING),
            self._way(self.tr("What left this computer"), View.SENT),
            self._way(self.tr("Log"), View.LOG),
        ]
        return box.add(Wrapped(look, *buttons))

    def _way(self, words: str, view: View) -> Button:
        button = Button(self.look, words, "quiet", "next")
        button.clicked.connect(lambda: self.place_chosen.emit(view))
        return button

    def _theirs(self) -> QWidget:
        look = self.look
        qt = self.tr(
            "The window is made with Qt and PySide6, which are used under the GNU"
            " Lesser General Public License, version 3. Their libraries are files of"
            " their own: you may put your own build of them in their place. Their"
            " source is at code.qt.io and download.qt.io."
        )
        box = Box(look, gap=10)
        box.add(section(look, self.tr("Made with")), Text(look, qt))
        self._terms = None
        if self._components:
            box.add(*self._choice())
        return box

    def _choice(self) -> Sequence[QWidget]:
        look = self.look
        parts = ComboBox(look)
        for part in self._components:
            parts.addItem(_line(part))
        parts.setCurrentIndex(self._chosen)
        parts.currentIndexChanged.connect(self._choose)
        self._terms = QPlainTextEdit()
        self._terms.setReadOnly(True)
        self._terms.setFrameShape(QFrame.Shape.NoFrame)
        self._terms.setTabChangesFocus(True)
        self._terms.setMinimumHeight(look.px(_HEIGHT))
        self._terms.setAccessibleName(self.tr("Terms of the part"))
        self._show_terms()
        label = self.tr("Parts of the program, and their terms")
        return [Labelled(look, label, parts), self._terms]

    def _choose(self, number: int) -> None:
        self._chosen = number
        self._show_terms()

    def _show_terms(self) -> None:
        if self._terms is not None:
            part = self._components[self._chosen]
            short = self.tr("{name} is under the licence {licence}.")
            named = short.format(name=part.name, licence=part.licence)
            self._terms.setPlainText(part.terms() or named)

    def _list(self, found: Sequence[Component]) -> None:
        self._components = found
        self.rebuild()

    def _list_none(self, _error: Exception) -> None:
        self._list(())


def _look_at_components(_progress: Progress) -> Sequence[Component]:
    return components()


def _line(part: Component) -> str:
    return "  ·  ".join(filter(None, (part.name, part.version, part.licence)))
