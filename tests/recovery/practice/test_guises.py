"""A mail in another guise says the same: encoding, layout, and who sent it on."""

import unicodedata
from datetime import UTC, datetime
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recovery.practice.guises import (
    AMOUNTS,
    ATTACHED,
    BODIES,
    CARRIERS,
    CHARSETS,
    PAGES,
    SPACINGS,
    SURROUNDINGS,
    TRANSFERS,
    Guise,
    dressed,
)
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.read_mail import read_mail
from torimodosu.recovery.mail.search import Quoting
from torimodosu.recovery.orders.judged import OrderReading
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.practice.forged_mails import forged_mails
from torimodosu.recovery.practice.letter import Letter
from torimodosu.recovery.practice.mailbox import all_letters
from torimodosu.recovery.practice.shop_mail import SHOP
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
OUTSIDE = Outside.unaided(datetime(2026, 11, 23, tzinfo=UTC))
FORGED = {letter.message_id for letter in forged_mails()}
LETTERS = [
    letter
    for letter in all_letters()
    if letter.claims == SHOP and letter.message_id not in FORGED
]
GUISES = st.builds(
    Guise,
    amounts=st.sampled_from([*AMOUNTS]),
    surroundings=st.sampled_from([*SURROUNDINGS]),
    spacing=st.sampled_from([*SPACINGS]),
    body=st.sampled_from(BODIES),
    page=st.sampled_from([*PAGES]),
    charset=st.sampled_from([*CHARSETS]),
    transfer=st.sampled_from(TRANSFERS),
    carrier=st.sampled_from(["", *CARRIERS, *ATTACHED]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)


def told(raw: bytes) -> object:
    """Return what the program makes of a mail, all but its source and its layout."""
    mail = read_mail(raw, Quoting.NONE, CATALOGUE, OUTSIDE)
    reading = OrderReading()
    key = sha256(raw).hexdigest()
    reading.read(mail.message, mail=key, found=mail.claims, verdict=mail.verdict)
    is_forged = mail.verdict() is Verdict.NOT_GENUINE
    return mail.claims, is_forged, [facts(order) for order in reading.orders()]


def facts(order: Order) -> object:
    goods = [
        (" ".join(unicodedata.normalize("NFKC", i.title).split()), i.quantity, i.price)
        for i in order.items
    ]
    # Mailers print the minute.
    minute = order.placed_at and order.placed_at.replace(second=0)
    paid = (order.total, order.gift_card, order.points, order.card, order.refunded)
    return order.order_number, order.state, order.certainty, paid, minute, goods


@settings(max_examples=250, deadline=None)
@given(letter=st.sampled_from(LETTERS), guise=GUISES)
def test_a_mail_in_another_guise_says_the_same(letter: Letter, guise: Guise) -> None:
    assert told(dressed(letter, guise)) == told(dressed(letter, Guise()))
