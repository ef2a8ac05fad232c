"""The ten cards of the victim; the shop has two of them."""

from torimodosu.recovery.case.case import PaymentCard

SMBC_LAST_FOUR = "4821"
RAKUTEN_LAST_FOUR = "0935"
VIEW_LAST_FOUR = "5526"
PAYPAY_LAST_FOUR = "9048"
AMEX_LAST_FOUR = "1005"


def _card(
    issuer: str, nickname: str, last_four: str, *, is_registered: bool = False
) -> PaymentCard:
    return PaymentCard(
        issuer=issuer,
        nickname=nickname,
        last_four=last_four,
        is_registered=is_registered,
        cycle=0,
    )


CARDS = (
    _card("smbc_card", "三井住友カード", SMBC_LAST_FOUR, is_registered=True),
    _card("rakuten_card", "楽天カード", RAKUTEN_LAST_FOUR, is_registered=True),
    _card("jcb", "JCBカード", "7710"),
    _card("view_card", "ビューカード", VIEW_LAST_FOUR),
    _card("epos", "エポスカード", "1187"),
    _card("aeon_card", "イオンカード", "6402"),
    _card("saison", "セゾンカード", "3359"),
    _card("paypay_card", "PayPayカード", PAYPAY_LAST_FOUR),
    _card("life_card", "ライフカード", "2263"),
    PaymentCard(
        issuer="amex",
        nickname="アメックス",
        last_four=AMEX_LAST_FOUR,
        is_registered=False,
    ),
)
