import pytest

from torimodosu.recovery.orders.labels import Field, field_of
from torimodosu.recovery.orders.lines import fold


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("商品の小計：", Field.SUBTOTAL),
        ("●小計　　　　　：", Field.SUBTOTAL),
        ("Item Subtotal:", Field.SUBTOTAL),
        ("Zwischensumme:", Field.SUBTOTAL),
        ("合計（税抜き）：", Field.BEFORE_TAX),
        ("Total Before Tax:", Field.BEFORE_TAX),
        ("Zwischensumme ohne USt.:", Field.BEFORE_TAX),
        ("消費税：", Field.TAX),
        ("Estimated Tax:", Field.TAX),
        ("配送料・手数料：", Field.FEE),
        ("代引手数料：", Field.FEE),
        ("ギフト包装：", Field.FEE),
        ("Postage & Packing:", Field.FEE),
        ("Verpackung und Versand:", Field.FEE),
        ("注文合計：", Field.TOTAL),
        ("注文合計(税込)：", Field.TOTAL),
        ("この注文の合計：", Field.TOTAL),
        ("総計:", Field.TOTAL),
        ("注文の合計", Field.TOTAL),
        ("発送分合計", Field.TOTAL),
        ("Order Total:", Field.TOTAL),
        ("SHIPMENT TOTAL", Field.TOTAL),
        ("Endbetrag inkl. USt.:", Field.TOTAL),
        ("割引：", Field.DISCOUNT),
        ("プロモーション:", Field.DISCOUNT),
        ("Promotion Applied:", Field.DISCOUNT),
        ("ギフトカード利用額", Field.GIFT_CARD),
        ("Amazonギフト券：", Field.GIFT_CARD),
        (
            "Amazonギフト券・Amazonショッピングカードでのお支払い額：",
            Field.GIFT_CARD,
        ),
        ("ギフトカードでのお支払い", Field.GIFT_CARD),
        ("ギフトカードのご利用分", Field.GIFT_CARD),
        ("Amazonギフトカード（残高）", Field.GIFT_CARD),
        ("Amazonギフトカードの残高からのお支払い額", Field.GIFT_CARD),
        ("Gift Card Amount:", Field.GIFT_CARD),
        ("Paid by Gift Card:", Field.GIFT_CARD),
        ("Paid by Amazon Gift Card:", Field.GIFT_CARD),
        ("Zahlung über Gutschein:", Field.GIFT_CARD),
        ("Paid by Rewards Points:", Field.POINTS),
        ("Zahlung über Lastschrift:", Field.PAID_OTHERWISE),
        ("Amazonポイント利用額", Field.POINTS),
        ("Amazonポイントのご利用分", Field.POINTS),
        ("ポイント利用", Field.POINTS),
        ("ご請求額:", Field.CHARGED),
        ("カードへのご請求額:", Field.PAID_BY_CARD),
        ("返金額", Field.REFUND),
        ("返金予定額：", Field.REFUND_EXPECTED),
        ("代金引換でのお支払い額：", Field.PAID_OTHERWISE),
    ],
)
def test_knows_what_labels_of_all_eras_mean(label: str, field: Field) -> None:
    found = field_of(fold(label))
    assert found is not None
    assert found[0] is field


@pytest.mark.parametrize(
    ("label", "card"),
    [
        ("クレジットカード（Visa）でのお支払い額：", "Visa"),
        ("クレジットカード（アメリカン・エキスプレス）：", "アメリカン・エキスプレス"),
        ("クレジットカード：", ""),
        ("Paid by Amex:", "Amex"),
        ("Zahlung über Visa:", "Visa"),
        ("Pagato con Mastercard:", "Mastercard"),
        ("Zahlung über Große Karte:", "grosse karte"),
    ],
)
def test_reads_the_name_of_the_card(label: str, card: str) -> None:
    assert field_of(fold(label)) == (Field.PAID_BY_CARD, card)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "獲得予定ポイント",
        "商品名",
        "合計 1 点",
        "おすすめ商品",
        "Total Recall [Blu-ray]",
        "注文合計を印刷するテープ",
        "* 合計",
        "ギフトカードの送信先",
        "合計" * 40,
    ],
)
def test_takes_nothing_else_for_a_label(label: str) -> None:
    assert field_of(fold(label)) is None
