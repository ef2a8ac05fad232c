from datetime import date

import pytest

from torimodosu.recovery.catalogue.source import Grade, Source
from torimodosu.recovery.catalogue.subject import SubjectPattern, fold

SOURCE = Source(text="a sample", grade=Grade.B, last_checked=date(2026, 11, 22))
ON_HOLD = SubjectPattern(
    kind="order_on_hold",
    pattern="ご注文について",
    senders=("order-update",),
    source=SOURCE,
)
RETURNED = SubjectPattern(
    kind="card_refund", pattern="^ご利用", body_words=("取引:返品",), source=SOURCE
)
SHIPPED = SubjectPattern(kind="shipment", pattern="^shipped: 12", source=SOURCE)
USED = SubjectPattern(kind="card_usage", pattern="^ご利用", source=SOURCE)


@pytest.mark.parametrize(
    ("rule", "subject", "sender", "body"),
    [
        (ON_HOLD, "ご注文について", "order-update@shop.example", ""),
        (ON_HOLD, "Amazonのご注文について", "Order-Update@shop.example", ""),
        (RETURNED, "ご利用のお知らせ", "a@card.example", "取引：返品"),
        (USED, " ご利用\r\n のお知らせ", "a@card.example", ""),
        (SHIPPED, "ＳＨＩＰＰＥＤ：　１２", "", ""),
    ],
)
def test_a_rule_fits_whatever_case_width_and_blanks(
    rule: SubjectPattern, subject: str, sender: str, body: str
) -> None:
    assert rule.fits(subject=fold(subject), sender=sender, body=fold(body))


@pytest.mark.parametrize(
    ("rule", "subject", "sender", "body"),
    [
        (ON_HOLD, "ご注文について", "news@shop.example", ""),
        (ON_HOLD, "ご注文について", "", ""),
        (ON_HOLD, "お届けについて", "order-update@shop.example", ""),
        (RETURNED, "ご利用のお知らせ", "a@card.example", "取引：買物"),
        (USED, "カードご利用のお知らせ", "a@card.example", ""),
        (USED, "", "", ""),
    ],
)
def test_a_rule_fits_only_if_subject_sender_and_body_do(
    rule: SubjectPattern, subject: str, sender: str, body: str
) -> None:
    assert not rule.fits(subject=fold(subject), sender=sender, body=fold(body))
