"""Bodies that were made to tire a reader out."""

import pytest

from tests.recovery.orders.written import readings
from torimodosu.recovery.mail.kind import MailKind

CONFIRMATION, SHIPMENT = MailKind.ORDER_CONFIRMATION, MailKind.SHIPMENT
SIZE = 20_000


@pytest.mark.parametrize(
    "piece",
    [
        "注文番号：250-1000000-0000001\n",
        "注文番号：\n",
        "合計\n",
        "合計\n\n\n\n",
        "数量: 1\n",
        "* a\n数量: 1\n",
        "￥ 1,000\n",
        "￥" * 50,
        "1,",
        "9",
        "250-1000000-0000001 ",
        "https://a ",
        ">",
        "(",
        "- ",
        "\u3000",
        '1 "a"\n',
        "割引",
        "注文日：\n",
        "￥ 1 x 1 = ",
    ],
)
@pytest.mark.parametrize("kind", [CONFIRMATION, SHIPMENT, MailKind.ORDER_ON_HOLD])
def test_hostile_repetition_ends(piece: str, kind: MailKind) -> None:
    text = piece * (SIZE // len(piece))
    for service in ("amazon.co.jp", "shop.example"):
        found = readings(text, kind=kind, service=service)
        assert {reading.service for reading in found} <= {service}


@pytest.mark.parametrize(
    "text", ["注文番号：250-1000000-0000001\n" * 20_001, "合" * 1_000_001]
)
def test_a_body_longer_than_any_order_mail_is_not_understood(text: str) -> None:
    (reading,) = readings(text)
    assert (reading.number, reading.layout) == (None, "unknown")
