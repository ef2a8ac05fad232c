"""Bringing an export: where to drop it, and how to get one."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.browser import Browser, Screen
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.catalogue import name_words, source_words

_NEXT = " › "


class HowToExport(Box):
    """Says for one browser at a time where its export is; `chosen` tells its id."""

    chosen = Signal(str)

    def __init__(self, look: Look, catalogue: Catalogue, chosen: str) -> None:
        super().__init__(look, "card", gap=10)
        self._look = look
        self._browsers = [one for one in catalogue.browsers.values() if one.export]
        title = self.tr("How to get an export")
        names = [name_words(one.name) for one in self._browsers]
        choice = Choice(look, title, names)
        choice.chosen.connect(self._tell)
        self.add(section(look, title))
        words = self.tr(
            "A browser or a password manager writes its passwords into one file. Save"
            " it on this computer only, and delete it afterwards; we help with that."
        )
        self.add(Text(look, words, "body", "muted"), choice)
        for number, browser in enumerate(self._browsers):
            if browser.id == chosen:
                choice.choose(number)
                self.add(*self._ways(browser))

    def _ways(self, browser: Browser) -> Sequence[QWidget]:
        screen = browser.export
        if screen is None:
            return []
        source = source_words(screen.source)
        path = _path_of(screen)
        if not screen.addresses:
            return [Address(self._look, "window", path, source, target="")]
        first = screen.addresses[0]
        return [Address(self._look, "window", first, path, source, target=first)]

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._browsers[number].id)


def _path_of(screen: Screen) -> str:
    is_japanese = QLocale().language() is QLocale.Language.Japanese
    mine, other = screen.path_en, screen.path_ja
    if is_japanese:
        mine, other = other, mine
    return _NEXT.join(mine or other)
