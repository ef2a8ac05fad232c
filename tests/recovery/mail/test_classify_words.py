"""Subjects that say what others say in words that no sample has."""

from pathlib import Path

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.reader import read_message

CATALOGUE = load_catalogue(Path(__file__).parents[3] / "resources" / "catalogue")
SHIPMENT, DELIVERY, OTHER = MailKind.SHIPMENT, MailKind.DELIVERY, MailKind.OTHER


def mail(sender: str, subject: str) -> Message:
    return read_message(f"From: {sender}\nSubject: {subject}\n\n注文番号\n".encode())


@pytest.mark.parametrize(
    ("sender", "subject", "kind"),
    [
        ("shipment-tracking", "ご注文の商品を発送しました", SHIPMENT),
        ("shipment-tracking", "Amazon.co.jp: ご注文の発送", SHIPMENT),
        ("shipment-tracking", "発送のお知らせ（お届け予定: 明日）", SHIPMENT),
        ("order-update", "ご注文商品の配達が完了しました", DELIVERY),
        ("order-update", "配達状況のお知らせ", DELIVERY),
        ("return", "払い戻しのお知らせ", MailKind.REFUND),
        ("order-update", "ご注文の確定を一時停止しています", MailKind.ORDER_ON_HOLD),
        ("auto-confirm", "ご予約商品の注文確認", MailKind.ORDER_CONFIRMATION),
        ("auto-confirm", "【Amazon】注文済み「青い本」", MailKind.ORDER_CONFIRMATION),
        ("account-update", "パスワードが変更されました", MailKind.ACCOUNT_CHANGED),
        ("account-update", "電話番号の追加が完了", MailKind.ACCOUNT_CHANGED),
        ("account-update", "パスワードをお忘れですか", MailKind.PASSWORD_RESET),
        ("account-update", "ワンタイムパスワード (OTP)", MailKind.SECURITY_CODE),
    ],
)
def test_the_sender_helps_to_tell_the_kind(
    sender: str, subject: str, kind: MailKind
) -> None:
    known = classify(mail(f"{sender}@amazon.co.jp", subject), CATALOGUE)
    assert (known.service, known.kind) == ("amazon.co.jp", kind)


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("shipment-tracking", "発送が遅れています"),
        ("store-news", "配達状況のお知らせ"),
        ("account-update", "パスワードの変更をおすすめします"),
        ("order-update", "返品の期限が近づいています"),
    ],
)
def test_words_that_tell_of_nothing_done_are_no_such_kind(
    sender: str, subject: str
) -> None:
    known = classify(mail(f"{sender}@amazon.co.jp", subject), CATALOGUE)
    assert known.kind is OTHER
