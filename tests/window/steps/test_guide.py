from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from tests.recovery.plan.card_situations import LIMIT, TODAY, after, work
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.case import Answers, Case, PaymentCard
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import ContactRoute
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.resources import resource
from torimodosu.window.guide_document import Guide, Line, Part, read_guide
from torimodosu.window.guides import guide_text
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View
from torimodosu.window.steps.guide.contacts import PAGES_OF, ShopCard, pages_of
from torimodosu.window.steps.guide.page import GuidePage

NOW = SaturdayEvening().now()
NOTHING = Snapshot(at=NOW)
Build = Callable[..., GuidePage]


def knowing(answers: Answers) -> Snapshot:
    return replace(NOTHING, case=Case(number=1, answers=answers))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


@pytest.fixture
def build(qtbot: QtBot, look: Look, catalogue: Catalogue) -> Build:
    def build(step: Step, snapshot: Snapshot) -> GuidePage:
        page = GuidePage(look, snapshot, step, catalogue=catalogue, read=guide_text)
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def test_a_guide_is_read_into_parts() -> None:
    text = "# Title\n\nWhy.\n\nFirst\n\n## Say\n\n1. One\n10. Ten\n- A point\nMore\n"
    assert read_guide(text) == Guide(
        title="Title",
        why="Why.",
        parts=(
            Part(title="", lines=(Line(words="First"),)),
            Part(
                title="Say",
                lines=(
                    Line(words="One", number=1),
                    Line(words="Ten", number=10),
                    Line(words="A point", is_point=True),
                    Line(words="More"),
                ),
            ),
        ),
    )


def test_an_empty_guide_has_no_parts() -> None:
    assert read_guide("") == Guide(title="", why="", parts=())


def test_it_shows_the_guide_and_how_to_reach_the_shop(build: Build) -> None:
    page = build(Step.SHOP, knowing(SHOP))
    words = words_in(page)
    assert page.name == "Tell the shop"
    assert "there are orders that are not mine" in words
    assert "**" not in words
    assert "0120-999-373" in words
    assert "Customer service, as blogs tell" in words
    assert "Works without signing in" in words
    assert "Reported by others, not certain, last checked on" in words
    assert "taken back" not in page.help_words()


def test_a_shop_without_known_contacts_says_so(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    service = replace(catalogue.services["amazon.co.jp"], contacts=())
    card = ShopCard(look, service)
    qtbot.addWidget(card)
    assert "We know no sure way yet." in words_in(card)


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (True, "Only after signing in"),
        (False, "Works without signing in"),
        (None, "Whether it needs a sign-in is not known"),
    ],
)
def test_a_contact_says_whether_it_needs_a_sign_in(
    qtbot: QtBot, look: Look, catalogue: Catalogue, *, needs: bool | None, words: str
) -> None:
    known = catalogue.services["amazon.co.jp"]
    route: ContactRoute = replace(known.contacts[0], needs_sign_in=needs)
    card = ShopCard(look, replace(known, contacts=(route,)))
    qtbot.addWidget(card)
    assert words in words_in(card)


def test_an_address_is_copied_and_nothing_opened(
    qapp: QApplication, build: Build
) -> None:
    page = build(Step.SHOP, knowing(SHOP))
    buttons = page.findChildren(Button)
    copy = next(b for b in buttons if b.accessibleName() == "Copy 0120-999-373")
    copy.click()
    assert qapp.clipboard().text() == "0120-999-373"


def test_each_card_company_is_shown_with_its_cards_and_limits(build: Build) -> None:
    cards = (
        PaymentCard(issuer="smbc_card", nickname="Blue", last_four="1234"),
        PaymentCard(issuer="smbc_card", nickname="", last_four=""),
        PaymentCard(issuer="jcb", nickname="Red", last_four="9999"),
        PaymentCard(issuer="", nickname="Old", last_four=""),
    )
    words = words_in(build(Step.CARD_COMPANY, knowing(replace(SHOP, cards=cards))))
    assert "Sumitomo Mitsui Card" in words
    assert "Blue, ending in 1234" in words
    assert "0120-794-082" in words
    assert "60" in words
    assert "Another card company" in words
    assert "Call the number on the back of the card." in words
    # A card of which nothing is known but its company is that company's line.
    assert "Card" not in words.splitlines()


def test_who_gives_advice_is_named_where_the_police_are_told(
    build: Build, catalogue: Catalogue
) -> None:
    words = words_in(build(Step.POLICE, knowing(SHOP)))
    assert "#9110" in words
    assert catalogue.offices
    for office in catalogue.offices:
        assert office.name.en in words
        assert f"Copy {office.target}" in words
    assert "Who gives advice" not in words_in(build(Step.SHOP, knowing(SHOP)))


def test_without_a_card_the_number_on_the_back_is_named(build: Build) -> None:
    words = words_in(build(Step.CARD_COMPANY, knowing(OTHER)))
    assert "Another card company" in words


@pytest.mark.parametrize("step", PAGES_OF)
def test_pages_that_help_are_named(
    build: Build, catalogue: Catalogue, step: Step
) -> None:
    words = words_in(build(step, knowing(SHOP)))
    service = catalogue.services["amazon.co.jp"]
    for page in pages_of(service, step):
        assert page.name.en in words
        assert "{" not in page.url
    assert ("Pages that help here" in words) == bool(pages_of(service, step))


def test_every_named_page_is_in_a_pack(catalogue: Catalogue) -> None:
    known = {key for service in catalogue.services.values() for key in service.pages}
    assert {key for keys in PAGES_OF.values() for key in keys} <= known


def test_a_service_without_pages_shows_the_guide_alone(build: Build) -> None:
    for service in ("paypay.ne.jp", "gone.example"):
        page = build(Step.TWO_STEP, knowing(replace(SHOP, service=service)))
        assert "Pages that help here" not in words_in(page)


def test_what_is_done_is_the_word_of_the_person_and_can_be_taken_back(
    qtbot: QtBot, build: Build
) -> None:
    page = build(Step.SHOP, knowing(SHOP))
    done = page.buttons().primary
    assert done is not None
    with qtbot.waitSignal(page.said) as said:
        done.run()
    assert said.args == [Step.SHOP]
    page.show_snapshot(replace(knowing(SHOP), said={Step.SHOP: NOW}))
    assert "Noted on 21 November" in words_in(page)
    undo, following = page.buttons().secondary, page.buttons().primary
    assert undo is not None
    assert following is not None
    with qtbot.waitSignal(page.taken_back) as taken_back:
        undo.run()
    assert taken_back.args == [Step.SHOP]
    with qtbot.waitSignal(page.place_chosen) as chosen:
        following.run()
    assert chosen.args == [View.OVERVIEW]


def test_without_a_case_it_can_be_read_but_not_ticked(build: Build) -> None:
    page = build(Step.SHOP, NOTHING)
    assert page.buttons().primary is None
    assert "0120-999-373" not in words_in(page)
    assert "You can reach the shop without signing in." in page.heading().why


def test_a_step_without_a_guide_is_called_by_its_name(
    qtbot: QtBot, look: Look, catalogue: Catalogue
) -> None:
    page = GuidePage(
        look, NOTHING, Step.POLICE, catalogue=catalogue, read=lambda _step: ""
    )
    qtbot.addWidget(page)
    assert page.name == "Police"


@pytest.mark.parametrize("step", [Step.CARD_COMPANY, Step.SHOP, Step.POLICE])
def test_whoever_is_told_can_be_noted(qtbot: QtBot, build: Build, step: Step) -> None:
    page = build(step, knowing(SHOP))
    buttons = page.findChildren(Button)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        next(one for one in buttons if one.accessibleName() == "Note a contact").click()
    assert chosen.args == [View.CONTACTS]


def test_a_contact_is_noted_in_a_case_and_where_somebody_is_told(build: Build) -> None:
    for page in (build(Step.SHOP, NOTHING), build(Step.CLOSING, knowing(SHOP))):
        assert "Note a contact" not in words_in(page)


def test_what_was_noted_of_them_is_seen_where_they_are_told(build: Build) -> None:
    asked = Contact(at=NOW, whom=Whom.SHOP, channel=Channel.CHAT)
    before = replace(asked, at=NOW - timedelta(hours=2), channel=Channel.PHONE)
    other = replace(asked, whom=Whom.POLICE, channel=Channel.VISIT)
    snapshot = replace(knowing(SHOP), contacts=(asked, before, other))
    words = words_in(build(Step.SHOP, snapshot))
    assert "You noted: Chat, " in words
    assert "If that was all, press “I have done this” below." in words
    assert "In person" not in words
    done = replace(snapshot, said={Step.SHOP: NOW})
    words = words_in(build(Step.SHOP, done))
    assert "You noted: Chat, " in words
    assert "If that was all" not in words
    assert "Note whom you reached" in words_in(build(Step.CARD_COMPANY, snapshot))


def test_the_cards_are_named_whose_report_is_not_noted(build: Build) -> None:
    limits = (replace(LIMIT, reported_on=TODAY), replace(LIMIT, card=2))
    told = after(work(deadlines=limits), Step.CARD_COMPANY)
    assert told.case is not None
    first, second = told.case.answers.cards[:2]
    names = (
        replace(first, nickname="Blue", last_four="1111"),
        replace(second, nickname="Red", last_four="2222"),
    )
    answers = replace(told.case.answers, cards=names)
    known = replace(told, case=replace(told.case, answers=answers))
    words = words_in(build(Step.CARD_COMPANY, known))
    assert "You told a card company, not every report is noted" in words
    assert "Red 2222: no report is noted" in words
    assert "Blue 1111: no report" not in words
    assert "no report is noted" not in words_in(build(Step.SHOP, known))
