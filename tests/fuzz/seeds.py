"""Mails to begin with: our own, and those of other people where they are at hand."""

import base64
from pathlib import Path

from tests.recovery.mail.outlook import writing as outlook

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FOLDERS = (
    "amazon-signed-list-mails",
    "eml_parser",
    "genuine-amazon",
    "jp-phish-lists",
    "jp-shop-mails-paa",
    "mail-misc",
    "mikel-mail",
    "msgreader",
    "phishing_pot",
    "sisimai-set-of-emails",
    "spamassassin",
    "spamscope-mail-parser",
    "stalwart-mail-parser",
)
NO_MAILS = {".json", ".jsonl", ".tsv", ".gif", ".svg"}
# Mutants of larger ones only cost time.
LARGEST = 200_000

ORDER = """\
From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>
To: =?UTF-8?B?55Sw5Lit?= <taro@mail.example>
Subject: =?UTF-8?B?5rOo5paH5riI44G/OiDjgIzpnZLjgYTmnKzjgI0=?=
Date: Fri, 6 Mar 2026 14:50:00 +0000
Message-ID: <0101-1@email.amazonses.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="----=_Part_1_2"

------=_Part_1_2
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

田中様、ご注文ありがとうございます。

注文番号
250-1111111-2222222

* 青い本
  数量: 1
  1,234 JPY

合計
1,234 JPY

------=_Part_1_2
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

<html><head><style>p { color: red }</style></head><body>
<div style="display:none;max-height:0">ご注文の確認&zwnj;&nbsp;</div>
<table><tr><td>注文番号</td><td><a href="https://www.amazon.co.jp/o?x=1&amp;y">250-1111111-2222222</a></td></tr>
<tr><td>合計：</td><td>&yen;1,234</td></tr></table><!-- end --></body></html>

------=_Part_1_2--
"""
LEGACY = """\
From: auto-confirm@amazon.co.jp
Subject: Amazon.co.jp ご注文の確認
Date: Mon, 27 Apr 2020 10:00:00 +0900 (JST)
Content-Type: text/plain; charset={charset}; format=flowed
Content-Transfer-Encoding: {encoding}

"""
LEGACY_TEXT = """\
Amazon.co.jp ご注文の確認
================================================================
領収書/購入明細書
注文番号： 250-1111111-2222222
注文日： 2020/04/27

               青い本 ①㈱ ｱﾏｿﾞﾝ
               ￥ 382

     商品の小計： ￥ 382
     割引： -￥ 10
     注文合計： ￥ 372
"""
FORWARDED = """\
From: Taro <taro@mail.example>
Subject: Fwd: x
Content-Type: multipart/mixed; boundary=b

--b

See below.
--b
Content-Type: message/rfc822
Content-Disposition: attachment; filename*=UTF-8''%E6%B3%A8%E6%96%87.eml

"""
CARD = """\
From: statement@vpass.ne.jp
Subject: ご利用のお知らせ【三井住友カード】
Content-Type: text/plain; charset=ISO-2022-JP

◇利用日：2026/03/06 23:52
◇利用先：AMAZON.CO.JP
◇利用取引：買物
◇利用金額：1,234円
"""


def _own_seeds() -> tuple[bytes, ...]:
    legacy = []
    for charset in ("iso2022_jp_ext", "cp932", "euc_jis_2004", "utf-8"):
        raw = LEGACY_TEXT.encode(charset, "replace")
        head = LEGACY.encode(charset, "replace")
        plain = head.replace(b"{charset}", charset.encode())
        legacy += [
            plain.replace(b"{encoding}", b"8bit") + raw,
            plain.replace(b"{encoding}", b"base64") + base64.encodebytes(raw),
        ]
    return (
        ORDER.encode(),
        *legacy,
        (FORWARDED + ORDER + "\n--b--\n").encode(),
        CARD.encode("iso2022_jp"),
        LEGACY_TEXT.encode(),
        _saved_by_outlook(),
        b"",
    )


def _saved_by_outlook() -> bytes:
    """Return the order as Outlook saves it, with a receipt and in all its forms."""
    header, _, _ = ORDER.partition("\n\n")
    rtf = rb"{\rtf1\ansi\ansicpg932\fromhtml1{\*\htmltag64 <p>}\'8d\'87\u35336 ?}"
    return outlook.msg(
        outlook.Msg(
            properties={
                outlook.HEADERS: header,
                outlook.BODY: LEGACY_TEXT,
                outlook.RTF: outlook.packed_rtf(rtf),
                outlook.SUBJECT: "注文の確認",
            },
            recipients=({outlook.NAME: "太郎", outlook.ADDRESS: "taro@mail.example"},),
            files=(
                {outlook.FILE_NAME: "領収書.pdf", outlook.FILE: b"%PDF"},
                outlook.Msg(properties={outlook.BODY: "転送"}),
            ),
        )
    )


def seeds() -> tuple[bytes, ...]:
    """Return all mails there are, our own first."""
    others = [
        path.read_bytes()
        for folder in FOLDERS
        for path in sorted((CORPORA / folder).rglob("*"))
        if path.is_file() and path.suffix not in NO_MAILS
    ]
    return (*_own_seeds(), *(raw for raw in others if len(raw) <= LARGEST))
