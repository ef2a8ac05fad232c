"""Genuine mails that look odd."""

import pytest

from tests.recovery.mail.judging.letters import (
    FROM_SHOP,
    GENUINE,
    codes,
    judged,
    letter,
    signed_by,
)
from torimodosu.recovery.mail.judging.judgement import Code, Verdict

NAMES = ("from", "to", "subject", "date")


def test_a_mail_that_another_mailbox_sent_on_is_not_called_forged() -> None:
    forwarder = (
        "from mail-x.box.example (mail-x.box.example [198.51.100.7])"
        " by mx.mail.example; Fri, 20 Mar 2026 11:00:05 +0000"
    )
    fields = (
        "Return-Path: <hana+caf_=hana=mail.example@box.example>",
        "Received-SPF: softfail (box.example is not known) client-ip=198.51.100.7",
    )
    judgement = judged(letter(received=(forwarder, FROM_SHOP), fields=fields))
    assert {Code.SPF_FAILED, Code.FOREIGN_ENVELOPE} <= codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    "sender",
    [
        "楽天銀行 <info@rakuten-bank.co.jp>",
        "Rakuten Securities <info@rakuten-sec.co.jp>",
        "PayPay銀行 <customer2@cc.paypay-bank.co.jp>",
        "Amazon Audible <info@audible.co.jp>",
        "Amazon <info@amazon.com.au>",
        "くつ屋 楽天市場店 <shop@kutsu.example>",
        "くつ屋 Yahoo!ショッピング店 <shop@kutsu.example>",
        "くつ屋 楽天市場店 <shop@rakuten.kutsu.example>",
    ],
)
def test_a_sister_firm_or_a_shop_on_the_market_is_not_called_forged(
    sender: str,
) -> None:
    link = "https://point.rakuten-card.co.jp/?x=1\n"
    raw = letter(
        f"ご利用ありがとうございます。\n{link}", sender=sender, subject="お知らせ"
    )
    judgement = judged(raw)
    assert judgement.claims
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_a_link_to_a_sister_firm_is_not_called_an_imitation() -> None:
    raw = letter(
        "https://www.rakuten-card.co.jp/\n",
        sender="楽天市場 <order@rakuten.co.jp>",
        subject="【楽天市場】お知らせ",
    )
    assert Code.LINK_LOOKS_ALIKE not in codes(judged(raw))


def test_a_sister_firm_is_not_the_service_itself() -> None:
    sender = "楽天市場 <info@rakuten-bank.co.jp>"
    raw = signed_by("rakuten-bank.co.jp", letter(sender=sender), names=NAMES)
    judgement = judged(raw, signer="rakuten-bank.co.jp")
    assert judgement.verdict is Verdict.CANNOT_TELL


OBJECTS = "Authentication-Results: mx.mail.example; dmarc=fail header.from=amazon.co.jp"
FORWARDED = (
    "from mail-x.box.example (mail-x.box.example [8.8.8.8])"
    " by mx.mail.example; Fri, 20 Mar 2026 11:00:05 +0000"
)
FIRST_HOP = FROM_SHOP.replace("mx.mail.example", "mx.box.example")


def test_a_mail_that_was_changed_when_it_was_sent_on_is_not_called_forged() -> None:
    raw = letter(received=(FORWARDED, FIRST_HOP), fields=(OBJECTS,))
    judgement = judged(raw, trusted=("mx.mail.example",))
    assert Code.SERVER_OBJECTS in codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_a_mail_whose_own_signature_broke_on_the_way_is_not_called_forged() -> None:
    raw = signed_by("amazon.co.jp", letter(fields=(OBJECTS,)), names=NAMES)
    judgement = judged(raw + b"No virus found.\r\n", trusted=("mx.mail.example",))
    assert Code.SIGNATURE_BROKEN in codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


def test_with_other_signs_it_is_called_forged_though_it_says_it_was_sent_on() -> None:
    text = "お客様のアカウントを停止しました。カード情報を更新してください。\n"
    raw = letter(text, received=(FORWARDED, FIRST_HOP), fields=(OBJECTS,))
    judgement = judged(raw, trusted=("mx.mail.example",))
    assert judgement.verdict is Verdict.NOT_GENUINE


def test_a_mail_straight_from_a_stranger_is_forged_if_the_own_server_says_so() -> None:
    stranger = FORWARDED.replace("box.example", "bulk.example")
    raw = letter(received=(stranger,), fields=(OBJECTS,))
    judgement = judged(raw, trusted=("mx.mail.example",))
    assert judgement.verdict is Verdict.NOT_GENUINE


ASKS = "お支払い方法の情報を更新してください。24時間以内に確認がない場合は停止します。"


def sent_on(writer: str) -> bytes:
    """Return a mail in which somebody passes on one of *writer*, which wants much."""
    text = (
        f"差出人: {writer}\n日時: 2026年3月20日 20:00\n件名: ご注文の確認\n\n{ASKS}\n"
    )
    return letter(text, sender="花 <hana@box.example>", subject="Fwd: ご注文の確認")


@pytest.mark.parametrize("writer", [GENUINE, "Amazon.co.jp"])
def test_who_sends_a_mail_on_does_not_speak_against_it(writer: str) -> None:
    judgement = judged(sent_on(writer))
    assert judgement.claims == "amazon.co.jp"
    assert Code.SENDER_IS_FOREIGN not in codes(judgement)
    assert judgement.verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("writer", "code"),
    [
        ("Amazon.co.jp <info@ookami.example>", Code.SENDER_IS_FOREIGN),
        ("お客様係 <info@arnazon.co.jp>", Code.SENDER_LOOKS_ALIKE),
    ],
)
def test_who_wrote_a_mail_that_is_sent_on_does(writer: str, code: Code) -> None:
    judgement = judged(sent_on(writer))
    assert code in codes(judgement)
    assert judgement.verdict is Verdict.NOT_GENUINE
