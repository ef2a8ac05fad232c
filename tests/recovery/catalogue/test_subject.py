from datetime import date

import pytest

from torimodosu.recovery.catalogue.source import Grade, Source
from torimodosu.recovery.catalogue.subject import SubjectPattern, kind_by_subject

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
USED = SubjectPattern(kind="card_usage", pattern="^ご利用", source=SOURCE)


@pytest.mark.parametrize(
    ("subject", "sender", "body", "kind"),
    [
        ("ご注文について", "order-update@shop.example", "", "order_on_hold"),
        ("ご注文について", "Order-Update@shop.example", "", "order_on_hold"),
        ("ご注文について", "news@shop.example", "", None),
        ("ご注文について", "", "", None),
        ("ご利用のお知らせ", "a@card.example", "取引：返品", "card_refund"),
        ("ご利用のお知らせ", "a@card.example", "取引：買物", "card_usage"),
        ("ｺﾞ利用のお知らせ", "a@card.example", "", None),
        (" ご利用\r\n のお知らせ", "a@card.example", "", "card_usage"),
        ("", "", "", None),
    ],
)
def test_the_first_rule_that_fits_decides(
    subject: str, sender: str, body: str, kind: str | None
) -> None:
    rules = (ON_HOLD, RETURNED, USED)
    assert kind_by_subject(rules, subject=subject, sender=sender, body=body) == kind


def test_case_and_width_make_no_difference() -> None:
    rule = SubjectPattern(kind="other", pattern="^shipped: 12", source=SOURCE)
    subject = "ＳＨＩＰＰＥＤ：　１２"
    assert kind_by_subject([rule], subject=subject, sender="", body="") == "other"
