"""What else lies in the mailbox."""

from collections.abc import Iterator

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.practice.letter import Encoding, Letter, in_japan
from torimodosu.recovery.practice.senders import RAKUTEN, SHOP_NEWS
from torimodosu.recovery.practice.shop_mail import shop_mail

_FRIEND = Address(name="遥", address="haruka@tomodachi.example")
_GARDEN = Address(name="Garden Club", address="club@garden.example")
_LIBRARY = Address(name="笹野市立図書館", address="yoyaku@library.example")
_GAS = Address(name="あおばガス", address="kenshin@aobagas.example")
_NEWS = Address(name="くらしの道具店", address="news@kurashi.example")
_CARRIER = Address(name="つばめ運輸", address="oshirase@tsubame.example")

_PLAIN = (
    (10, 9, 0, _NEWS, "新着のお知らせ", "秋冬の道具がそろいました。\n"),
    (11, 8, 15, _GAS, "11月検針のお知らせ", "今月のご使用量は21立方メートルです。\n"),
    (15, 12, 5, _LIBRARY, "ご予約の本が届きました", "取り置きは一週間です。\n"),
    (
        17,
        21,
        40,
        _FRIEND,
        "本の感想",
        "アマゾンで頼んだ本、もう読み終わったよ。\n今度貸すね。\n",
    ),
    (20, 7, 30, _NEWS, "週末のおすすめ", "温かいスープのための器を集めました。\n"),
    (20, 12, 50, _FRIEND, "お昼", "日曜のお昼、駅前でどうですか。\n"),
    (20, 20, 30, _CARRIER, "お届け予定のお知らせ", "明日の午前中に伺います。\n"),
    (21, 9, 5, _FRIEND, "Re: お昼", "大変だったね。落ち着いたら電話してね。\n"),
    (
        21,
        15,
        0,
        _GARDEN,
        "Autumn newsletter",
        "Dear members,\n\nFrom now on we meet on Sundays.\nSee you soon.\n",
    ),
)


def everyday_mails() -> Iterator[Letter]:
    """Yield ordinary mails, one of another shop and one advert of the shop."""
    for place, (day, hour, minute, sender, subject, text) in enumerate(_PLAIN):
        yield Letter(
            message_id=f"everyday-{place}@{sender.address.partition('@')[2]}",
            sent=in_japan(day, hour, minute),
            sender=sender,
            subject=subject,
            text=text,
            encoding=Encoding.ASCII if text.isascii() else Encoding.UTF8_BASE64,
        )
    yield shop_mail(
        "sale",
        in_japan(15, 18, 0),
        SHOP_NEWS,
        "週末のタイムセールのお知らせ",
        "人気の商品がお買い得です。\n* 電気毛布 4,980円\n",
        kind=MailKind.OTHER,
    )
    yield Letter(
        message_id="214001-20261114-0012345678@rakuten.example",
        sent=in_japan(14, 22, 10),
        sender=RAKUTEN,
        subject="【楽天市場】注文内容ご確認（自動配信メール）",
        text="ご注文ありがとうございます。\n\n"
        "[受注番号] 214001-20261114-0012345678\n[日時] 2026-11-14 22:09:41\n"
        "[ショップ名] みかん農園\n支払い金額 3,400(円)\n",
        kind=MailKind.ORDER_CONFIRMATION,
        claims="rakuten.co.jp",
    )
