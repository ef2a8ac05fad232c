"""What the catalogue tells about reaching the shop and the card companies."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.issuer import Desk, Issuer
from torimodosu.recovery.catalogue.office import Office
from torimodosu.recovery.catalogue.service import ContactRoute, Page, Service
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.address import Address
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.catalogue import limit_words, name_words, source_words

_NEXT = " › "

# Ids of the pages of a service that a step needs, in the order to look at them.
PAGES_OF: Mapping[Step, tuple[str, ...]] = {
    Step.PASSWORD: ("password_change", "sign_out_everywhere"),
    Step.TWO_STEP: ("two_step", "two_step_help", "passkeys"),
    Step.CLOSING: ("transactions", "gift_balance"),
}


class ShopCard(Box):
    """The ways to reach a service, best first."""

    def __init__(self, look: Look, service: Service) -> None:
        super().__init__(look, gap=4)
        self._look = look
        title = self.tr("How to reach {name}").format(name=name_words(service.name))
        self.add(section(look, title))
        for number, route in enumerate(service.contacts):
            if number:
                self.add(divider())
            self.add(self._route(route))
        if not service.contacts:
            words = self.tr(
                "We know no sure way yet. Type the shop's address yourself and look for"
                " its help page; numbers from a search may be false."
            )
            self.add(Text(look, words))

    def _route(self, route: ContactRoute) -> QWidget:
        is_page = route.target.startswith("https:")
        return Address(
            self._look,
            "language" if is_page else "tell",
            route.target,
            "" if route.purpose is None else name_words(route.purpose),
            _NEXT.join(route.path),
            self._sign_in_words(needs_sign_in=route.needs_sign_in),
            source_words(route.source),
            target=route.target,
        )

    def _sign_in_words(self, *, needs_sign_in: bool | None) -> str:
        if needs_sign_in is None:
            return self.tr("Whether it needs a sign-in is not known")
        if needs_sign_in:
            return self.tr("Only after signing in")
        return self.tr("Works without signing in")


class IssuerCard(Box):
    """The desk of a card company, and until when it takes reports."""

    def __init__(
        self, look: Look, issuer: Issuer | None, cards: Sequence[PaymentCard]
    ) -> None:
        super().__init__(look, gap=4)
        self._look = look
        name = self.tr("Another card company")
        if issuer is not None:
            name = name_words(issuer.name)
        self.add(section(look, name))
        for card in cards:
            if card.nickname or card.last_four:
                self.add(IconLine(look, "card", "muted", self._card_words(card)))
        if issuer is not None and issuer.desk is not None:
            self._add_desk(issuer.desk)
        else:
            words = self.tr("Call the number on the back of the card.")
            self.add(IconLine(look, "tell", "accent", words))
        for limit in issuer.reporting_limits if issuer is not None else ():
            told, checked = limit_words(limit), source_words(limit.source)
            self.add(IconLine(look, "calendar", "accent", told, checked))

    def _add_desk(self, desk: Desk) -> None:
        checked = source_words(desk.source)
        if desk.phone:
            phone = desk.phone
            self.add(Address(self._look, "tell", phone, checked, target=phone))
        if desk.url:
            url = desk.url
            self.add(Address(self._look, "language", url, checked, target=url))

    def _card_words(self, card: PaymentCard) -> str:
        name = card.nickname or self.tr("Card")
        if not card.last_four:
            return name
        return self.tr("{card}, ending in {digits}").format(
            card=name, digits=card.last_four
        )


class OfficesCard(Box):
    """The public offices that give advice."""

    def __init__(self, look: Look, offices: Sequence[Office]) -> None:
        super().__init__(look, gap=4)
        self.add(section(look, self.tr("Who gives advice")))
        for number, office in enumerate(offices):
            if number:
                self.add(divider())
            is_page = office.target.startswith("https:")
            self.add(
                Address(
                    look,
                    "language" if is_page else "tell",
                    office.target,
                    name_words(office.name),
                    source_words(office.source),
                    target=office.target,
                )
            )


class PagesCard(Box):
    """Pages of a service to open by typing their address."""

    def __init__(self, look: Look, pages: Sequence[Page]) -> None:
        super().__init__(look, gap=4)
        self.add(section(look, self.tr("Pages that help here")))
        words = self.tr("Copy the address or type it. We open nothing for you.")
        self.add(Text(look, words, "small", "muted"))
        for page in pages:
            path = _NEXT.join(page.path)
            checked = source_words(page.source)
            name = name_words(page.name)
            notes = (page.url, path, checked)
            self.add(divider())
            self.add(Address(look, "language", name, *notes, target=page.url))


def pages_of(service: Service, step: Step) -> tuple[Page, ...]:
    """Return the pages of *service* that *step* needs and the catalogue knows."""
    known = (service.pages.get(key) for key in PAGES_OF.get(step, ()))
    # A page for one order cannot be opened without its number.
    return tuple(page for page in known if page is not None and "{" not in page.url)
