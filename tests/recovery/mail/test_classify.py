"""Whom a mail claims to come from, and what kind of mail it is."""

from pathlib import Path

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address, Link, Message
from torimodosu.recovery.mail.reader import read_message

PACKS = Path(__file__).parents[3] / "resources" / "catalogue"
JP, COM, UK = "amazon.co.jp", "amazon.com", "amazon.co.uk"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(PACKS)


def mail(
    sender: str = "", subject: str = "", text: str = "", *, name: str = ""
) -> Message:
    return Message(
        message_id="",
        date=None,
        sender=Address(name=name, address=sender),
        reply_to=None,
        subject=subject,
        text=text,
        html_text="",
        links=(),
        attachments=(),
        labels=(),
    )


def test_every_kind_that_the_packs_name_is_known(catalogue: Catalogue) -> None:
    rules = [
        *(rule for s in catalogue.services.values() for rule in s.subjects),
        *(rule for i in catalogue.issuers.values() for rule in i.notices),
    ]
    known = {kind.value for kind in MailKind}
    assert rules
    assert {rule.kind for rule in rules} - known == set()


@pytest.mark.parametrize(
    ("sender", "subject", "text", "expected"),
    [
        ("auto-confirm", "注文済み: 「青い本」", "", MailKind.ORDER_CONFIRMATION),
        ("auto-confirm", "Amazon.co.jp ご注文の確認", "", MailKind.ORDER_CONFIRMATION),
        ("auto-confirm", "Ａｍａｚｏｎ．ｃｏ．ｊｐ　ご注文の確認", "", "order"),
        ("digital-no-reply", "Amazon.co.jpでのご注文: 本", "", "order"),
        ("shipment-tracking", "発送済み: 「青い本」", "", MailKind.SHIPMENT),
        ("shipment-tracking", "Amazon.co.jp　ご注文の発送", "", MailKind.SHIPMENT),
        ("order-update", "配達済み: 「青い本」", "", MailKind.DELIVERY),
        ("order-update", "ご注文がキャンセルされました", "", MailKind.CANCELLATION),
        ("return", "返金のお知らせ", "", MailKind.REFUND),
        ("auto-confirm", "Amazon.co.jpのご注文について", "", MailKind.ORDER_ON_HOLD),
        ("account-update", "Amazon.co.jpのアカウントの修正", "", "changed"),
        (
            "cs-reply",
            "Amazon.co.jp よりお客様のアカウントについて",
            "",
            MailKind.ACCOUNT_REPLY,
        ),
        (
            "account-update",
            "Amazonセキュリティ警告: サインイン試行が検出されました",
            "",
            MailKind.SIGN_IN_ALERT,
        ),
        (
            "account-update",
            "amazon.co.jp:サインイン試行",
            "確認コードは 000000 です。",
            MailKind.SECURITY_CODE,
        ),
        ("account-update", "amazon.co.jp:サインイン試行", "日時:", "alert"),
        ("store-news", "週末のセール", "ご注文の確認", MailKind.OTHER),
    ],
)
def test_genuine_subjects_tell_the_kind(
    sender: str, subject: str, text: str, expected: MailKind | str, catalogue: Catalogue
) -> None:
    short = {
        "order": MailKind.ORDER_CONFIRMATION,
        "changed": MailKind.ACCOUNT_CHANGED,
        "alert": MailKind.SIGN_IN_ALERT,
    }
    kind = short[expected] if isinstance(expected, str) else expected
    found = classify(mail(f"{sender}@amazon.co.jp", subject, text), catalogue)
    assert found == Classified(service=JP, kind=kind)


def test_a_name_that_sister_shops_share_says_not_which_one_writes(
    catalogue: Catalogue,
) -> None:
    names = {"Amazon": "amazon.de", "Amazon.co.jp": JP}
    for name, service in names.items():
        shop = mail("bestellbestaetigung@amazon.de", "Ihre Bestellung", name=name)
        assert classify(shop, catalogue).service == service


def test_the_subject_says_which_of_the_sister_shops_writes(
    catalogue: Catalogue,
) -> None:
    sender = "account-update@amazon.com"
    japanese = mail(sender, "Amazonセキュリティ警告: サインインが検出されました")
    named = mail(sender, "amazon.co.jp: Sign-in attempt")
    other = mail(sender, "amazon.com: Sign-in attempt")
    assert classify(japanese, catalogue).service == JP
    assert classify(named, catalogue).service == JP
    assert classify(other, catalogue).service == COM


@pytest.mark.parametrize(
    ("name", "sender", "subject"),
    [
        ("Amazon.co.jp", "a@evil.example", "お知らせ"),
        ("Amazon via linux-list", "list@list.example", "[list] お支払い方法"),
        ("アマゾン", "a@evil.example", ""),
        ("ｱﾏｿﾞﾝ", "a@evil.example", ""),
        ("Аmаzоn", "a@evil.example", "Cyrillic letters"),
        ("AmazonPrime", "a@evil.example", ""),
        ("Am\u200bazon", "a@evil.example", "a sign without width"),
        ("", "info@amazon.co.jp.evil.example", "お知らせ"),
        ("", "info@annazon.co.jp", "お知らせ"),
        ("", "info@arnazon.com", ""),
        ("", "info@amaz0n-support.example", ""),
        ("", "info@amazonn.example", ""),
        ("", "info@xn--mazon-3ve.example", "a Cyrillic letter in the host"),
        ("myinfo", "a@rakuten.co.jp", "Amazonプライムの自動更新設定を解除しました"),
    ],
)
def test_whoever_poses_as_the_shop_claims_to_be_it(
    name: str, sender: str, subject: str, catalogue: Catalogue
) -> None:
    assert classify(mail(sender, subject, name=name), catalogue).service == JP


@pytest.mark.parametrize(
    ("name", "sender", "subject", "text"),
    [
        ("Taro", "taro@mail.example", "Amazonで買った本", "よかったよ"),
        ("Taro", "taro@mail.example", "Re: Amazonのアカウント", "https://a.example"),
        ("Taro", "taro@mail.example", "Amazonの注文", "まだ届かない"),
        ("Shop", "a@shop.example", "ご注文の確認", "お支払い方法: Amazon Pay"),
        ("Amazonia Tours", "a@tours.example", "Your order", ""),
        ("Amazon.pl", "order-update@amazon.pl", "Dostarczono", ""),
        ("", "a@yahoo.com", "Hello", ""),
        ("", "", "", "昨日 Amazon で本を買いました。"),
        ("", "", "", ""),
    ],
)
def test_who_mentions_the_shop_in_passing_claims_nothing(
    name: str, sender: str, subject: str, text: str, catalogue: Catalogue
) -> None:
    found = classify(mail(sender, subject, text, name=name), catalogue)
    assert found == Classified()


def test_a_subject_about_your_account_claims_if_something_is_to_be_opened(
    catalogue: Catalogue,
) -> None:
    subject = "Your Аmazon accоunt is on hold"
    text = "Sign in: https://evil.example"
    chat = mail("support@evil.example", subject, "Sign in.")
    assert classify(chat, catalogue) == Classified()
    lure = mail("support@evil.example", subject, text)
    assert classify(lure, catalogue) == Classified(service=JP)
    file = read_message(
        f"From: support@evil.example\nSubject: {subject}\n"
        "Content-Type: application/pdf; name=hold.pdf\n\n%PDF".encode()
    )
    assert classify(file, catalogue) == Classified(service=JP)


USAGE, REFUND = MailKind.CARD_USAGE, MailKind.CARD_REFUND
SMBC = "ご利用のお知らせ【三井住友カード】"


@pytest.mark.parametrize(
    ("sender", "subject", "text", "expected"),
    [
        ("statement@vpass.ne.jp", SMBC, "◇利用取引：買物", ("smbc_card", USAGE)),
        ("statement@vpass.ne.jp", SMBC, "◇利用取引：返品", ("smbc_card", REFUND)),
        (
            "mail@qa.jcb.co.jp",
            "JCBカード／ショッピング取消のお知らせ",
            "【ご利用先】AMAZON.CO.JP",
            ("jcb", REFUND),
        ),
        (
            "info@mail.rakuten-card.co.jp",
            "【速報版】カード利用のお知らせ(本人ご利用分)",
            "",
            ("rakuten_card", USAGE),
        ),
    ],
)
def test_notices_of_card_issuers_are_told_apart(
    sender: str,
    subject: str,
    text: str,
    expected: tuple[str, MailKind],
    catalogue: Catalogue,
) -> None:
    found = classify(mail(sender, subject, text), catalogue)
    assert found == Classified(issuer=expected[0], kind=expected[1])


def test_of_two_names_the_longer_counts(catalogue: Catalogue) -> None:
    found = classify(mail("a@evil.example", name="PayPayカード"), catalogue)
    assert (found.service, found.issuer) == ("", "paypay_card")
    assert classify(mail("a@b.example", name="Amazon.com"), catalogue).service == COM


@pytest.mark.parametrize(
    "text",
    [
        (
            "---------- Forwarded message ---------\nFrom: Amazon.co.jp "
            "<auto-confirm@amazon.co.jp>\nDate: Fri, Mar 6, 2026\n"
            "Subject: 注文済み: 「青い本」\nTo: <taro@mail.example>\n\n注文番号"
        ),
        (
            "見てください。\n\n> 差出人: Amazon.co.jp <auto-confirm@amazon.co.jp>\n"
            "> 件名: 注文済み: 「青い本」\n> 日付: 2026年3月6日\n>\n> 注文番号"
        ),
        (
            "-----Original Message-----\nFrom: Amazon.co.jp "
            "[mailto:auto-confirm@amazon.co.jp]\nSent: Friday\nTo: 太郎\n"
            "Subject: 注文済み: 「青い本」\n\n注文番号"
        ),
    ],
)
@pytest.mark.parametrize("subject", ["Fwd: 本", "転送: 本", "本です"])
def test_a_forwarded_order_mail_is_known_by_what_it_forwards(
    subject: str, text: str, catalogue: Catalogue
) -> None:
    found = classify(mail("taro@mail.example", subject, text), catalogue)
    assert found == Classified(service=JP, kind=MailKind.ORDER_CONFIRMATION)
    answer = mail("taro@mail.example", f"Re: {subject}", text)
    assert classify(answer, catalogue) == Classified()


@pytest.mark.parametrize(
    "tag",
    ["[家族:012]", "***SPAM***", "{Spam?}", "【迷惑メール】", "【外部】[EXTERNAL]"],
)
def test_what_others_put_in_front_of_a_subject_is_no_part_of_it(
    tag: str, catalogue: Catalogue
) -> None:
    shop = mail("auto-confirm@amazon.co.jp", f"{tag} 注文済み: 「青い本」", "注文番号")
    found = classify(shop, catalogue)
    assert found == Classified(service=JP, kind=MailKind.ORDER_CONFIRMATION)


def test_a_mail_attached_to_a_mail_is_forwarded_too(catalogue: Catalogue) -> None:
    raw = (
        "From: taro@mail.example\nContent-Type: message/rfc822\n\n"
        "From: shipment-tracking@amazon.co.uk\n"
        "Subject: Your Amazon.co.uk order has been dispatched\n\nHello\n"
    )
    found = classify(read_message(raw.encode()), catalogue)
    assert found == Classified(service=UK, kind=MailKind.SHIPMENT)


@pytest.mark.parametrize(
    "text",
    [
        "Amazon.co.jp ご注文の確認\n注文番号： 250-1111111-2222222\n",
        (
            "山田様、ご注文ありがとうございます。\n\n注文番号\n250-1111111-2222222\n\n"
            "https://www.amazon.co.jp/\n"
        ),
        "Amazon.co.jpにご注文いただきありがとうございます。\n",
    ],
)
def test_a_text_without_header_is_told_by_its_first_lines(
    text: str, catalogue: Catalogue
) -> None:
    found = classify(read_message(text.encode()), catalogue)
    assert found == Classified(service=JP, kind=MailKind.ORDER_CONFIRMATION)


def test_links_alone_are_no_claim(catalogue: Catalogue) -> None:
    plain = mail("taro@mail.example", "本", "これ")
    link = Link(text="Amazon", target="https://www.amazon.co.jp/dp/1")
    raw = {name: getattr(plain, name) for name in Message.__slots__}
    assert classify(Message(**{**raw, "links": (link,)}), catalogue) == Classified()
