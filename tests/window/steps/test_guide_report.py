from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import JAPAN
from tests.recovery.plan.situations import order
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Item, OrderState, Ownership
from torimodosu.recovery.plan.report import Report, report_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.resources import resource
from torimodosu.window.guides import guide_text
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.guide.page import GuidePage
from torimodosu.window.steps.guide.report import WHOM_OF, report_words
from torimodosu.window.words.dates import full_moment_words

EVENING = datetime(2026, 11, 20, 18, 8, tzinfo=JAPAN)
RESET = EVENING.replace(hour=19, minute=42)
GOODS = Item(title="Gift code", quantity=1, price=None)
FOREIGN = replace(
    order(placed_at=EVENING, total=9000, gift_card=5000, card=4000), items=(GOODS,)
)
UNKNOWN = replace(
    order(placed_at=EVENING, total=None, gift_card=None, to_the_day=True),
    order_number=None,
    anchor="mail",
)
REFUSED = replace(
    order(placed_at=None, total=None, gift_card=None),
    order_number="250-0000000-0000002",
    state=OrderState.REFUSED,
)
OWN = replace(order(placed_at=EVENING, total=1980), order_number="250-0000000-0000003")
UNSURE = replace(
    order(placed_at=EVENING, total=3280), order_number="250-0000000-0000004"
)
ENQUIRY = Contact(
    number=1,
    at=EVENING.replace(hour=23),
    whom=Whom.SHOP,
    channel=Channel.CHAT,
    name="Sato",
    reference="77-1",
    note="my own words",
)
TRIED = Tried(trial=Trial.PRIVATE_WINDOW, outcome=Outcome.REFUSED, at=EVENING)
OWNERSHIP = {
    order_key(FOREIGN): Ownership.NOT_MINE,
    order_key(UNKNOWN): Ownership.NOT_MINE,
    order_key(REFUSED): Ownership.NOT_MINE,
    order_key(OWN): Ownership.MINE,
}
ORDERS = {order_key(one): one for one in (FOREIGN, UNKNOWN, REFUSED, OWN, UNSURE)}
BARE = Snapshot(at=SaturdayEvening().now(), case=Case(number=1, answers=SHOP))
KNOWN = replace(
    BARE,
    orders=ORDERS,
    ownership=OWNERSHIP,
    tried={TRIED.trial: TRIED},
    reset_said=RESET,
    contacts=(ENQUIRY,),
)


def told(snapshot: Snapshot, whom: Whom) -> str:
    report = report_of(snapshot, whom)
    assert isinstance(report, Report)
    return report_words(report, "The Shop", whom)


def test_the_shop_hears_of_orders_of_what_was_tried_and_of_earlier_enquiries() -> None:
    words = told(KNOWN, Whom.SHOP)
    assert "Somebody seems to have got into my account at The Shop." in words
    assert "Orders that are not mine (3):" in words
    assert f"- {full_moment_words(EVENING)}  250-1234567-1234567  ¥9,000\n" in words
    assert "November 2026  number not known yet  amount not known yet" in words
    assert "- time not known yet  250-0000000-0000002  amount not known yet" in words
    assert "Orders that I am still checking:\n" in words
    assert "250-0000000-0000004  ¥3,280" in words
    assert "Orders that are mine and are to stay as they are:\n" in words
    assert "250-0000000-0000003  ¥1,980" in words
    assert f"I last set a new password: {full_moment_words(RESET)}" in words
    assert "- Use a private window: Password refused" in words
    asked = full_moment_words(ENQUIRY.at)
    assert f"- {asked}  The shop  Chat  Sato  Enquiry number 77-1" in words
    assert "my own words" not in words
    assert "Gift code" not in words


def test_the_sums_name_what_is_open_and_add_nothing_for_it() -> None:
    lines = told(KNOWN, Whom.SHOP).splitlines()
    at = lines.index("Together: ¥9,000")
    assert lines[at + 1 : at + 5] == [
        "Of it by gift balance: ¥5,000",
        "Of it by card: ¥4,000",
        "Orders whose amount is not known yet: 1",
        "Cancelled or paid back, as the shop says: 1",
    ]


@pytest.mark.parametrize("whom", [Whom.ISSUER, Whom.POLICE])
def test_how_the_sign_in_fails_and_the_own_orders_are_for_the_shop_alone(
    whom: Whom,
) -> None:
    words = told(KNOWN, whom)
    assert "250-1234567-1234567" in words
    assert "Password refused" not in words
    assert "250-0000000-0000003" not in words
    assert ("Gift code" in words) == (whom is Whom.POLICE)


def test_before_anything_is_known_it_says_what_the_person_says() -> None:
    assert told(BARE, Whom.ISSUER).splitlines() == [
        "Somebody seems to have got into my account at The Shop.",
        "I noticed it on 13 March 2026.",
    ]


def test_several_currencies_are_summed_apart() -> None:
    dollars = replace(UNKNOWN, currency="USD", total=Decimal("12.50"))
    snapshot = replace(KNOWN, orders=ORDERS | {order_key(UNKNOWN): dollars})
    words = told(snapshot, Whom.POLICE)
    assert "Together: ¥9,000" in words
    assert "Together: $12.50" in words


@pytest.mark.parametrize("step", WHOM_OF)
def test_the_page_holds_it_ready_and_copies_it(
    qapp: QApplication, qtbot: QtBot, look: Look, step: Step
) -> None:
    catalogue = load_catalogue(resource("catalogue"))
    page = GuidePage(look, KNOWN, step, catalogue=catalogue, read=guide_text)
    qtbot.addWidget(page)
    page.show_snapshot(KNOWN)
    assert "Orders that are not mine (3):" in words_in(page)
    copy = next(
        button
        for button in page.findChildren(Button)
        if button.accessibleName() == "Copy all of it"
    )
    copy.click()
    assert qapp.clipboard().text().startswith("Somebody seems to have got into my")
    assert "Amazon.co.jp" in qapp.clipboard().text()
    assert "Copied. Paste it into a letter or a form." in words_in(page)


def test_a_shop_that_no_pack_knows_is_called_by_its_id(
    qtbot: QtBot, look: Look
) -> None:
    catalogue = load_catalogue(resource("catalogue"))
    answers = replace(SHOP, service="gone.example")
    snapshot = replace(KNOWN, case=Case(number=1, answers=answers))
    page = GuidePage(look, snapshot, Step.POLICE, catalogue=catalogue, read=guide_text)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    assert "my account at gone.example." in words_in(page)


def test_where_nobody_is_told_there_is_none(qtbot: QtBot, look: Look) -> None:
    catalogue = load_catalogue(resource("catalogue"))
    page = GuidePage(look, KNOWN, Step.CLOSING, catalogue=catalogue, read=guide_text)
    qtbot.addWidget(page)
    page.show_snapshot(KNOWN)
    assert "Orders that are not mine" not in words_in(page)
