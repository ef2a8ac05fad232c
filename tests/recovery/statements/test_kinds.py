"""What kind of charge a row is, by its words."""

import pytest

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.kinds import kind_of, may_tell_kind
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.statement import ChargeKind


@pytest.mark.parametrize(
    ("merchant", "kind"),
    [
        *((name, ChargeKind.PAYMENT) for name in ("口座振替金額", "お支払金口座")),
        *((name, ChargeKind.PAYMENT) for name in ("リボ払いお支払い", "※弁済金※")),
        *((name, ChargeKind.PAYMENT) for name in ("ご入金額", "入金", "繰上返済")),
        *((name, ChargeKind.PAYMENT) for name in ("PAYMENT - THANK YOU",)),
        *((name, ChargeKind.PAYMENT) for name in ("Automatic Payment",)),
        *((name, ChargeKind.PAYMENT) for name in ("Payment Received - Thank You",)),
        *(
            (name, ChargeKind.FEE)
            for name in ("年会費", "カード年会費　本人", "手数料")
        ),
        *((name, ChargeKind.FEE) for name in ("利息", "遅延損害金", "Annual Fee")),
        *((name, ChargeKind.FEE) for name in ("Interest Charge", "Foreign Fee")),
        *((name, ChargeKind.ADJUSTMENT) for name in ("キャッシュバック", "割引")),
        *((name, ChargeKind.ADJUSTMENT) for name in ("値引", "ポイント充当")),
        *((name, ChargeKind.ADJUSTMENT) for name in ("ポイント支払", "調整額")),
    ],
)
def test_words_tell_the_kind(merchant: str, kind: ChargeKind) -> None:
    normal = normal_merchant(merchant)
    assert may_tell_kind(normal)
    assert may_tell_kind(f"店\n{normal}\n店")
    assert kind_of(normal, None, Account.CARD) is kind


@pytest.mark.parametrize("name", ["", "Coffee", "アマゾン", "入場券"])
def test_other_names_are_of_shops(name: str) -> None:
    assert kind_of(normal_merchant(name), None, Account.CARD) is ChargeKind.PURCHASE
