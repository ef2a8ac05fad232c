"""How to change the password at the shop, step by step."""

from torimodosu.recovery.catalogue.service import Page, Service
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import StepLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.words.catalogue import name_words, source_words

_NEXT = " › "


class ChangingCard(Box):
    """Leads to the page of *service*, or of a shop that nothing is known of."""

    def __init__(self, look: Look, service: Service | None) -> None:
        super().__init__(look, gap=12)
        self._look = look
        pages = {} if service is None else service.pages
        change, leave = pages.get("password_change"), pages.get("sign_out_everywhere")
        self.add(section(look, self.tr("How to change it")))
        self._step(1, self.tr("Write it on paper, or keep it in a password manager"))
        where = self.tr("Type the shop's address yourself, and look for its account")
        if change is not None:
            where = self.tr("Copy this address into your browser")
        self._step(2, self.tr("Open the page of the shop"), where)
        self._address(change)
        self._step(
            3,
            self.tr("Put the new one in, and sign out all devices"),
            self.tr("Then whoever is still inside is outside"),
        )
        self._address(leave)
        self._step(
            4,
            self.tr("Let the browser renew the saved password when it asks"),
            self.tr("Its date will prove the change; the password is never read"),
        )
        self._step(5, self.tr("Come back here and press “I changed it”"))

    def _step(self, number: int, words: str, small: str = "") -> None:
        self.add(StepLine(self._look, number, words, small))

    def _address(self, page: Page | None) -> None:
        if page is None:
            return
        notes = (page.url, _NEXT.join(page.path), source_words(page.source))
        box = Box(self._look, "sunken", pad=12, gap=0)
        name = name_words(page.name)
        self.add(
            box.add(Address(self._look, "language", name, *notes, target=page.url))
        )
