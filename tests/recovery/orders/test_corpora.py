"""Genuine mails of other people; they are beside the project, if at all."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.recovery.orders.written import written
from torimodosu.recovery.mail.html_text import html_to_text
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.order import Order, OrderState
from torimodosu.recovery.orders.reading import read_order_mail

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
GENUINE = CORPORA / "genuine-amazon"

pytestmark = pytest.mark.skipif(
    not GENUINE.is_dir(),
    reason="corpora not present: ../shared/corpora/genuine-amazon",
)


def expected_in(folder: str) -> Mapping[str, Any]:
    """Return the expected values that come with the mails of *folder*."""
    path = GENUINE / folder / "expected.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


def orders_of(path: Path, service: str, kind: MailKind) -> Sequence[Order]:
    """Return the orders that the text or HTML in *path* tells of."""
    text = path.read_text("utf-8")
    if path.suffix == ".html" or text.lstrip().startswith("<"):
        text = html_to_text(text).text
    readings = read_order_mail(written(text), mail="a", service=service, kind=kind)
    return join_orders(readings)


def goods(order: Order) -> list[list[object]]:
    """Return the articles as the expected values write them."""
    return [[item.title, item.quantity, item.price] for item in order.items]


def printed_day(order: Order) -> str | None:
    """Return the day that a mail prints; these mails have no time."""
    if order.placed_at is None or not order.placed_to_the_day:
        return None
    return order.placed_at.date().isoformat()


@pytest.mark.parametrize(("name", "expected"), expected_in("paa-amazon").items())
def test_japanese_confirmations(name: str, expected: Mapping[str, Any]) -> None:
    path = GENUINE / "paa-amazon" / name
    found = orders_of(path, "amazon.co.jp", MailKind.ORDER_CONFIRMATION)
    totals = expected.get("totals") or [expected["total"]]
    assert [order.order_number for order in found] == expected["orders"]
    assert [order.total for order in found] == totals
    for order in found:
        placed_at = (
            order.placed_at.date().isoformat()
            if order.placed_to_the_day and order.placed_at
            else None
        )
        assert placed_at == expected["date"]
        assert goods(order) == expected["items"]


@pytest.mark.parametrize(("name", "expected"), expected_in("gmailtozaim-2013").items())
def test_japanese_parcels(name: str, expected: Mapping[str, Any]) -> None:
    path = GENUINE / "gmailtozaim-2013" / name
    (order,) = orders_of(path, "amazon.co.jp", MailKind.SHIPMENT)
    assert (order.card or 0, order.gift_card or 0) == (
        expected["credit"],
        expected["giftcard"],
    )
    assert order.unknown == 0
    # The expected values list the fee with the goods, and keep the number of pieces.
    listed = [
        item for item in expected["items"] if not item["name"].startswith("配送料")
    ]
    assert len(order.items) == len(listed)
    for item, meant in zip(order.items, listed, strict=True):
        assert meant["name"].startswith(item.title)
        assert item.amount == int(meant["amount"])


READ_OFF = {
    name: expected
    for name, expected in expected_in(".").items()
    if name.startswith("arbiter-html/")
}


@pytest.mark.parametrize(("name", "expected"), READ_OFF.items())
def test_html_of_2014(name: str, expected: Mapping[str, Any]) -> None:
    service = {"ja": "amazon.co.jp", "de": "amazon.de", "en": "amazon.com"}
    (order,) = orders_of(
        GENUINE / name, service[expected["lang"]], MailKind.ORDER_CONFIRMATION
    )
    assert [order.order_number] == expected["orders"]
    assert printed_day(order) == expected["date"]
    total = Decimal(str(expected["total"]))
    assert (order.currency, order.total) == (expected["currency"], total)
    assert order.card == expected.get("card")
    assert (order.gift_card or 0) == expected.get("gift", 0)
    for item, meant in zip(order.items, expected.get("items", ()), strict=False):
        assert item.title.startswith(meant[0])
        assert [item.quantity, item.price] == meant[1:]


UK = "kubauk-uk"
UK_MAILS = GENUINE / UK / "test" / "uk_amazon_email" / "sample_html"


@pytest.mark.parametrize(("name", "expected"), expected_in(UK).items())
def test_british_html(name: str, expected: Mapping[str, Any]) -> None:
    found = orders_of(UK_MAILS / name, "amazon.co.uk", MailKind.ORDER_CONFIRMATION)
    if not expected["totals"]:
        # Its goods are left out, which those who made the corpus take for no order;
        # yet it prints a number and a total.
        assert [str(order.total) for order in found] == ["15.99"]
        assert found[0].items == ()
        return
    assert [str(order.total) for order in found] == expected["totals"]


SHIPPED, DELIVERED = MailKind.SHIPMENT, MailKind.DELIVERY


@pytest.mark.parametrize(
    ("name", "kind", "state", "amounts"),
    [
        ("amazon_delivered.eml", DELIVERED, OrderState.DELIVERED, (None, None)),
        ("amazon_delivered_it.eml", DELIVERED, OrderState.DELIVERED, (None, None)),
        ("amazon_uk_delivered.eml", DELIVERED, OrderState.DELIVERED, (None, None)),
        ("amazon_shipped.eml", SHIPPED, OrderState.SHIPPED, ("0.00", None)),
        ("amazon_shipped_alt.eml", SHIPPED, OrderState.SHIPPED, ("0.00", None)),
        ("amazon_shipped_alt_2.eml", SHIPPED, OrderState.SHIPPED, ("83.60", None)),
        (
            "amazon_shipped_alt_timeformat.eml",
            SHIPPED,
            OrderState.SHIPPED,
            ("0.00", None),
        ),
        (
            "amazon_shipped_it.eml",
            SHIPPED,
            OrderState.SHIPPED,
            ("107.34", "107.34"),
        ),
        ("amazon_uk_shipped.eml", SHIPPED, OrderState.SHIPPED, ("35.99", "35.99")),
        ("amazon_uk_shipped_2.eml", SHIPPED, OrderState.SHIPPED, ("11.99", "11.99")),
        (
            "amazon_fwd.eml",
            MailKind.ORDER_CONFIRMATION,
            OrderState.PLACED,
            ("80.61", None),
        ),
    ],
)
def test_parcels_of_2020(
    name: str, kind: MailKind, state: OrderState, amounts: tuple[str | None, str | None]
) -> None:
    message = read_message((GENUINE / "home-assistant-mail" / name).read_bytes())
    readings = read_order_mail(message, mail="a", service="amazon.com", kind=kind)
    (order,) = join_orders(readings)
    assert order.order_number is not None
    assert order.state is state
    total, card = (None if amount is None else Decimal(amount) for amount in amounts)
    assert (order.total, order.card) == (total, card)


@pytest.mark.parametrize(
    "name", ["amazon_exception.eml", "amazon_uk_out_for_delivery.eml"]
)
def test_parcels_on_their_way_are_not_delivered(name: str) -> None:
    message = read_message((GENUINE / "home-assistant-mail" / name).read_bytes())
    (reading,) = read_order_mail(
        message, mail="a", service="amazon.com", kind=DELIVERED
    )
    assert (reading.event, reading.layout) == (OrderState.SHIPPED, "on_the_way")


@pytest.mark.parametrize("name", ["amazon_hub_notice.eml", "amazon_hub_notice_2.eml"])
def test_parcels_to_fetch_that_name_no_order_are_kept(name: str) -> None:
    message = read_message((GENUINE / "home-assistant-mail" / name).read_bytes())
    (reading,) = read_order_mail(
        message, mail="a", service="amazon.com", kind=DELIVERED
    )
    assert (reading.number, reading.total) == (None, None)


SHOPS = CORPORA / "jp-shop-mails-paa"


@pytest.mark.parametrize(
    ("name", "has_number", "total"),
    [
        ("amiami_confirm__sample_confirm.txt", True, "7980"),
        ("amiami_rakuten_send__sample_send.txt", True, "2961"),
        ("animate_confirm__sample_confirm.txt", True, "8594"),
        ("dmm_cancel__email.txt", True, None),
        ("dmm_confirm__html.txt", False, None),
        ("dmm_merge_complete__body.txt", False, None),
        ("dmm_send__body.txt", False, None),
        ("furuichi_online_confirm__sample_confirm.txt", True, "6158"),
        ("goodsmile_confirm__sample_confirm_html.txt", True, "5900"),
        ("goodsmile_send__sample_send_html.txt", True, None),
        ("hobbyjapan_confirm__sample_confirm.txt", True, "8580"),
        ("hobbysearch_confirm_yoyaku__sample_email.txt", True, None),
        ("kids_dragon_confirm__sample_confirm_email.txt", False, None),
        ("premium_bandai_confirm__html.txt", False, None),
        ("premium_bandai_confirm__sample_confirm_plain.txt", True, "5000"),
        ("premium_bandai_omatome__sample_omatome_html_table.txt", True, "4290"),
        ("premium_bandai_send__html.txt", False, None),
        ("surugaya_confirm__sample_confirm.txt", True, None),
        ("surugaya_send__sample_send.txt", True, "9108"),
        ("yodobashi_confirm__sample_confirm.txt", True, "2527"),
        ("yodobashi_send__sample_japanpost.txt", True, "594"),
    ],
)
def test_mails_of_other_shops_are_read_right_or_not_at_all(
    name: str, *, has_number: bool, total: str | None
) -> None:
    kind = MailKind.ORDER_CONFIRMATION
    if "_send" in name:
        kind = MailKind.SHIPMENT
    if "_cancel" in name:
        kind = MailKind.CANCELLATION
    (order,) = orders_of(SHOPS / name, "shop.example", kind)
    assert (order.order_number is not None) is has_number
    assert (order.order_number or "") in (SHOPS / name).read_text("utf-8")
    assert order.total == (None if total is None else Decimal(total))
    assert orders_of(SHOPS / name, "amazon.co.jp", MailKind.OTHER) == ()


SNIPPETS = CORPORA / "jp-amazon-account-mails" / "snippets.jsonl"


def test_account_mails_tell_no_order_but_the_cancelled_one() -> None:
    lines = SNIPPETS.read_text("utf-8").splitlines()
    for snippet in map(json.loads, lines):
        is_cancelled = snippet["kind"] == "cancel"
        kind = MailKind.CANCELLATION if is_cancelled else MailKind.OTHER
        message = written(snippet["body"], subject=snippet["subject"])
        found = read_order_mail(message, mail="a", service="amazon.co.jp", kind=kind)
        assert len(found) == is_cancelled
        for reading in found:
            assert reading.event is OrderState.CANCELLED
            assert reading.number is not None
            assert reading.number in snippet["body"]
