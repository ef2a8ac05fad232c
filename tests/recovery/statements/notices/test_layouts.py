"""What the usage-notice mails of each issuer tell."""

from datetime import datetime
from decimal import Decimal

import pytest

from tests.recovery.statements.notices.mails import (
    RAKUTEN_SUBJECT,
    SENT,
    SMBC_SUBJECT,
    notice_mail,
    read_as_it_comes,
    smbc,
)
from tests.recovery.statements.notices.samples import (
    AU_PAY,
    AU_PAY_CARD,
    AU_PAY_CARD_EARLY,
    D_CARD,
    EPOS,
    JCB,
    JCB_LATER,
    JNB,
    LIFE,
    PAYPAY,
    POCKET,
    RAKUTEN,
    RAKUTEN_EARLY_TABLE,
    RAKUTEN_PLAIN_TABLE,
    RAKUTEN_TABLE,
    SMBC_NEW,
    VIEW,
)
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.notices.moment import JAPAN

EVENING = datetime(2026, 11, 20, 18, 8, tzinfo=JAPAN)
DAY = datetime(2026, 11, 20, tzinfo=JAPAN)
# Issuer, subject, text, when, to the day, shop.
LAYOUTS = [
    ("smbc_card", SMBC_SUBJECT, smbc(), EVENING, "AMAZON.CO.JP"),
    (
        "smbc_card",
        SMBC_SUBJECT,
        smbc().replace("◇", "★").replace("：", ":"),
        EVENING,
        "AMAZON.CO.JP",
    ),
    ("smbc_card", SMBC_SUBJECT, SMBC_NEW, EVENING, "AMAZON.CO.JP"),
    (
        "smbc_card",
        SMBC_SUBJECT,
        SMBC_NEW.replace("（買物）\n", "（買物）　"),
        EVENING,
        "AMAZON.CO.JP",
    ),
    ("rakuten_card", RAKUTEN_SUBJECT, RAKUTEN, DAY, "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"),
    (
        "jcb",
        "JCBカード／ショッピングご利用のお知らせ",
        JCB,
        EVENING,
        "アマゾン　ジヤパン",
    ),
    (
        "view_card",
        "◆速報版◆ビューカードご利用情報のお知らせ（本人会員利用）",
        VIEW,
        EVENING,
        "AMAZON.CO.JP",
    ),
    (
        "life_card",
        "カードご利用のお知らせ",
        LIFE,
        EVENING,
        "AMAZON CO JP            TOKYO         JPN",
    ),
    ("au_pay_card", "【ご利用速報】au PAY カード", AU_PAY_CARD_EARLY, EVENING, ""),
    ("au_pay", "【au PAY】ご利用のお知らせ", AU_PAY, EVENING, "ささの書店"),
    ("paypay_card", "PayPayカード（JCB）利用速報", PAYPAY, EVENING, "AMAZON.CO.JP"),
    ("epos", "カードご利用のお知らせ", EPOS, EVENING, ""),
    ("pocket_card", "ＳＡＳＡＮＯＣＡＲＤカード利用のお知らせ", POCKET, EVENING, ""),
    ("d_card", "【ｄカード】カードご利用速報について", D_CARD, DAY, "ササノ薬局"),
    (
        "jnb_visa_debit",
        "Visaデビットご利用代金お引き落としのお知らせ",
        JNB,
        None,
        "AMAZON.CO.JP",
    ),
]


@pytest.mark.parametrize(
    ("issuer", "subject", "text", "used_at", "shop"),
    LAYOUTS,
    ids=[f"{place}-{layout[0]}" for place, layout in enumerate(LAYOUTS)],
)
def test_a_mail_of_each_issuer_tells_one_use(
    issuer: str, subject: str, text: str, used_at: datetime | None, shop: str
) -> None:
    (notice,) = read_as_it_comes(notice_mail(issuer, subject, text))
    assert notice.issuer == issuer
    assert (notice.used_at, notice.used_to_the_day) == (used_at, used_at == DAY)
    assert (notice.amount, notice.currency) == (Decimal(1600), "JPY")
    assert (notice.merchant, notice.kind) == (shop, NoticeKind.PURCHASE)
    assert (notice.foreign, notice.card, notice.sent_at) == (None, "", SENT)
    assert notice.mails == ("a" * 64,)


@pytest.mark.parametrize(
    ("issuer", "subject", "is_preliminary"),
    [
        ("rakuten_card", "【速報版】カード利用のお知らせ(本人ご利用分)", True),
        ("rakuten_card", "カード利用のお知らせ(家族ご利用分)", False),
        ("view_card", "◆速報版◆ビューカードご利用情報のお知らせ", True),
        ("view_card", "－確報版－ ビューカードご利用情報のお知らせ", False),
    ],
)
def test_a_preliminary_mail_says_so(
    issuer: str, subject: str, *, is_preliminary: bool
) -> None:
    text = RAKUTEN if issuer == "rakuten_card" else VIEW
    (notice,) = read_as_it_comes(notice_mail(issuer, subject, text))
    assert notice.is_preliminary is is_preliminary


def told(notices: tuple[CardNotice, ...]) -> list[tuple[str, str, NoticeKind]]:
    return [(str(n.amount), n.merchant, n.kind) for n in notices]


BUY, BACK = NoticeKind.PURCHASE, NoticeKind.RETURN


@pytest.mark.parametrize(
    ("issuer", "subject", "text", "uses"),
    [
        (
            "jcb",
            "（売上到着分）JCBカード/ショッピングご利用のお知らせ",
            JCB_LATER,
            [("1600", "アマゾン　ジヤパン", BUY), ("477", "ササノエキマエ", BUY)],
        ),
        (
            "au_pay_card",
            "【ご利用詳細】au PAY カード",
            AU_PAY_CARD,
            [("1600", "AMAZON.CO.JP", BUY), ("-300", "スーパーあおば", BACK)],
        ),
        (
            "smbc_card",
            SMBC_SUBJECT,
            smbc() + "\n" + smbc(shop="ささの書店", amount="441円"),
            [("1600", "AMAZON.CO.JP", BUY), ("441", "ささの書店", BUY)],
        ),
        (
            "rakuten_card",
            RAKUTEN_SUBJECT,
            RAKUTEN_TABLE,
            [
                ("1600", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ", BUY),
                ("730", "スーパーあおば", BUY),
            ],
        ),
        ("rakuten_card", RAKUTEN_SUBJECT, RAKUTEN_EARLY_TABLE, [("1600", "", BUY)]),
        (
            "rakuten_card",
            RAKUTEN_SUBJECT,
            RAKUTEN_PLAIN_TABLE,
            [("1600", "ささの　書店", BUY)],
        ),
    ],
)
def test_every_use_in_a_mail_is_read(
    issuer: str, subject: str, text: str, uses: list[tuple[str, str, NoticeKind]]
) -> None:
    notices = read_as_it_comes(notice_mail(issuer, subject, text))
    assert told(notices) == uses
    assert len({notice.key for notice in notices}) == len(uses)
    assert notices[0].key == notices[0].mails[0]
