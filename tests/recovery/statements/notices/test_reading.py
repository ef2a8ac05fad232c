"""What is made of the fields of a usage-notice mail."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from tests.recovery.statements.notices.mails import (
    RAKUTEN_SUBJECT,
    SMBC_SUBJECT,
    notice_mail,
    read,
    read_as_it_comes,
    smbc,
)
from tests.recovery.statements.notices.samples import JCB_BACK, JNB, RAKUTEN_TABLE
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.statements.card_notice import NoticeKind
from torimodosu.recovery.statements.notices.moment import JAPAN
from torimodosu.recovery.statements.statement import Foreign

EVENING = datetime(2026, 11, 20, 18, 8, tzinfo=JAPAN)
DAY = datetime(2026, 11, 20, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("action", "amount", "kind", "signed"),
    [
        ("返品", "-7,600円", NoticeKind.RETURN, -7600),
        ("返品", "7,600円", NoticeKind.RETURN, -7600),
        ("取消", "3,000円", NoticeKind.CANCELLATION, -3000),
        ("買物", "-1,080円", NoticeKind.RETURN, -1080),
        ("キャッシング", "10,000円", NoticeKind.PURCHASE, 10_000),
    ],
)
def test_money_back_is_negative_however_it_is_printed(
    action: str, amount: str, kind: NoticeKind, signed: int
) -> None:
    text = smbc(action=action, amount=amount)
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert (notice.kind, notice.amount) == (kind, Decimal(signed))


def test_the_word_behind_the_amount_tells_a_cancellation() -> None:
    mail = notice_mail("jcb", "JCBカード／ショッピング取消のお知らせ", JCB_BACK)
    (notice,) = read_as_it_comes(mail)
    assert (notice.kind, notice.amount) == (NoticeKind.CANCELLATION, Decimal(-1600))
    assert notice.used_at == EVENING


def test_a_refund_mail_without_such_a_word_tells_money_back() -> None:
    mail = notice_mail("jnb_visa_debit", "Visaデビットご返金のお知らせ", JNB)
    assert [(n.kind, n.amount) for n in read_as_it_comes(mail)] == [
        (NoticeKind.RETURN, Decimal(-1600))
    ]


@pytest.mark.parametrize(
    ("amount", "value", "currency"),
    [
        ("110.28 USD", "110.28", "USD"),
        ("10,950.00KRW", "10950.00", "KRW"),
        ("-12.50USD", "-12.50", "USD"),
    ],
)
def test_an_amount_abroad_keeps_its_currency(
    amount: str, value: str, currency: str
) -> None:
    text = smbc(amount=amount)
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert (notice.amount, notice.currency) == (Decimal(value), currency)
    assert notice.foreign == Foreign(
        amount=Decimal(value), currency=currency, rate=None
    )


@pytest.mark.parametrize(
    "amount", ["62,586.00JPY", "６２，５８６円", "¥62,586", "62586"]
)
def test_yen_are_yen_however_they_are_printed(amount: str) -> None:
    text = smbc(amount=amount)
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert (str(notice.amount), notice.currency) == ("62586", "JPY")
    assert notice.foreign is None


def test_an_amount_that_is_not_understood_is_unknown() -> None:
    text = smbc(amount="アプリでご確認ください")
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert (notice.amount, notice.currency) == (None, "")
    assert notice.merchant == "AMAZON.CO.JP"


@pytest.mark.parametrize(
    ("subject", "begin"),
    [
        (SMBC_SUBJECT, "カードがご利用いただけなかったお取引がございました。\n\n"),
        ("カードがご利用いただけませんでした【三井住友カード】", ""),
    ],
)
def test_a_refused_use_is_told_as_such(subject: str, begin: str) -> None:
    mail = notice_mail("smbc_card", subject, begin + smbc())
    (notice,) = read_as_it_comes(mail)
    assert (notice.kind, notice.amount) == (NoticeKind.REFUSED, Decimal(1600))


def test_what_a_footnote_says_of_refused_uses_changes_nothing() -> None:
    text = smbc() + "\n※ご利用いただけませんでした場合は別途お知らせします。\n"
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert notice.kind is NoticeKind.PURCHASE


@pytest.mark.parametrize(
    ("number", "end"),
    [
        ("カード番号（下4桁）：4821", "4821"),
        ("カード番号：XXXX-XXXX-XXXX-4821", "4821"),
        ("カード番号：************４８２１", "4821"),
        ("カード番号：表示しません", ""),
    ],
)
def test_the_end_of_the_number_is_kept(number: str, end: str) -> None:
    text = f"ご利用カード：Ｏｌｉｖｅ／クレジット\n\n{smbc()}{number}\n"
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert notice.card == end
    assert notice.card_name == "Ｏｌｉｖｅ／クレジット"


def test_each_use_is_of_the_card_above_it() -> None:
    cards = [f"ご利用カード：{name}\n{smbc()}" for name in ("青", "赤")]
    text = "\n".join([*cards, smbc(amount="441円")])
    notices = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert [notice.card_name for notice in notices] == ["青", "赤", "赤"]


def test_no_number_of_a_card_is_kept_in_a_name() -> None:
    number = "4111 1111 1111 1111"
    text = f"ご利用カード：VISA {number}\n{smbc(shop=f'ささの {number}')}"
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, text))
    assert number not in notice.card_name + notice.merchant
    assert notice.card_name.endswith("…1111")


@pytest.mark.parametrize(
    ("day", "used_at"),
    [
        ("2026/11/20", DAY),
        ("２０２６/１１/２０ １８:０８", EVENING),
        ("2026年11月20日(金) 18:08:14", EVENING),
        ("2026/11/20 29:99", DAY),
        ("11/20 18:08", None),
        ("2026/02/30 18:08", None),
        ("ご確認ください", None),
    ],
)
def test_the_time_of_use_is_read_or_unknown(day: str, used_at: datetime | None) -> None:
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, smbc(day=day)))
    assert notice.used_at == used_at


def test_the_html_is_read_where_the_text_says_less() -> None:
    mail = replace(
        notice_mail("rakuten_card", RAKUTEN_SUBJECT, "HTMLメールでご覧ください。"),
        html_text=RAKUTEN_TABLE,
    )
    assert [str(notice.amount) for notice in read_as_it_comes(mail)] == ["1600", "730"]


ODD = [
    notice_mail(
        "smbc_card", SMBC_SUBJECT, "ご利用がありました。アプリをご覧ください。"
    ),
    notice_mail("smbc_card", SMBC_SUBJECT, "本日限定！1,000円プレゼント"),
    notice_mail("smbc_card", SMBC_SUBJECT, "◇利用金額：500円\n"),
    notice_mail(
        "smbc_card", SMBC_SUBJECT, "◇利用日：2026/11/20\n◇利用先：ささの書店\n"
    ),
    notice_mail("smbc_card", SMBC_SUBJECT, smbc(), sender="statement@vpass.example"),
    notice_mail("smbc_card", f"Fwd: {SMBC_SUBJECT}", smbc()),
    notice_mail("smbc_card", f"Re: {SMBC_SUBJECT}", smbc()),
]


@pytest.mark.parametrize("mail", ODD, ids=range(len(ODD)))
def test_nothing_is_guessed(mail: Message) -> None:
    assert read("smbc_card", mail) == ()


def test_a_mail_whose_sender_got_lost_is_read() -> None:
    mail = notice_mail("smbc_card", SMBC_SUBJECT, smbc())
    mail = replace(mail, sender=replace(mail.sender, address=""))
    assert len(read("smbc_card", mail)) == 1


@pytest.mark.parametrize("kind", [MailKind.OTHER, MailKind.ORDER_CONFIRMATION])
def test_a_mail_of_another_kind_tells_no_use(kind: MailKind) -> None:
    mail = notice_mail("smbc_card", SMBC_SUBJECT, smbc())
    assert read("smbc_card", mail, kind) == ()


def test_an_issuer_without_a_known_layout_gives_nothing() -> None:
    mail = notice_mail("toyota_card", "ご利用のお知らせ", smbc())
    assert read("toyota_card", mail) == ()


def test_a_time_is_of_japan() -> None:
    (notice,) = read_as_it_comes(notice_mail("smbc_card", SMBC_SUBJECT, smbc()))
    assert notice.used_at is not None
    assert notice.used_at.utcoffset() == timedelta(hours=9)
