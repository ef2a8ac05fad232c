"""The card statements, as they looked on Sunday.

Of nine cards the newest closed statement is there, that of the tenth is missing. Of the
two cards that the shop has, the months that are still open are there too.
"""

from collections.abc import Iterator
from datetime import date

from torimodosu.recovery.practice import statement_forms as forms
from torimodosu.recovery.practice.card_mails import E_BOOKS, NOTIFIED
from torimodosu.recovery.practice.cards import PAYPAY_LAST_FOUR, RAKUTEN_LAST_FOUR
from torimodosu.recovery.practice.files import PracticeFile
from torimodosu.recovery.practice.purchase import BATTERIES, BOOKS
from torimodosu.recovery.practice.statement_forms import Charge

SHOP_PRINTED = "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"
# The issuer whose newest statement nobody has fetched.
MISSING = "aeon_card"

_SMBC, _RAKUTEN = "三井住友カード", "楽天カード"
_OPEN = "・未確定 / open month"
# A path, what the file holds, and whose it is.
_Statement = tuple[str, bytes, str]

_SMBC_CLOSED: tuple[Charge, ...] = (
    (date(2026, 9, 19), "セキユ石油　笹野通り店", 3_870),
    (date(2026, 10, 2), "笹野ガス　ご利用料金", 4_930),
)
SMBC_EARLIER: tuple[Charge, ...] = (
    (date(2026, 10, 18), "ドラッグストア　かもめ", 1_240),
    (date(2026, 11, 2), "笹野ガス　ご利用料金", 5_180),
    (date(2026, 11, 14), "セキユ石油　笹野通り店", 4_210),
)
SMBC_CHARGES: tuple[Charge, ...] = tuple(
    (p.placed.date(), SHOP_PRINTED, p.card or 0) for p in NOTIFIED
)
RAKUTEN_EARLIER: tuple[Charge, ...] = (
    (date(2026, 10, 24), "スーパーあおば", 4_026),
    (date(2026, 10, 9), "笹野電力　電気料金", 7_310),
)
RAKUTEN_CHARGES: tuple[Charge, ...] = (
    (date(2026, 11, 21), SHOP_PRINTED, BATTERIES.total or 0),
    (date(2026, 11, 20), SHOP_PRINTED, E_BOOKS),
    (date(2026, 11, 14), "楽天市場　みかん農園", 3_400),
    (date(2026, 11, 14), "スーパーあおば", 3_152),
    (date(2026, 11, 13), SHOP_PRINTED, BOOKS.total or 0),
)
_JCB: tuple[Charge, ...] = (
    (date(2026, 9, 21), "手芸の店　糸", 1_584),
    (date(2026, 10, 3), "花の市", 1_000),
)
_VIEW: tuple[Charge, ...] = (
    (date(2026, 9, 12), "笹野駅　オートチャージ", 3_000),
    (date(2026, 10, 1), "笹野駅　オートチャージ", 3_000),
)
_EPOS: tuple[Charge, ...] = ((date(2026, 9, 27), "映画館　銀の幕", 3_600),)
_SAISON: tuple[Charge, ...] = (
    (date(2026, 9, 15), "食堂　かもめ", 1_515),
    (date(2026, 10, 6), "書店　みなと", 750),
)
_PAYPAY: tuple[Charge, ...] = (
    (date(2026, 10, 11), "ﾊﾟﾝﾉﾐｾ", 700),
    (date(2026, 10, 25), "靴の工房", 8_000),
)
_LIFE: tuple[Charge, ...] = ((date(2026, 10, 30), "薬局　いずみ", 1_210),)
_AMEX: tuple[Charge, ...] = (
    (date(2026, 10, 2), "ＭＵＳＩＣ　ＳＴＲＥＡＭ", 980),
    (date(2026, 10, 10), "前回分口座振替金額", -12_480),
    (date(2026, 10, 19), "旅の窓口", 22_400),
)


def statement_files() -> Iterator[PracticeFile]:
    """Yield the statements; on that of SMBC the charge of the last order is missing."""
    for path, content, issuer in (*_of_the_shop(), *_of_others()):
        yield PracticeFile(
            path=f"statements/{path}",
            content=content,
            told=f"カードの明細 / card statement: {issuer}",
        )


def _of_the_shop() -> Iterator[_Statement]:
    """Yield the statements of the cards that the shop has."""
    rakuten = f"({RAKUTEN_LAST_FOUR}).csv"
    yield "smbc/202611.csv", forms.smbc_confirmed(_SMBC_CLOSED), _SMBC
    for path, charges, paid in (
        ("smbc/202612.csv", SMBC_EARLIER, date(2026, 12, 10)),
        ("smbc/202701.csv", SMBC_CHARGES, date(2027, 1, 10)),
    ):
        yield path, forms.smbc_open(charges, paid), f"{_SMBC}{_OPEN}"
    closed = forms.rakuten_closed(RAKUTEN_EARLIER, 11)
    yield f"rakuten/enavi202611{rakuten}", closed, _RAKUTEN
    opened = forms.rakuten_open(RAKUTEN_CHARGES, 12)
    yield f"rakuten/enavi202612{rakuten}", opened, f"{_RAKUTEN}{_OPEN}"


def _of_others() -> Iterator[_Statement]:
    early, late = date(2026, 11, 4), date(2026, 11, 27)
    paypay = f"paypay/detail202611({PAYPAY_LAST_FOUR}).csv"
    yield "jcb/202611.csv", forms.jcb(_JCB, date(2026, 11, 10)), "JCB"
    yield "view/202611.csv", forms.view(_VIEW, early), "ビューカード"
    yield "epos/202611.csv", forms.epos(_EPOS), "エポスカード"
    yield "saison/202611.csv", forms.saison(_SAISON, early), "セゾンカード"
    yield paypay, forms.paypay(_PAYPAY, late), "PayPayカード"
    yield "life/202611.csv", forms.life(_LIFE, late), "ライフカード"
    yield "amex/202611.csv", forms.amex(_AMEX), "アメックス"
