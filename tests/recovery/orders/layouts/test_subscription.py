from tests.recovery.orders.written import goods, orders, paid


def test_reads_the_total_of_a_subscription() -> None:
    text = """\
架空花子様

定期おトク便のご注文が確定しました。

注文番号: 250-1000000-0000001

試験洗剤 詰め替え
￥ 1,300

小計： ￥ 1,300
定期おトク便割引： -￥ 66
注文合計(税込)： ￥ 1,234
"""
    (order,) = orders(text)
    assert order.layout == "subscription"
    assert paid(order) == {"total": "1234", "unknown": "1234"}
    assert goods(order) == [("試験洗剤 詰め替え", 1, "1300")]
