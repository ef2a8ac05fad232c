"""What kind of charge a row is, by its words."""

import re
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.statement import ChargeKind

# On folded text, see normal_merchant. The first that fits decides.
_WORDS = (
    (
        ChargeKind.PAYMENT,
        re.compile(
            r"口座振替金額|お支払い?金口座|リボ払い?お支払い|弁済金|ご?入金(?:額|$)|繰上返済"
            r"|paymentーthank|automaticpayment|payment(?:received)?ー?thankyou"
        ),
    ),
    (
        ChargeKind.FEE,
        re.compile(
            r"年会費$|カード年会費|手数料|利息|遅延損害金|annual(?:membership)?fee"
            r"|interestcharge|(?<!f)fee$"
        ),
    ),
    (
        ChargeKind.ADJUSTMENT,
        re.compile(r"キャッシュバック|割引|値引|ポイント充当|ポイント支払|調整額"),
    ),
)
# Most shops have none of these, of which each of those words has one.
_PARTS = (
    *("振替", "支払", "弁済", "入金", "繰上", "payment"),
    *("年会費", "手数料", "利息", "遅延", "annual", "interest", "fee"),
    *("キャッシュバック", "割引", "値引", "ポイント", "調整"),
)
_REFUND = re.compile(r"返品|返金|取消|キャンセル|refund")
# What a column for the kind says, folded in the same way.
_TYPES = {
    "sale": ChargeKind.PURCHASE,
    "return": ChargeKind.REFUND,
    "payment": ChargeKind.PAYMENT,
    "fee": ChargeKind.FEE,
    "adjustment": ChargeKind.ADJUSTMENT,
}


def may_tell_kind(normal: str) -> bool:
    """Tell whether the words of a folded merchant, or of many, may tell its kind."""
    return any(part in normal for part in _PARTS)


def kind_of(
    normal: str, amount: Decimal | None, account: Account, *, said: str = ""
) -> ChargeKind:
    """Return the kind of a charge.

    *normal* is its folded merchant, *said* what a column for the kind says, folded too.
    On a bank account money out is a payment, whatever for, and money in an adjustment:
    the statement does not tell whether it was a refund.
    """
    if said in _TYPES:
        return _TYPES[said]
    is_back = amount is not None and amount < 0
    for kind, words in _WORDS if may_tell_kind(normal) else ():
        if words.search(normal) and not (is_back and kind is ChargeKind.FEE):
            return kind
    if is_back and (account is Account.CARD or _REFUND.search(normal)):
        return ChargeKind.REFUND
    if account is Account.CARD:
        return ChargeKind.PURCHASE
    return ChargeKind.ADJUSTMENT if is_back else ChargeKind.PAYMENT
