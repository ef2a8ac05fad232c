"""What the labels beside amounts mean, in the words of the mails."""

import re
from enum import Enum


class Field(Enum):
    """What a printed amount is."""

    SUBTOTAL = "subtotal"
    BEFORE_TAX = "before_tax"
    TAX = "tax"
    FEE = "fee"
    DISCOUNT = "discount"
    TOTAL = "total"
    GIFT_CARD = "gift_card"
    POINTS = "points"
    CHARGED = "charged"
    PAID_BY_CARD = "paid_by_card"
    PAID_OTHERWISE = "paid_otherwise"
    REFUND = "refund"
    REFUND_TOTAL = "refund_total"
    REFUND_EXPECTED = "refund_expected"


# As mails of the shops print them; compared without blanks, in lower case.
_WORDS = {
    Field.SUBTOTAL: """
        小計 商品の小計 商品小計 商品合計 商品金額合計 商品合計額 商品代金
        itemsubtotal itemssubtotal subtotal item(s)subtotal
        zwischensumme artikelzwischensumme
        sous-total sous-totaldesarticles subtotaledegliarticoli
        totaleparzialedegliarticoli subtotale subtotaldeproductos
    """,
    Field.BEFORE_TAX: """
        合計(税抜き) 合計(税抜) 合計(税別) 税抜合計
        totalbeforetax totalbeforevat zwischensummeohneust zwischensummeohnemwst
        totaleivaesclusa totalhorstva totalantesdeiva
    """,
    Field.TAX: """
        消費税 消費税等 うち消費税 内消費税
        tax vat salestax estimatedtax estimatedtaxtobecollected
        umsatzsteuer mwst ust iva tva
    """,
    Field.FEE: """
        配送料・手数料 配送料および手数料 配送料および取扱手数料 配送料 送料 手数料
        代引手数料 代引き手数料 代金引換手数料 決済手数料 支払手数料 コンビニ手数料
        ギフト包装 ギフト包装料 ギフトラッピング ギフトラッピング料
        ギフト設定 ギフト料金
        shipping&handling shipping postage&packing postageandpacking delivery
        giftwrap giftwrapping shippingandhandling
        verpackungundversand verpackung&versand versand versandkosten geschenkverpackung
        costidispedizione livraison gastosdeenvío
    """,
    Field.TOTAL: """
        注文合計 ご注文合計 この注文の合計 ご注文の合計 合計 総計 総合計 合計金額 合計額
        注文の合計 合計代金 発送分合計 注文金額合計 ご注文金額合計 注文金額 ご注文金額
        総額 お支払い合計
        支払い合計 お支払合計 支払合計 お支払い総額 お支払い合計金額 支払合計金額
        支払い合計金額
        ordertotal total shipmenttotal grandtotal ordergrandtotal totalforthisorder
        ordertotalincludingvat totalfororder totalfordelivery
        endbetraginkl.ust endbetrag gesamtbetrag summe gesamtsumme bestellsumme
        gesamt gesamtbetragderbestellung
        totale totaleordine totaledell'ordine montanttotal totaldelacommande
        importetotal totaldelpedido
    """,
    Field.GIFT_CARD: """
        giftcard giftcardamount giftcertificate giftcard/certificate giftcardbalance
        paidbygiftcard amazongiftcard giftcard(s) giftcertificate/card
        geschenkgutschein gutschein geschenkkarte gutscheine gutscheinguthaben
        carte-cadeau chèque-cadeau buonoregalo chequeregalo
    """,
    Field.POINTS: """
        ポイント利用 利用ポイント ご利用ポイント ポイント値引き
        rewardspoints rewardpoints shopwithpoints
    """,
    Field.CHARGED: """
        ご請求額 請求額 今回の請求額 今回のご請求額 実際の請求額 請求金額 ご請求金額
        お支払い金額 支払い金額 お支払金額 支払金額 お支払い額 お支払額 支払額
        amountcharged amountdue totalcharged rechnungsbetrag
    """,
    Field.PAID_BY_CARD: """
        カードへのご請求額 カードへの請求額 カード請求額 カードご請求額
        クレジットカードへのご請求額 クレジットカード請求額 クレジット決済額
        クレジットカード クレジットカードでのお支払い クレジットカードでのお支払い額
        creditcard paidbycreditcard chargedtocard kreditkarte
    """,
    Field.REFUND: """
        返金額 返金金額 ご返金額 ご返金金額 返金済み金額
        refundamount refund erstattungsbetrag erstattung
    """,
    Field.REFUND_TOTAL: """
        返金合計 返金総額 返金合計額 返金額合計 refundtotal totalrefund gesamterstattung
    """,
    Field.REFUND_EXPECTED: """
        返金予定額 返金見込額 返金予定金額 ご返金予定額 estimatedrefund expectedrefund
        refundestimate voraussichtlicheerstattung
    """,
}
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split()}

_GIFT_CARD = (
    r"(?:amazon(?:\.co\.jp)?)?ギフト(?:券|カード)"
    r"(?:・(?:amazon)?(?:ショッピングカード|ギフト券|ギフトカード))?(?:の?残高|\(残高\))?"
)
_USE = (
    r"(?:(?:での|からの)?お支払い[額分]?|の?ご?(?:利用|使用|適用)[額分]?|支払額|充当額)"
)
_POINTS = r"(?:(?:amazon|楽天|付与)?ポイント)"
_BRAND = r"\((?P<label>[^()]{1,40})\)"
_OTHER = r"(?:払い|引換|代引|コンビニ|paypay|電子マネー)"
_PAID_BY = (
    r"(?:paid by|charged to|zahlung über|bezahlt mit|pagato con|payé par|pagado con)"
)
_SAVING = (
    r"(?:promotion|discount|coupon|savings|rabatt|free shipping|aktionsgutschein"
    r"|subscribe & save|sconto|remise|descuento)"
)
_PATTERNS = (
    (Field.GIFT_CARD, rf"{_GIFT_CARD}{_USE}?"),
    (Field.POINTS, rf"{_POINTS}{_USE}?"),
    (Field.TOTAL, r".{0,20}(?:お買い物|お買い?上げ)合計金額"),
    (Field.PAID_BY_CARD, rf"クレジットカード{_BRAND}(?:でのお支払い額?)?"),
    (Field.PAID_BY_CARD, rf"クレジットカードでのお支払い額?{_BRAND}"),
    (
        Field.PAID_OTHERWISE,
        rf"(?P<label>[^()]{{1,30}}{_OTHER}[^()]{{0,20}})でのお支払い額?",
    ),
    (
        Field.PAID_BY_CARD,
        rf"{_PAID_BY} (?P<label>[^:]{{1,40}})",
    ),
    (
        Field.DISCOUNT,
        r"[^()]{0,20}(?:割引|クーポン|プロモーション|値引|キャンペーン)[^()]{0,12}",
    ),
    (
        Field.DISCOUNT,
        rf"[\w &.'-]{{0,30}}{_SAVING}[\w &.'-]{{0,20}}",
    ),
)
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _PATTERNS)
_BULLETS = "・●◆■▼▽◇○◎【[◯"
_ENDS = " :.。】]-"
# Every label that a pattern fits holds one of these; looking for them first is faster.
_HINT = re.compile(
    r"ギフト|ポイント|クレジット|払い|割引|クーポン|プロモーション|値引|キャンペーン|合計金額"
    rf"|{_OTHER}|{_PAID_BY}|{_SAVING}"
)
# What stands in brackets behind a label: "(税込)", "(2点)", "(3 items)".
_ASIDE = re.compile(
    r" ?\((?:税込み?|内税|消費税込み?|incl\.? (?:vat|tax)"
    r"|\d{1,4} ?(?:点|個|items?)[^()]{0,9})\)"
)
_LONGEST = 60
# "Paid by …" and "Zahlung über …" name other means than cards too.
_OTHER_MEANS = (
    (Field.GIFT_CARD, re.compile(r"gift|gutschein|guthaben|cadeau|regalo")),
    (Field.POINTS, re.compile(r"point|punkte|punti|puntos")),
    (
        Field.PAID_OTHERWISE,
        re.compile(r"bank|lastschrift|paypal|rechnung|invoice|cash|check|cheque|konto"),
    ),
)


def field_of(label: str) -> tuple[Field, str] | None:
    """Return what folded *label* announces, and the card that it names, or None.

    The name of the card is as printed, such as "Visa", and "" where there is none.
    """
    if not label or len(label) > _LONGEST:
        return None
    bare = _ASIDE.sub("", label.lstrip(_BULLETS).rstrip(_ENDS)).strip(_ENDS)
    lower = bare.casefold()
    if field := _FIELDS.get(lower.replace(" ", "")):
        return field, ""
    if not _HINT.search(lower):
        return None
    for field, pattern in _COMPILED:
        if found := pattern.fullmatch(lower):
            return _by_pattern(field, found, bare)
    return None


def _by_pattern(field: Field, found: re.Match[str], bare: str) -> tuple[Field, str]:
    groups = found.groupdict()
    if not groups.get("label"):
        return field, ""
    name = groups["label"].strip()
    for means, words in _OTHER_MEANS:
        if field is Field.PAID_BY_CARD and words.search(name):
            return means, ""
    # The name is told as printed; folding the case may change the length of words.
    start = bare.casefold().find(name)
    same_length = len(bare.casefold()) == len(bare)
    return field, bare[start : start + len(name)] if same_length else name
