import pytest

from tests.recovery.orders.written import goods, orders, paid
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Doubt

HTML = """\
タイムセール
 |  アカウントサービス

ご注文の確認

注文番号： 503-1000000-0000001

架空花子 様

お届け先：
架空花子 様
000-0000
架空県
架空市１丁目２－３

注文内容

注文番号： 503-1000000-0000001
注文日： 2014/11/08
試験用ノート A5 罫線 - 3点
文房具・オフィス用品
販売：架空商店
￥ 320
試験用ペン 黒
販売：架空商店
￥ 100
商品の小計：\t￥ 1,060
配送料および取扱手数料：\t￥ 350
ギフト包装：\t￥ 100
割引：\t-￥ 200

注文合計：\t￥ 1,310

支払い方法
Amazonギフト券・Amazonショッピングカード：\t￥ 310
クレジットカード（Visa）：\t￥ 1,000

またのご利用をお待ちしております。
"""

PLAIN = """\
Amazon.co.jp ご注文の確認
注文番号： 250-1000000-0000001
注文番号： 250-1000000-0000002
_________________________________________________________________

架空太郎 様

=================================================================

領収書/購入明細書
注文番号： 250-1000000-0000001
注文日： 2020/05/16

               お届け予定日：
               2020/05/18

               お届け先：
               架空 太郎 様
               000-0000

               20枚組 試験袋 × 3個 5点セット
               ￥ 410

               合計：
               ￥ 90

               注文番号： 250-9999999-9999999 の本
               ￥ 1,061

               注文合計： ￥ 7
               ￥ 500

_________________________________________________________________

              商品の小計： ￥ 2,061
              配送料・手数料： ￥ 0
              割引： -￥ 61

              注文合計： ￥ 2,000

=================================================================

注文番号： 250-1000000-0000002
注文日： 2020/05/16

_________________________________________________________________
              注文合計： ￥ 1,400

=================================================================

おすすめ商品
               ギフトカード
               ￥ 5,000
               注文合計： ￥ 9,999
"""


def test_html_tells_goods_sums_and_who_pays() -> None:
    (order,) = orders(HTML)
    assert order.order_number == "503-1000000-0000001"
    assert order.layout == "japanese_2014"
    assert goods(order) == [
        ("試験用ノート A5 罫線", 3, "320"),
        ("試験用ペン 黒", 1, "100"),
    ]
    assert paid(order) == {
        "total": "1310",
        "gift_card": "310",
        "card": "1000",
        "unknown": "0",
    }
    assert order.card_label == "Visa"


def test_plain_text_tells_several_orders() -> None:
    first, second = orders(PLAIN)
    assert (first.order_number, second.order_number) == (
        "250-1000000-0000001",
        "250-1000000-0000002",
    )
    assert paid(first) == {"total": "2000", "unknown": "2000"}
    assert paid(second) == {"total": "1400", "unknown": "1400"}
    assert second.items == ()


def test_names_that_look_like_labels_are_names() -> None:
    first, _ = orders(PLAIN)
    assert goods(first) == [
        ("20枚組 試験袋 × 3個 5点セット", 1, "410"),
        ("合計：", 1, "90"),
        ("注文番号： 250-9999999-9999999 の本", 1, "1061"),
        ("注文合計： ￥ 7", 1, "500"),
    ]


SUBTOTAL = "商品の小計： ￥ 900"
TOTAL = "注文合計： ￥ 900"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [SUBTOTAL, "ギフト券： -￥ 900", "注文合計： ￥ 0"],
            {"total": "900", "gift_card": "900", "unknown": "0"},
        ),
        (
            [SUBTOTAL, "Amazonポイント： -￥ 100", "注文合計： ￥ 800"],
            {"total": "900", "points": "100", "unknown": "800"},
        ),
        (
            [
                *(SUBTOTAL, TOTAL, "ギフトカード利用額：￥ 300"),
                *("Amazonポイント利用額：￥ 80", "カードへのご請求額：￥ 520"),
            ],
            {
                "total": "900",
                "gift_card": "300",
                "points": "80",
                "card": "520",
                "unknown": "0",
            },
        ),
        (
            [
                *(SUBTOTAL, "代引手数料： ￥ 324", "注文合計： ￥ 1,224"),
                "お支払い方法： 代金引換",
            ],
            {"total": "1224", "unknown": "1224"},
        ),
        (
            [SUBTOTAL, TOTAL, "お支払い方法：コンビニ払い", "ご請求額： ￥ 900"],
            {"total": "900", "unknown": "900"},
        ),
        (
            [SUBTOTAL, TOTAL, "お支払い方法： Visa", "ご請求額： ￥ 700"],
            {"total": "900", "gift_card": "200", "card": "700", "unknown": "0"},
        ),
        (["注文合計（2点）：", "￥ 9,000"], {"total": "9000", "unknown": "9000"}),
        (
            [SUBTOTAL, TOTAL, "Amazonギフトカード・ギフト券：￥ 900"],
            {"total": "900", "gift_card": "900", "unknown": "0"},
        ),
        (["注文合計： 9,000円"], {"total": "9000", "unknown": "9000"}),
        (["注文合計： ９，０００円"], {"total": "9000", "unknown": "9000"}),
        (["注文合計：", "", "￥ 9,000"], {"total": "9000", "unknown": "9000"}),
    ],
)
def test_tells_gift_card_points_and_card_apart(
    lines: list[str], expected: dict[str, str]
) -> None:
    (order,) = orders("\n".join(["注文番号： 250-1000000-0000001", "", *lines]))
    assert paid(order) == expected


def test_the_sums_of_one_order_may_stand_above_its_number() -> None:
    (order,) = orders("ご注文合計： ￥ 900\n\n注文番号： 250-1000000-0000001\n")
    assert paid(order) == {"total": "900", "unknown": "900"}


def test_labels_of_the_delivery_above_a_name_are_not_the_name() -> None:
    label = (
        "注文日： 2014/11/08\nお届け予定日：\n水曜日, 2014/11/10\nコンディション： 新品"
    )
    (order,) = orders(HTML.replace("注文日： 2014/11/08", label))
    assert goods(order)[0] == ("試験用ノート A5 罫線", 3, "320")


def test_an_empty_line_may_part_a_price_from_its_article() -> None:
    (order,) = orders(HTML.replace("\n￥ 320", "\n\n￥ 320"))
    assert goods(order)[0] == ("試験用ノート A5 罫線", 3, "320")


def test_free_of_charge_below_a_subtotal_is_a_doubt() -> None:
    sums = [SUBTOTAL, "割引： -￥ 0", "注文合計： ￥ 0"]
    (order,) = orders("\n".join(["注文番号： 250-1000000-0000001", "", *sums]))
    assert paid(order) == {"total": "0", "unknown": "0"}
    assert order.doubts == (Doubt.NOTHING_TO_PAY,)


def test_free_of_charge_by_a_discount_is_none() -> None:
    sums = [SUBTOTAL, "割引： -￥ 900", "注文合計： ￥ 0"]
    (order,) = orders("\n".join(["注文番号： 250-1000000-0000001", "", *sums]))
    assert order.doubts == ()


def test_a_total_below_zero_is_no_total() -> None:
    (order,) = orders("注文番号： 250-1000000-0000001\n注文合計： -￥ 900")
    assert paid(order) == {}


def test_what_is_taken_off_is_no_article() -> None:
    (order,) = orders(
        HTML.replace("￥ 100\n商品の", "￥ 100\nまとめ割\n-￥ 50\n商品の")
    )
    assert len(order.items) == 2


def test_blocks_of_one_order_fill_each_others_gaps() -> None:
    head = "注文番号： 503-1000000-0000001\n注文日： 2014/11/08\n注文合計： ￥ 1,310\n"
    (order,) = orders(head + HTML)
    assert paid(order)["card"] == "1000"
    assert order.placed_at is not None


def test_the_number_of_pieces_may_stand_behind_the_name() -> None:
    (order,) = orders(HTML.replace(" - 3点", "　　数量：３"))
    assert goods(order)[0] == ("試験用ノート A5 罫線", 3, "320")


def test_a_parcel_may_be_laid_out_like_an_order() -> None:
    (order,) = orders(HTML, kind=MailKind.SHIPMENT)
    assert str(order.shipments[0].card) == "1000"
