"""What a mail of the shop says happened to the account."""

from datetime import datetime

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.account_mail import read_account_mail
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))
JP, COM = SHIPPED.services["amazon.co.jp"], SHIPPED.services["amazon.com"]
DE, RAKUTEN = SHIPPED.services["amazon.de"], SHIPPED.services["rakuten.co.jp"]
CHANGED, RESET = MailKind.ACCOUNT_CHANGED, MailKind.PASSWORD_RESET
CODE, ALERT = MailKind.SECURITY_CODE, MailKind.SIGN_IN_ALERT
REPLY, OTHER = MailKind.ACCOUNT_REPLY, MailKind.OTHER
Event = AccountEventKind
MAIL = "a" * 64


def mail(
    text: str,
    *,
    subject: str = "Amazon.co.jpのアカウントの修正",
    sender: str = "account-update@amazon.co.jp",
    html: str = "",
    date: datetime | None = FRIDAY_NIGHT,
) -> Message:
    return Message(
        message_id="",
        date=date,
        sender=Address(name="Amazon.co.jp", address=sender),
        reply_to=None,
        subject=subject,
        text=text,
        html_text=html,
        links=(),
        attachments=(),
        labels=(),
    )


def read(
    message: Message, kind: MailKind, service: Service = JP
) -> tuple[AccountEvent, ...]:
    return read_account_mail(message, mail=MAIL, kind=kind, service=service)


def kinds(events: tuple[AccountEvent, ...]) -> list[AccountEventKind]:
    return [event.kind for event in events]


def test_every_word_that_the_packs_use_is_known() -> None:
    rules = [r for service in SHIPPED.services.values() for r in service.account_mails]
    assert rules
    assert {rule.event for rule in rules} <= {kind.value for kind in Event}
    assert {kind for rule in rules for kind in rule.kinds} <= {
        kind.value for kind in MailKind
    }


@pytest.mark.parametrize(
    ("kind", "text", "event"),
    [
        (CHANGED, "ご要望の通り、パスワードを変更いたしました。", "password_changed"),
        (CHANGED, "お客様のパスワードが変更されました。", "password_changed"),
        (CHANGED, "パスワードの再設定が完了しました。", "password_changed"),
        (CHANGED, "ご依頼により、パス\nワードを変更し\nました。", "password_changed"),
        (CHANGED, "ﾊﾟｽﾜｰﾄﾞを変更しました。", "password_changed"),
        (RESET, "新しいパスワードを設定いたしました。", "password_changed"),
        (CHANGED, "パスワードを変更してください。", "changed"),
        (CHANGED, "登録内容を変更いたしました。", "changed"),
        (
            CHANGED,
            "お名前を変更いたしました。\n\nパスワードを変更した場合は、ご連絡ください。",
            "changed",
        ),
        (CHANGED, "携帯電話番号が登録されました。", "phone_changed"),
        (CHANGED, "アカウントから電話番号を削除しました。", "phone_changed"),
        (CHANGED, "２段階認証が無効になりました。", "two_step_changed"),
        (CHANGED, "2段階認証の設定をリセットしました。", "two_step_changed"),
        (CHANGED, "新しいパスキーが追加されました。", "two_step_changed"),
        (RESET, "仮パスワードを発行しました。", "temporary_password_sent"),
        (RESET, "", "reset_asked"),
        (CODE, "パスワードの再設定に必要な確認コードです。", "reset_asked"),
        (CODE, "サインインの確認コードです。", "code_sent"),
        (
            CODE,
            "確認コードです。お心当たりがないときはパスワードを再設定してください。",
            "code_sent",
        ),
        (ALERT, "誰かがアカウントにサインインしました。", "sign_in_seen"),
        (REPLY, "お問い合わせありがとうございます。", "reply"),
        (REPLY, "アカウントはロックされておりません。", "reply"),
        (REPLY, "お客様のアカウントをロックいたしました。", "account_locked"),
        (REPLY, "アカウントが一時的に停止されました。", "account_locked"),
        (OTHER, "パスワードを無効にいたしました。", "account_locked"),
        (OTHER, "無断でアクセスされた可能性があります。", "account_locked"),
        (CHANGED, "アカウントをロックする場合がございます。", "changed"),
    ],
)
def test_japanese_words_mean_what_they_say(
    kind: MailKind, text: str, event: str
) -> None:
    assert kinds(read(mail(text), kind)) == [Event(event)]


@pytest.mark.parametrize("service", [JP, COM])
@pytest.mark.parametrize(
    ("kind", "text", "event"),
    [
        (CHANGED, "We have successfully changed your password.", "password_changed"),
        (CHANGED, "Your Amazon password has been\nchanged.", "password_changed"),
        (CHANGED, "Per your request, we have updated your\nname.", "changed"),
        (CHANGED, "If your password has been changed by others, call us.", "changed"),
        (CHANGED, "You have not changed your password for long.", "changed"),
        (CHANGED, "Your phone number was removed.", "phone_changed"),
        (CHANGED, "We added a mobile phone number.", "phone_changed"),
        (CHANGED, "Two-Step Verification is now disabled.", "two_step_changed"),
        (CHANGED, "A passkey was added to your account.", "two_step_changed"),
        (RESET, "Someone asked to reset your password.", "reset_asked"),
        (RESET, "Reset your password here.", "reset_asked"),
        (RESET, "We have reset your password.", "password_changed"),
        (CODE, "Use this code for your password reset.", "reset_asked"),
        (CODE, "Use this code to sign in.", "code_sent"),
        (ALERT, "Someone signed in to your account.", "sign_in_seen"),
        (CHANGED, "As a precaution, we've reset your password.", "account_locked"),
        (REPLY, "Your account has been locked.", "account_locked"),
    ],
)
def test_english_words_mean_what_they_say(
    kind: MailKind, text: str, event: str, service: Service
) -> None:
    message = mail(text, subject="Amazon", sender="account-update@amazon.com")
    assert kinds(read(message, kind, service)) == [Event(event)]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "Eメールアドレスは taro@example.com から x@example.net に変更されました。",
            *("taro@example.com", "x@example.net"),
        ),
        (
            "ご登録のＥメールアドレスはtaro@example.comからx@example.netに変更しました。",
            *("taro@example.com", "x@example.net"),
        ),
        (
            "Eメールアドレスは taro@example.com から\nx@example.net に変\n更しました。",
            *("taro@example.com", "x@example.net"),
        ),
        ("Eメールアドレスを変更いたしました。", "", ""),
        ("Eメールアドレスは昨日から別のものに変更されました。", "", ""),
        (
            "The e-mail address was changed from taro@example.com to x@example.net.",
            *("taro@example.com", "x@example.net"),
        ),
        (
            "We updated your email address.\n\nNew e-mail: x@example.net",
            *("", "x@example.net"),
        ),
        (
            "We changed your email address from <taro@example.com> to (x@example.net).",
            *("taro@example.com", "x@example.net"),
        ),
    ],
)
def test_both_addresses_of_a_change_are_read(text: str, old: str, new: str) -> None:
    (event,) = read(mail(text), CHANGED)
    assert event == AccountEvent(
        mail=MAIL,
        kind=Event.ADDRESS_CHANGED,
        at=FRIDAY_NIGHT,
        old_address=old,
        new_address=new,
    )


def test_one_mail_may_tell_of_several_changes() -> None:
    text = "パスワードを変更いたしました。電話番号を追加いたしました。"
    assert kinds(read(mail(text), CHANGED)) == [
        *(Event.PASSWORD_CHANGED, Event.PHONE_CHANGED)
    ]


def test_what_the_shop_did_when_it_locked_is_no_change_of_its_own() -> None:
    text = (
        "無断でアクセスされた可能性がございます。\n\n"
        "— パスワードを無効にいたしました。\n"
        "— Eメールアドレスを元のものに変更いたしました。\n"
    )
    assert kinds(read(mail(text), REPLY)) == [Event.ACCOUNT_LOCKED]


def test_the_html_counts_where_it_says_more() -> None:
    message = mail("HTMLでご覧ください。", html="パスワードを変更しました。")
    assert kinds(read(message, CHANGED)) == [Event.PASSWORD_CHANGED]


def test_the_subject_counts() -> None:
    message = mail("", subject="Your Amazon.com password has been changed")
    assert classify(message, SHIPPED).kind is CHANGED
    assert kinds(read(message, CHANGED)) == [Event.PASSWORD_CHANGED]


QUOTE = "パスワードを変更いたしました。"
HEADER = "差出人: Amazon <account-update@amazon.co.jp>\n件名: アカウントの修正\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"> {QUOTE}",
        f"ご確認ください。\n＞{QUOTE}",
        f"ご確認ください。\n\n-----Original Message-----\n{QUOTE}",
        f"Hello.\n\nOn Friday, March 13, Amazon wrote:\n{QUOTE}",
    ],
)
def test_what_is_quoted_is_no_event_of_its_own(text: str) -> None:
    assert kinds(read(mail(text), CHANGED)) == [Event.CHANGED]


@pytest.mark.parametrize(
    "message",
    [
        mail(QUOTE, subject="Fwd: Amazon.co.jpのアカウントの修正"),
        mail(QUOTE, subject="転送：Amazon.co.jpのアカウントの修正"),
        mail(f"見てください。\n\n{HEADER}{QUOTE}", subject="これ", sender=""),
        mail(QUOTE, sender="taro@example.com"),
        mail(QUOTE, sender="account-update@amazon.co.jp.example.com"),
        mail(QUOTE, sender="account-update@amazon-co.jp"),
        mail(QUOTE, date=None),
        mail(QUOTE, subject="【重要】Amazonアカウントを利用制限しています"),
    ],
)
def test_what_the_shop_did_not_send_then_is_no_event(message: Message) -> None:
    assert read(message, CHANGED) == ()


@pytest.mark.parametrize(
    "sender",
    [
        *("account-update@amazon.co.jp", "account-update@amazon.com"),
        *("Account-Update@AMAZON.CO.JP", "x@sub.amazon.co.jp.", ""),
    ],
)
def test_every_genuine_address_counts_and_a_lost_one(sender: str) -> None:
    assert kinds(read(mail(QUOTE, sender=sender), CHANGED)) == [Event.PASSWORD_CHANGED]


def test_an_answer_of_the_shop_is_only_that() -> None:
    message = mail(QUOTE, subject="Re: Amazon.co.jpのアカウントの修正")
    assert kinds(read(message, CHANGED)) == [Event.REPLY]
    assert read(message, OTHER) == ()


@pytest.mark.parametrize(
    "text", ["アカウントを停止しました。", "Your account has been locked."]
)
def test_a_mail_of_no_known_kind_that_only_threatens_tells_nothing(text: str) -> None:
    assert read(mail(text, subject="緊急のお知らせ"), OTHER) == ()


@pytest.mark.parametrize(
    "kind", [k for k in MailKind if k not in {CHANGED, RESET, CODE, ALERT, REPLY}]
)
def test_other_mails_tell_nothing_of_the_account(kind: MailKind) -> None:
    text = f"{QUOTE}ご注文ありがとうございます。2段階認証が有効になりました。"
    assert read(mail(text), kind) == ()


@pytest.mark.parametrize("service", [DE, RAKUTEN])
def test_without_words_in_the_pack_the_kind_decides(service: Service) -> None:
    message = mail("Ihr Passwort wurde geändert.", sender="")
    assert kinds(read(message, CHANGED, service)) == [Event.CHANGED]
