"""The mails of the practice incident in other guises, which a person reads alike."""

import base64
import html
import quopri
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.header import Header
from email.utils import format_datetime

from torimodosu.recovery.mail.html_text import html_to_text
from torimodosu.recovery.practice.letter import JAPAN, VICTIM, Letter

Rewrite = Callable[[str], str]

_NOON = 12
_AMOUNT = re.compile(r"￥ (?P<yen>\d[\d,]*)|(?P<code>\d[\d,]*) JPY")
_WIDE = str.maketrans("0123456789,", "０１２３４５６７８９，")


def _with_amounts(form: str, *, is_wide: bool = False) -> Rewrite:
    def put(found: re.Match[str]) -> str:
        digits = found["yen"] or found["code"]
        return form.format(digits.translate(_WIDE) if is_wide else digits)

    return lambda text: _AMOUNT.sub(put, text)


AMOUNTS: Mapping[str, Rewrite] = {
    "as written": str,
    **{
        form: _with_amounts(form)
        for form in ("￥{}", "¥ {}", "￥\u00a0{}", "{}円", "{} 円（税込）", "JPY {}")
    },
    "wide": _with_amounts("{}円", is_wide=True),
}
_ADVERTS = """
あなたにイチオシの商品

架空の椅子
￥ 7,980
合計: ￥ 7,980
"""
_LIST = "\n____________\n家族のメーリングリスト\nhttps://list.sasano.example/kazoku\n"
SURROUNDINGS: Mapping[str, Rewrite] = {
    "alone": str,
    "adverts": lambda text: text + _ADVERTS,
    "mailing list": lambda text: text + _LIST,
}


def _on_each_line(change: Rewrite) -> Rewrite:
    return lambda text: "\n".join(map(change, text.split("\n")))


SPACINGS: Mapping[str, Rewrite] = {
    "as written": str,
    "quoted": _on_each_line(lambda line: f"> {line}"),
    "quoted wide": _on_each_line(lambda line: f"＞ {line}"),
    "indented": _on_each_line(lambda line: f"\u3000 {line}  "),
    "paragraphs": lambda text: text.replace("\n", "\n\n"),
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
}


def _page(row: str) -> Rewrite:
    def write(text: str) -> str:
        lines = (html.escape(line) for line in text.split("\n"))
        return "<html><body>" + "".join(map(row.format, lines)) + "</body></html>\n"

    return write


PAGES: Mapping[str, Rewrite] = {
    "lines": _page("{}<br>\n"),
    "blocks": _page("<div><span>{}</span>&nbsp;</div>\n"),
    "paragraphs": _page("<p>{}</p>\n"),
    "table": _page("<table><tr><td>{}</td></tr></table>"),
}
BODIES = ("text", "page", "both", "empty text", "empty page")
CHARSETS = {"utf-8": "utf-8", "iso-2022-jp": "iso2022_jp_ext", "shift_jis": "cp932"}
TRANSFERS = ("base64", "quoted-printable", "8bit")


@dataclass(frozen=True, kw_only=True)
class Guise:
    """How a mail is dressed; each field but the last is a name from above."""

    amounts: str = "as written"
    surroundings: str = "alone"
    spacing: str = "as written"
    body: str = "text"
    page: str = "lines"
    charset: str = "utf-8"
    transfer: str = "base64"
    carrier: str = ""
    line_end: str = "\n"


def words_of(letter: Letter) -> str:
    """Return what a person reads in *letter*."""
    return letter.text or html_to_text(letter.html).text


def dressed(letter: Letter, guise: Guise) -> bytes:
    """Return *letter* as a mail in that guise."""
    words = AMOUNTS[guise.amounts](words_of(letter))
    words = SPACINGS[guise.spacing](SURROUNDINGS[guise.surroundings](words))
    header = CARRIERS.get(guise.carrier)
    if header is None:
        mail = _fields(letter) + _body(words, guise)
    else:
        mail = _sent_on(letter) + _body(f"{header(letter)}\n\n{words}", guise)
    if guise.carrier in ATTACHED:
        mail = _sent_on(letter) + _enclosing(_fields(letter) + _body(words, guise))
        mail = mail.replace("message/rfc822", ATTACHED[guise.carrier], 1)
    raw = mail.encode("utf-8", "surrogateescape")
    return raw.replace(b"\n", guise.line_end.encode())


def _fields(letter: Letter) -> str:
    trace = "".join(f"{name}: {value}\n" for name, value in letter.trace)
    name = Header(letter.sender.name, "utf-8").encode()
    return trace.replace("\r\n", "\n") + (
        f"Date: {format_datetime(letter.sent)}\n"
        f"From: {name} <{letter.sender.address}>\nTo: {VICTIM.address}\n"
        f"Message-ID: <{letter.message_id}>\n"
        f"Subject: {Header(letter.subject, 'utf-8').encode()}\nMIME-Version: 1.0\n"
    )


def _sent_on(letter: Letter) -> str:
    subject = Header(f"Fwd: {letter.subject}", "utf-8").encode()
    return (
        f"Date: {format_datetime(letter.sent + timedelta(days=2))}\n"
        f"From: {VICTIM.address}\nTo: {VICTIM.address}\n"
        f"Message-ID: <on-{letter.message_id}>\nSubject: {subject}\nMIME-Version: 1.0\n"
    )


def _body(words: str, guise: Guise) -> str:
    page = PAGES[guise.page](words)
    plain, rich = _part("plain", words, guise), _part("html", page, guise)
    match guise.body:
        case "text":
            return plain
        case "page":
            return rich
        case "empty text":
            plain = _part("plain", "\n", guise)
        case "empty page":
            rich = _part("html", "<html><body></body></html>", guise)
        case _:
            pass
    return (
        'Content-Type: multipart/alternative; boundary="=_a"\n\n'
        f"--=_a\n{plain}\n--=_a\n{rich}\n--=_a--\n"
    )


def _enclosing(mail: str) -> str:
    return (
        'Content-Type: multipart/mixed; boundary="=_m"\n\n'
        "--=_m\nContent-Type: text/plain\n\nLook!\n"
        '--=_m\nContent-Type: message/rfc822; name="mail.eml"\n\n'
        f"{mail}\n--=_m--\n"
    )


def _part(kind: str, words: str, guise: Guise) -> str:
    charset = guise.charset
    try:
        data = words.encode(CHARSETS[charset])
    except UnicodeEncodeError:
        charset, data = "utf-8", words.encode()
    if guise.transfer == "base64":
        data = base64.encodebytes(data)
    elif guise.transfer == "quoted-printable":
        data = quopri.encodestring(data)
    return (
        f"Content-Type: text/{kind}; charset={charset}\n"
        f"Content-Transfer-Encoding: {guise.transfer}\n\n"
        + data.decode("utf-8", "surrogateescape")
    )


def _printed(letter: Letter, form: str) -> str:
    return letter.sent.astimezone(JAPAN).strftime(form)


def _gmail(letter: Letter) -> str:
    return (
        "---------- Forwarded message ---------\n"
        f"From: {letter.sender.name} <{letter.sender.address}>\n"
        f"Date: {_printed(letter, '%Y年%m月%d日(金) %H:%M')}\n"
        f"Subject: {letter.subject}\nTo: <{VICTIM.address}>\n"
    )


def _outlook(letter: Letter) -> str:
    sent = _printed(letter, "%Y年%m月%d日 午後 %I:%M")
    if letter.sent.astimezone(JAPAN).hour < _NOON:
        sent = sent.replace("午後", "午前")
    return (
        f"________________________________\n差出人: {letter.sender.name} "
        f"<{letter.sender.address}>\n送信日時: {sent}\n"
        f"宛先: {VICTIM.address}\n件名: {letter.subject}\n"
    )


def _apple(letter: Letter) -> str:
    return (
        "転送されたメッセージ：\n\n"
        f'差出人: "{letter.sender.name}" <{letter.sender.address}>\n'
        f"日時: {_printed(letter, '%Y年%m月%d日 %H:%M:%S JST')}\n"
        f"宛先: {VICTIM.address}\n件名: {letter.subject}\n"
    )


CARRIERS: Mapping[str, Callable[[Letter], str]] = {
    "gmail": _gmail,
    "outlook": _outlook,
    "apple": _apple,
}
ATTACHED = {"attached": "message/rfc822", "as a file": "application/octet-stream"}
