"""The subjects of real mails, told by the rules of the shipped packs."""

from collections.abc import Iterable

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.subject import SubjectPattern, fold
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))

JAPAN = [
    ("注文済み: 「木の匙」", "auto-confirm", "order_confirmation"),
    (
        "注文済み：「ノイズキャンセルイヤホン」他2点",
        "auto-confirm",
        "order_confirmation",
    ),
    ("Amazon.co.jp ご注文の確認", "auto-confirm", "order_confirmation"),
    ("Amazon.co.jp　ご注文の確認", "auto-confirm", "order_confirmation"),
    (
        "Amazon.co.jp ご注文の確認「 D01-0000000-0000001」",
        "digital-no-reply",
        "order_confirmation",
    ),
    ("Amazon.co.jpでのご注文: 「木の匙」", "auto-confirm", "order_confirmation"),
    (
        "Amazon.co.jpでのご注文250-0000000-0000001（3点）",
        "auto-confirm",
        "order_confirmation",
    ),
    ('Ordered: "Wooden spoon"', "auto-confirm", "order_confirmation"),
    ("発送済み: 「木の匙」", "shipment-tracking", "shipment"),
    ("Amazon.co.jp　ご注文の発送", "ship-confirm", "shipment"),
    (
        "Amazon.co.jp ご注文の発送 (250-0000000-0000001)",
        "shipment-tracking",
        "shipment",
    ),
    ("配達中: 「木の匙」", "order-update", "delivery"),
    ("配達済み: 「木の匙」", "order-update", "delivery"),
    ("配達完了: 「木の匙」", "order-update", "delivery"),
    (
        "ご注文商品はお住まいの建物内の宅配ボックスに配達しました。",
        "order-update",
        "delivery",
    ),
    ("Amazon.co.jpでのご注文がキャンセルされました", "order-update", "cancellation"),
    ("キャンセルされました: 「木の匙」", "order-update", "cancellation"),
    ("キャンセル済み: 「木の匙」", "order-update", "cancellation"),
    (
        "Amazon.co.jpでのご注文250-0000000-0000001のキャンセル",
        "order-update",
        "cancellation",
    ),
    ("ご注文商品のキャンセルのお知らせ", "order-update", "cancellation"),
    (
        "ご注文（250-0000000-0000001）をキャンセルしました",
        "order-update",
        "cancellation",
    ),
    ("ご注文のキャンセルができませんでした", "order-update", "other"),
    ("キャンセルリクエストを受け付けました", "order-update", "other"),
    ("Amazon.co.jpでのご注文: ノイズキャンセル", "auto-confirm", "order_confirmation"),
    ('Your Amazon.co.jp order of "Spoon" has shipped', "x", "shipment"),
    ("Amazonビジネス ご注文の確認", "auto-confirm", "order_confirmation"),
    ("Amazon.co.jp: ご注文の確認", "auto-confirm", "order_confirmation"),
    ("本日配達: 「木の匙」", "order-update", "delivery"),
    ("配達遅延: 「木の匙」", "order-update", "delivery"),
    ("お届け済み: 「木の匙」", "order-update", "delivery"),
    ("配達予定日が変更されました", "order-update", "delivery"),
    ("返品および返金の確認: 木の匙", "return", "refund"),
    ("返金を処理しました", "return", "refund"),
    ("返品リクエストを受け付けました", "return", "refund"),
    ("返金のお知らせ", "order-update", "refund"),
    ("Amazon.co.jpのご注文について", "", "order_on_hold"),
    ("ご注文について", "order-update", "order_on_hold"),
    ("ご注文について", "friend", "other"),
    ("Amazon.co.jp よりお客様のアカウントについて", "cs-reply", "account_reply"),
    ("Amazon.co.jpのアカウントの修正", "account-update", "account_changed"),
    ("Revision to Your Amazon.com Account", "account-update", "account_changed"),
    ("2段階認証が有効になりました", "account-update", "account_changed"),
    ("パスキーが追加されました", "account-update", "account_changed"),
    ("パスキーの便利な使い方", "store-news", "other"),
    ("1回限りのAmazonアカウント仮パスワード", "account-update", "password_reset"),
    ("パスワード再設定のご案内", "account-update", "password_reset"),
    (
        "Amazon.co.jpからセキュリティコードをお送りします",
        "account-update",
        "security_code",
    ),
    (
        "Amazonセキュリティ警告: サインインが検出されました",
        "account-update",
        "sign_in_alert",
    ),
    (
        "Amazonセキュリティ警告: サインイン試行が検出されました",
        "account-update",
        "sign_in_alert",
    ),
    (
        "Amazonセキュリティ警告: アカウントデータアクセスの試行が検出されました",
        "account-update",
        "sign_in_alert",
    ),
    (
        "amazon.co.jp: アクションが必要です: サインイン試行",
        "account-update",
        "sign_in_alert",
    ),
    ("amazon.co.jp:サインイン試行", "account-update", "sign_in_alert"),
    ("週末のタイムセール", "store-news", "other"),
]

ABROAD = [
    ("amazon.com", "Your Amazon.com order", "auto-confirm", "order_confirmation"),
    ("amazon.com", "Your Amazon.com order #1 has shipped", "ship", "shipment"),
    ("amazon.com", "Delivered: Your Amazon.com order #1", "order-update", "delivery"),
    ("amazon.com", "Your refund for Wooden spoon", "return", "refund"),
    ("amazon.com", "Refund Initiated for Order 1", "return", "refund"),
    ("amazon.com", "Your Amazon.com order was cancelled", "x", "cancellation"),
    ("amazon.com", "Item canceled for your Amazon.com order", "x", "cancellation"),
    (
        "amazon.com",
        "Your Amazon.com order has been canceled (#1)",
        "order-update",
        "cancellation",
    ),
    ("amazon.com", "We could not cancel your order", "order-update", "other"),
    ("amazon.com", "Your cancellation request was received", "x", "other"),
    (
        "amazon.com",
        'Your Amazon.com order of "Noise Cancelling"',
        "x",
        "order_confirmation",
    ),
    ("amazon.com", 'Delayed: "Spoon"', "order-update", "delivery"),
    ("amazon.com", 'Arriving today: "Spoon"', "shipment-tracking", "delivery"),
    ("amazon.com", "Your package has been delivered", "order-update", "delivery"),
    ("amazon.com", "Your refund was issued", "return", "refund"),
    (
        "amazon.com",
        "Your Amazon.com password has been changed",
        "account-update",
        "account_changed",
    ),
    ("amazon.com", "Amazon password assistance", "account-update", "password_reset"),
    (
        "amazon.com",
        "Verify your new Amazon account",
        "account-update",
        "security_code",
    ),
    (
        "amazon.com",
        "AMAZON SECURITY ALERT Sign-In detected from X",
        "account-update",
        "sign_in_alert",
    ),
    ("amazon.com", "amazon.com: Sign-in attempt", "account-update", "sign_in_alert"),
    (
        "amazon.co.uk",
        'Your Amazon.co.uk order of "Spoon" has been dispatched',
        "shipment-tracking",
        "shipment",
    ),
    (
        "amazon.co.uk",
        "Your Amazon.co.uk order #205-0000000-0000001",
        "shipment-tracking",
        "shipment",
    ),
    ("amazon.de", "Bestellt: „Löffel“", "x", "order_confirmation"),
    ("amazon.de", 'Ihre Amazon.de Bestellung von "Löffel"', "x", "order_confirmation"),
    (
        "amazon.de",
        'Ihre Amazon.de Bestellung von "Löffel" wurde versandt!',
        "versandbestaetigung",
        "shipment",
    ),
    ("amazon.de", "Geliefert: „Löffel“", "x", "delivery"),
    ("amazon.de", "Zugestellt: „Löffel“", "x", "delivery"),
    ("amazon.de", "Versandt: „Löffel“", "x", "shipment"),
    ("amazon.de", "Ihre Bestellung wurde storniert", "x", "cancellation"),
    ("amazon.de", "Ihre Rückerstattung", "x", "refund"),
    ("amazon.de", "amazon.de: Anmeldeversuch", "x", "sign_in_alert"),
    (
        "rakuten.co.jp",
        "【楽天市場】注文内容ご確認（自動配信メール）",
        "order",
        "order_confirmation",
    ),
    ("shopping.yahoo.co.jp", "ログイン通知", "loginalert-master", "sign_in_alert"),
    (
        "mercari.com",
        "【メルカリ】「木の匙」のご購入ありがとうございます",
        "no-reply",
        "order_confirmation",
    ),
]

CARDS = [
    (
        "smbc_card",
        "ご利用のお知らせ【三井住友カード】",
        "◇利用取引：買物",
        "card_usage",
    ),
    (
        "smbc_card",
        "ご利用のお知らせ【三井住友カード】",
        "◇利用取引：返品",
        "card_refund",
    ),
    (
        "smbc_card",
        "ご利用明細のお知らせ【三井住友カード】",
        "◇利用取引：取消",
        "card_refund",
    ),
    ("rakuten_card", "【速報版】カード利用のお知らせ(本人ご利用分)", "", "card_usage"),
    ("rakuten_card", "カード利用のお知らせ(本人ご利用分)", "", "card_usage"),
    ("jcb", "JCBカード／ショッピングご利用のお知らせ", "", "card_usage"),
    ("jcb", "JCBカード／ショッピング取消のお知らせ", "", "card_refund"),
    (
        "jcb",
        "（売上到着分）ＪＣＢカード/ショッピングご利用のお知らせ",
        "",
        "card_usage",
    ),
    ("view_card", "ビューカードご利用情報のお知らせ", "", "card_usage"),
    ("view_card", "◆速報版◆ビューカードご利用情報のお知らせ", "", "card_usage"),
    ("au_pay", "【au PAY】ご利用のお知らせ", "", "card_usage"),
    ("au_pay_card", "【ご利用速報】au PAY カード", "", "card_usage"),
    ("paypay_card", "PayPayカード ゴールド（Visa）利用速報", "", "card_usage"),
    ("smbc_card", "カードがご利用いただけませんでした", "", "card_usage"),
    ("smbc_card", "お支払い金額のお知らせ【三井住友カード】", "", "other"),
    ("life_card", "カードご利用のお知らせ", "", "card_usage"),
    ("pocket_card", "ＳＡＳＡＮＯＣＡＲＤカード利用のお知らせ", "", "card_usage"),
    ("epos", "カードご利用のお知らせ", "", "card_usage"),
    ("d_card", "【ｄカード】カードご利用速報について", "", "card_usage"),
    ("jnb_visa_debit", "Visaデビットご返金のお知らせ", "", "card_refund"),
    ("rakuten_card", "ポイント10倍のお知らせ", "", "other"),
]


@pytest.mark.parametrize(("subject", "sender", "kind"), JAPAN)
def test_a_subject_of_amazon_in_japan_tells_its_kind(
    subject: str, sender: str, kind: str
) -> None:
    assert _kind_of("amazon.co.jp", subject, sender) == MailKind(kind)


@pytest.mark.parametrize(("service", "subject", "sender", "kind"), ABROAD)
def test_a_subject_of_another_service_tells_its_kind(
    service: str, subject: str, sender: str, kind: str
) -> None:
    assert _kind_of(service, subject, sender) == MailKind(kind)


@pytest.mark.parametrize(("issuer", "subject", "body", "kind"), CARDS)
def test_a_notice_of_a_card_issuer_tells_its_kind(
    issuer: str, subject: str, body: str, kind: str
) -> None:
    rules = SHIPPED.issuers[issuer].notices
    found = _first_fit(rules, subject, body=body)
    assert found is MailKind(kind)


def test_a_sign_in_attempt_with_a_code_is_a_security_code() -> None:
    rules = SHIPPED.services["amazon.co.jp"].subjects
    found = _first_fit(rules, "amazon.co.jp: サインイン試行", body="確認コード：000000")
    assert found is MailKind.SECURITY_CODE


def test_the_shops_own_lock_is_a_reply_about_the_account() -> None:
    rules = SHIPPED.services["amazon.co.jp"].subjects
    body = "お客様のアカウントが無断でアクセスされた可能性があります"
    found = _first_fit(rules, "Amazonからの重要なお知らせ", body=body)
    assert found is MailKind.ACCOUNT_REPLY


def _kind_of(service: str, subject: str, sender: str) -> MailKind:
    rules = SHIPPED.services[service].subjects
    return _first_fit(rules, subject, sender=f"{sender}@{service}")


def _first_fit(
    rules: Iterable[SubjectPattern], subject: str, *, sender: str = "", body: str = ""
) -> MailKind:
    subject, body = fold(subject), fold(body)
    for rule in rules:
        if rule.fits(subject=subject, sender=sender, body=body):
            return MailKind(rule.kind)
    return MailKind.OTHER
