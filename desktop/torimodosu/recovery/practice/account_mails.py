"""What the shop writes about the account, and what the victim writes to the shop."""

from collections.abc import Iterator
from datetime import datetime

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.practice.later_mails import HOLD_SUBJECT
from torimodosu.recovery.practice.letter import SENT, VICTIM, Letter, in_japan
from torimodosu.recovery.practice.senders import ACCOUNT, SUPPORT
from torimodosu.recovery.practice.shop_mail import GREETING, shop_mail

RESET_AT = in_japan(20, 19, 42, 30)
_REPLY_SUBJECT = "Amazon.co.jp よりお客様のアカウントについて"


def account_mails() -> Iterator[Letter]:
    """Yield the mails about the account and the two enquiries."""
    yield from _warnings()
    yield from _resets()
    yield _enquiry(
        in_japan(20, 23, 58),
        f"Re: {HOLD_SUBJECT}",
        "ご連絡のご注文に心当たりがありません。不正利用されている模様です。\n"
        "パスワードを再設定してもログインできないため、注文履歴も見られません。\n"
        "至急ご確認をお願いいたします。\n",
    )
    yield _reply(
        in_japan(21, 11, 30),
        "お客様のアカウントで第三者による不正な注文を確認いたしました。\n"
        "該当するご注文の代金は全額を返金いたします。\n"
        "パスワードを再設定のうえ、サインインしてください。\n",
    )
    yield _enquiry(
        in_japan(21, 11, 52),
        f"Re: {_REPLY_SUBJECT}",
        "昨日からパスワードを再設定しても、サインインできません。\n"
        "パソコンからも電話番号が表示されず、困っております。\n",
    )
    yield _reply(
        in_japan(21, 17, 35),
        "担当の相馬と申します。Eメールでは本人確認ができないため、\n"
        "恐れ入りますがお電話でお問い合わせください。\n"
        "アカウントはロックされておりません。別のブラウザもお試しください。\n",
    )


def _warnings() -> Iterator[Letter]:
    # Twelve minutes past midnight on Friday in Japan; the Date header says Thursday.
    yield shop_mail(
        "sign-in",
        in_japan(20, 0, 12),
        Address(name="Amazon.co.jp", address="account-update@amazon.com"),
        "Amazonセキュリティ警告: サインインが検出されました",
        f"{GREETING}\n\n誰かがアカウントにサインインしました。\n\n"
        "日時: 2026年11月20日 0:11 日本標準時\n"
        "デバイス: Windows PC\n付近: 不明\n\n"
        "お客様による操作であれば、このメッセージは無視してください。\n",
        kind=MailKind.SIGN_IN_ALERT,
    )


def _resets() -> Iterator[Letter]:
    for place, (asked, changed) in enumerate(
        (
            (in_japan(20, 19, 41, 5), RESET_AT),
            (in_japan(20, 19, 57, 12), in_japan(20, 19, 58, 40)),
        ),
        start=1,
    ):
        yield shop_mail(
            f"code-{place}",
            asked,
            ACCOUNT,
            "Amazon.co.jpからセキュリティコードをお送りします",
            f"{GREETING}\n\nパスワードの再設定に必要なセキュリティコードです。\n\n"
            f"{place}20{place}48\n\nこのコードを誰にも知らせないでください。\n",
            kind=MailKind.SECURITY_CODE,
        )
        yield shop_mail(
            f"changed-{place}",
            changed,
            ACCOUNT,
            "Amazon.co.jpのアカウントの修正",
            f"{GREETING}\n\nご要望の通り、アカウントのパスワードを変更いたしました。\n"
            "お心当たりがない場合は、カスタマーサービスにご連絡ください。\n",
            kind=MailKind.ACCOUNT_CHANGED,
        )
    yield shop_mail(
        "temporary",
        in_japan(20, 20, 9),
        ACCOUNT,
        "1回限りのAmazonアカウント仮パスワード",
        f"{GREETING}\n\n1回限りの仮パスワードを発行しました。10分間有効です。\n",
        kind=MailKind.PASSWORD_RESET,
    )


def _reply(sent: datetime, words: str) -> Letter:
    return shop_mail(
        f"reply-{sent:%H%M}",
        sent,
        SUPPORT,
        _REPLY_SUBJECT,
        f"{GREETING}\n\nAmazon.co.jpカスタマーサービスです。\n{words}",
        kind=MailKind.ACCOUNT_REPLY,
    )


def _enquiry(sent: datetime, subject: str, words: str) -> Letter:
    return Letter(
        message_id=f"enquiry-{sent:%d%H%M}@sasano.example",
        sent=sent,
        sender=VICTIM,
        recipient=SUPPORT,
        subject=subject,
        text=f"ご担当者様\n\n{words}\n{VICTIM.name}\n",
        labels=(SENT,),
    )
