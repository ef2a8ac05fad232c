"""How to remove one saved login: the steps of this browser, in its own words."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.browser import Browser, Screen
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.signin.diagnosis import Advice, JudgedLogin
from torimodosu.window.kit.blocks import IconLine, StepLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.sign_in.browser_words import browser_name, path_of
from torimodosu.window.steps.sign_in.finding_words import (
    advice_words,
    changed_words,
    place_of,
)

# What must be known while removing; the rest stands beside the entry in the list.
_WHILE_REMOVING = {
    Advice.REMOVE_BOTH_STORES,
    Advice.CHECK_OTHER_SHOP,
    Advice.CHECK_USER_NAME,
    Advice.CHECK_OTHER_DEVICES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else is known.

    Attributes:
        now: The moment from which the age of the entry is told.
        is_one_of_several: Whether the browser has other profiles.
        can_open: Whether the browser may be started from here.

    """

    now: datetime
    is_one_of_several: bool
    can_open: bool


class RemovalCard(Box):
    """Leads to the entry in the browser; nothing is removed from here.

    `opening_asked` tells the id of the browser and the address that it is to open.
    """

    opening_asked = Signal(str, str)

    def __init__(
        self,
        look: Look,
        catalogue: Catalogue,
        judged: JudgedLogin,
        around: Surroundings,
    ) -> None:
        super().__init__(look, gap=8)
        profile, login = judged.profile, judged.login
        self._look, self._profile, self._can_open = look, profile, around.can_open
        self._known = catalogue.browsers.get(profile.browser)
        self._name = browser_name(catalogue, profile.browser, profile.channel)
        self._host = host_of(login.origin)
        self._steps = 0
        self.add(section(look, self._title()))
        if around.is_one_of_several:
            words = self.tr("Open {browser} as “{profile}”")
            words = words.format(browser=self._name, profile=profile.name)
            self._add_step(words, self.tr("The other profiles are not concerned"))
        self._add_way(self._known)
        words = self.tr("Choose “{site}”").format(site=place_of(login))
        when = changed_words(login, now=around.now)
        small = self.tr("Only this one: {moment}").format(moment=when)
        if login.username:
            form = self.tr("{words}, for {name}")
            small = form.format(words=small, name=login.username)
        self._add_step(words, small)
        words = self.tr("Press “{button}”").format(button=self._delete_button())
        self._add_step(words, self.tr("Your other passwords stay"))
        for advice in judged.advice:
            if advice in _WHILE_REMOVING:
                self.add(IconLine(look, "info", "muted", advice_words(advice)))
        self.body.addStretch()

    def _title(self) -> str:
        version = self._profile.version.partition(".")[0]
        name = f"{self._name} {version}".strip()
        return self.tr("How to remove it ({browser})").format(browser=name)

    def _add_way(self, browser: Browser | None) -> None:
        screen = None if browser is None else browser.saved_passwords
        if browser is not None and browser.filter_address and self._host:
            address = browser.filter_address.replace("{host}", self._host)
            words = self.tr("Open the list in {browser}")
            actions = [self._opener(address)] if self._can_open else []
            if not self._can_open:
                words = self.tr("Paste this address into {browser}")
            words = words.format(browser=self._name)
            self._add_step(words, address, *actions, self._copier(address))
        elif screen is not None and screen.addresses:
            words = self.tr("Paste this address into {browser}")
            words, address = words.format(browser=self._name), screen.addresses[0]
            self._add_step(words, self._address_words(screen), self._copier(address))
        elif screen is not None:
            words = self.tr("Open this in {browser}").format(browser=self._name)
            self._add_step(words, path_of(screen))
        else:
            words = self.tr("Open the saved passwords of {browser}")
            small = self.tr("They are in its settings")
            self._add_step(words.format(browser=self._name), small)

    def _address_words(self, screen: Screen) -> str:
        address, path = screen.addresses[0], path_of(screen)
        if not path:
            return address
        form = self.tr("{address}\nor by the menu: {path}")
        return form.format(address=address, path=path)

    def _delete_button(self) -> str:
        """Return what the button is called in both languages of the browser."""
        names = None if self._known is None else self._known.delete_button
        if names is None:
            return self.tr("Delete")
        mine, other = names.en, names.ja
        if QLocale().language() is QLocale.Language.Japanese:
            mine, other = names.ja, names.en
        return mine if mine == other else f"{mine} / {other}"

    def _add_step(self, words: str, small: str, *actions: QWidget) -> None:
        self._steps += 1
        self.add(StepLine(self._look, self._steps, words, small, *actions))

    def _opener(self, address: str) -> Button:
        button = Button(self._look, self.tr("Open"), "secondary", "window")
        button.setObjectName("open-in-browser")
        words = self.tr("Open in {browser}").format(browser=self._name)
        button.setAccessibleName(words)
        button.setProperty("address", address)
        button.clicked.connect(self._open)
        return button

    def _copier(self, address: str) -> Button:
        button = Button(self._look, self.tr("Copy"), "secondary", "copy")
        button.setObjectName("copy-address")
        button.setAccessibleName(self.tr("Copy {address}").format(address=address))
        button.setProperty("address", address)
        button.clicked.connect(self._copy)
        return button

    def _open(self) -> None:
        address = str(self.sender().property("address"))
        self.opening_asked.emit(self._profile.browser, address)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.sender().property("address")))
