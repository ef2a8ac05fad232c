"""What a shop asks for before the codes of an authenticator, and where to find it."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.service import Method, TwoStep
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.steps.two_step.method_words import method_name, method_worth
from torimodosu.window.steps.two_step.sight import Sight, Stand
from torimodosu.window.steps.two_step.stand_words import shop_words
from torimodosu.window.words.catalogue import name_words, source_words

_NEXT = " › "
_PAGES = ("two_step", "two_step_help")
_BY_PHONE = {Method.SMS, Method.CALL}


class _Told(NamedTuple):
    icon: IconName
    tint: Colour
    words: str
    small: str = ""


class FirstCard(Box):
    """Says what is needed before the QR code shows, and what the shop does not have."""

    def __init__(self, look: Look, sight: Sight) -> None:
        super().__init__(look, gap=10)
        self._look, self._shop = look, shop_words(sight)
        self.add(section(look, self.tr("Good to know before you start")))
        two_step = sight.two_step
        if two_step is None:
            words = self.tr(
                "We do not know the menus of this shop. Look for “two-step"
                " verification” or “security” in its settings."
            )
            self.add(IconLine(look, "search", "accent", words))
            self.body.addStretch()
            return
        for told in (*self._before(two_step), *self._after(two_step)):
            self.add(IconLine(look, *told))
        self.add(Text(look, source_words(two_step.source), "small", "muted"))
        self.body.addStretch()  # beside a taller card

    def _before(self, two_step: TwoStep) -> Iterator[_Told]:
        if _BY_PHONE & set(two_step.needed_first):
            words = self.tr("Your phone number comes first")
            small = self.tr(
                "{shop} wants one for text messages or calls before it takes an"
                " authenticator. Have your phone at hand."
            ).format(shop=self._shop)
            yield _Told("tell", "accent", words, small)
        if two_step.trusted_devices:
            words = self.tr("Take the trust from every device")
            small = self.tr(
                "A device that is trusted needs no code, and the intruder's may be one."
            )
            if two_step.reset:
                path = _NEXT.join(two_step.reset)
                small = self.tr("{why} In the settings: {path}").format(
                    why=small, path=path
                )
            yield _Told("device", "accent", words, small)

    def _after(self, two_step: TwoStep) -> Iterator[_Told]:
        if two_step.backup_codes is False:
            words = self.tr("No codes to print")
            small = self.tr(
                "{shop} is not known to give any. The backup that you make here is your"
                " way back in."
            ).format(shop=self._shop)
            yield _Told("paper", "accent", words, small)
        elif two_step.backup_codes:
            words = self.tr("{shop} gives codes to print").format(shop=self._shop)
            small = self.tr("Print them, and keep them apart from this computer.")
            yield _Told("paper", "accent", words, small)
        if _BY_PHONE & set(two_step.methods):
            words = self.tr("What text messages are worth")
            yield _Told("info", "muted", words, method_worth(Method.SMS))


class MethodsCard(Box):
    """The second factors that a shop without an authenticator offers."""

    def __init__(self, look: Look, two_step: TwoStep) -> None:
        super().__init__(look, gap=10)
        self.add(section(look, self.tr("What it offers")))
        for method in two_step.methods:
            worth = method_worth(method)
            self.add(IconLine(look, "key", "accent", method_name(method), worth))
        self.add(Text(look, source_words(two_step.source), "small", "muted"))


class WhereCard(Box):
    """Where in the shop the setting is, step by step in the words on its screen."""

    def __init__(self, look: Look, sight: Sight) -> None:
        super().__init__(look, gap=6)
        self._look = look
        self.add(section(look, self.tr("Where it is")))
        words = self.tr("Copy the address or type it. We open nothing for you.")
        self.add(Text(look, words, "small", "muted"))
        for part in self._pages(sight):
            self.add(part)

    @staticmethod
    def is_known(sight: Sight) -> bool:
        """Tell whether the catalogue knows any page of the shop on this."""
        pages = sight.service.pages if sight.service is not None else {}
        return any(key in pages for key in _PAGES)

    def _pages(self, sight: Sight) -> Iterator[QWidget]:
        if sight.service is None:
            return
        pages = sight.service.pages
        for key in _PAGES:
            if key not in pages:
                continue
            page = pages[key]
            steps = page.path
            if key == _PAGES[0] and sight.stand is Stand.SET_UP and sight.two_step:
                steps = (*steps, *sight.two_step.set_up)
            notes = (page.url, _NEXT.join(steps), source_words(page.source))
            yield divider()
            yield Address(
                self._look, "language", name_words(page.name), *notes, target=page.url
            )
