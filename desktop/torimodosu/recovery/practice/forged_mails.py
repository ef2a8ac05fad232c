"""Two mails that only pretend to come from the shop."""

from collections.abc import Iterator

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.practice.letter import Letter, in_japan
from torimodosu.recovery.practice.senders import forged_trace
from torimodosu.recovery.practice.shop_mail import SHOP

_LOOK_ALIKE = "amazon.co.jp.okyakusama.example"
_ANOTHER = "arnazon-co-jp.example"
_PUNYCODE = "xn--amzon-2qa.example"


def forged_mails() -> Iterator[Letter]:
    """Yield the mail by which it may have begun, and one that follows the news."""
    sent = in_japan(18, 20, 31)
    yield Letter(
        message_id=f"20261118203100@{_LOOK_ALIKE}",
        sent=sent,
        # The address of the shop stands in the name; the one behind it is another.
        sender=Address(
            name="Amazon.co.jp <account-update@amazon.co.jp>",
            address=f"info@{_LOOK_ALIKE}",
        ),
        reply_to=Address(name="", address="desk@henshin.example"),
        subject="Amazon.co.jp にご登録のアカウント"
        "（名前、パスワード、その他個人情報）の確認",
        html="<html><body><p>midori@sasano.example 様</p>\n"
        "<p>お客様のアカウントの情報を確認する必要があります。</p>\n"
        f'<p><a href="https://{_LOOK_ALIKE}/ap/signin">'
        "https://www.amazon.co.jp/ap/signin</a></p></body></html>\n",
        trace=forged_trace(sent, _LOOK_ALIKE, dmarc="dmarc=none"),
        claims=SHOP,
    )
    sent = in_japan(21, 12, 10)
    yield Letter(
        message_id=f"20261121121000@{_ANOTHER}",
        sent=sent,
        sender=Address(name="Amazon.co.jp", address="account-update@amazon.co.jp"),
        subject="Amazonセキュリティ警告: サインイン試行が検出されました",
        html="<html><body><p>midori@sasano.example 様</p>\n"
        "<p>パスワードを知っているユーザーがサインインしようとしています。<br>\n"
        "日時: 11/21/2026 12:05:00 pm</p>\n"
        f'<p><a href="https://{_ANOTHER}/approve">承認または否認する</a></p>\n'
        f'<p><a href="https://{_PUNYCODE}/help">ヘルプ</a></p></body></html>\n',
        trace=forged_trace(
            sent,
            _ANOTHER,
            dmarc="dmarc=fail (p=QUARANTINE) header.from=amazon.co.jp",
        ),
        kind=MailKind.SIGN_IN_ALERT,
        claims=SHOP,
    )
