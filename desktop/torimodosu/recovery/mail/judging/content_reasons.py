"""What the words and links of a mail tell."""

import re
import unicodedata
from collections.abc import Iterator

from torimodosu.recovery.catalogue.origin import host_of
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.judging.examined import Examined
from torimodosu.recovery.mail.judging.judgement import Code, Reason, against
from torimodosu.recovery.mail.judging.party import organisation
from torimodosu.recovery.mail.lookalike import imitates, skeleton

_CERTAIN, _STRONG, _LIKELY, _HINT, _FAINT = 1.0, 0.8, 0.6, 0.35, 0.25
_LONGEST_TEXT = 200_000
_LONGEST_SUBJECT = 1_000
_MOST_LINKS = 2_000
_URL = re.compile(r"https?://[^\s<>\"'）)」】]{1,2000}", re.IGNORECASE)
_SHOWN_HOST = re.compile(
    r"(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12})\b", re.IGNORECASE
)
_SIGN_IN = re.compile(
    r"ログイン|サインイン|確認|更新|変更|手続|解除|再開|こちら|認証|アクセス|クリック"
    r"|sign.?in|log.?in|verify|confirm|update|unlock|restore|review|click",
    re.IGNORECASE,
)
# Each begins with one of few letters, so that most of a text is passed over quickly;
# they are searched in lower case.
_SECRETS = (
    re.compile(
        r"(?:カード|支払い?方法|請求先|個人|アカウント|会員|登録|口座|お客様)"
        r"(?:の|に関する)?(?:情報|番号|住所)?.{0,20}"
        r"(?:更新|再登録|入力|確認し?て|変更し?て|ご確認)"
    ),
    re.compile(
        r"(?:update|verify|confirm|enter|validate).{0,30}"
        r"(?:payment|card|billing|account|identity|information|password|details)"
    ),
    re.compile(
        r"(?:payment|billing|account|card).{0,30}"
        r"(?:update|verif|confirm|expired|declin)"
    ),
)
_THREAT = (
    re.compile(r"[0-9]{1,2} ?(?:時間|日)以内"),
    re.compile(
        r"(?:停止|制限)(?:させて|いた|します|しました|され)"
        r"|ロック(?:され|します|しました|させて)|削除(?:され|します)"
        r"|利用でき(?:なく|ません)|凍結|無効|異常|不正"
    ),
    re.compile(
        r"within (?:24|48|72) hours|suspend|deactivat|locked|limited|unusual|on hold"
        r"|permanently|terminate"
    ),
)
# What programs for mass mails put values into.
_TEMPLATE = re.compile(
    r"%\{[A-Z][A-Z_0-9]{4,40}\}|\[-[A-Z]{3,20}-\]|##[a-z_]{3,30}##"
    r"|\[(?:[A-Z]{2,12}_)?(?:DATE|TIME|NAME|EMAIL|DOMAIN|URL|USER|LINK|RAND)"
    r"(?:_[A-Z0-9]{1,12})?\]"
)
_NUMBER_LIKE = re.compile(
    r"(?<![0-9A-Za-z-])[0-9A-Z]{3}-[0-9]{5,10}-[0-9]{5,10}(?![0-9-])"
)
_CHINESE = re.compile(rb"charset\s*=\s*\"?(gb2312|gbk|gb18030|big5)", re.IGNORECASE)
_KANA = re.compile(r"[ぁ-んァ-ヴ]")
_LEAST_KANA = 10
_WORD = re.compile(r"\w{3,60}")
_FOREIGN_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN")
# The blocks of these scripts; a text without them is not looked at word by word.
_IN_FOREIGN_SCRIPTS = re.compile(
    "[\u0370-\u058f\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]"
)
_WIDTHLESS = re.compile(
    r"(?<=[A-Za-z])[\u200b\u200c\u200d\u2060\ufeff\u00ad](?=[A-Za-z])"
)


def content_reasons(mail: Examined) -> Iterator[Reason]:
    """Yield what speaks against the words and links of a mail."""
    text = _text(mail)
    folded = fold(text)
    lower = folded.lower()
    yield from _link_reasons(mail, text)
    if any(form.search(lower) for form in _SECRETS):
        yield against(Code.ASKS_FOR_SECRETS, _HINT)
    if any(form.search(lower) for form in _THREAT):
        yield against(Code.THREATENS, _FAINT)
    if _hides_letters(text):
        yield against(Code.HIDDEN_LETTERS, _LIKELY)
    if _TEMPLATE.search(text):
        yield against(Code.UNFILLED_TEMPLATE, _LIKELY)
    if _is_in_chinese_charset(mail, text):
        yield against(Code.ODD_CHARSET, _LIKELY)
    yield from _known_forgeries(mail, folded)


def _text(mail: Examined) -> str:
    message = mail.message
    parts = (message.subject[:_LONGEST_SUBJECT], message.text, message.html_text)
    return "\n".join(part[:_LONGEST_TEXT] for part in dict.fromkeys(parts))


def _link_reasons(mail: Examined, text: str) -> Iterator[Reason]:
    links = [(link.text, link.target) for link in mail.message.links[:_MOST_LINKS]]
    shown = [("", found) for found in _URL.findall(text)[:_MOST_LINKS]]
    pairs = [(words, host_of(target)) for words, target in [*links, *shown]]
    foreign = [
        (words, host)
        for words, host in dict.fromkeys(pairs)
        if host and not mail.is_own(host)
    ]
    domains = mail.party.sender_domains if mail.are_links_known else ()
    for _, host in foreign:
        if any(imitates(host, domain) for domain in domains):
            yield against(Code.LINK_LOOKS_ALIKE, _CERTAIN, domain=organisation(host))
            return
    for words, host in foreign:
        said = _SHOWN_HOST.match(words.strip())
        if said and mail.is_of_party(said[1].lower()):
            yield against(
                Code.LINK_SAYS_OTHER,
                _STRONG,
                shown=said[1].lower(),
                domain=organisation(host),
            )
            return
    for words, host in foreign:
        if not words or _SIGN_IN.search(words):
            yield against(Code.LINK_LEADS_ELSEWHERE, _HINT, domain=organisation(host))
            return


def _known_forgeries(mail: Examined, folded: str) -> Iterator[Reason]:
    party = mail.party
    if not isinstance(party, Service):
        return
    subject = fold(mail.message.subject[:_LONGEST_SUBJECT])
    if any(re.search(one, subject, re.IGNORECASE) for one in party.phishing_subjects):
        yield against(Code.KNOWN_BAIT, _LIKELY)
    for found in _NUMBER_LIKE.finditer(folded[:_LONGEST_TEXT]):
        if party.order_numbers and not any(
            re.fullmatch(number, found[0]) for number in party.order_numbers
        ):
            yield against(Code.FORGED_ORDER_NUMBER, _LIKELY, number=found[0])
            return


def _hides_letters(text: str) -> bool:
    """Tell whether a word mixes Latin letters with others that look like them."""
    if text.isascii():
        return False
    if _WIDTHLESS.search(text):
        return True
    if not _IN_FOREIGN_SCRIPTS.search(text):
        return False
    for word in dict.fromkeys(_WORD.findall(text)):
        if word.isascii() or not any(
            sign.isascii() and sign.isalpha() for sign in word
        ):
            continue
        strange = [sign for sign in word if _is_strange(sign)]
        if strange and skeleton(word).isascii():
            return True
    return False


def _is_strange(sign: str) -> bool:
    return not sign.isascii() and unicodedata.name(sign, "").startswith(
        _FOREIGN_SCRIPTS
    )


def _is_in_chinese_charset(mail: Examined, text: str) -> bool:
    """Tell whether Japanese is written in a character set made for Chinese."""
    fields = [field.value for field in mail.raw.all("content-type")]
    head = (
        mail.raw.body[:20_000] if fields and b"multipart" in fields[0].lower() else b""
    )
    is_chinese = any(_CHINESE.search(value) for value in (*fields, head))
    return is_chinese and len(_KANA.findall(text)) >= _LEAST_KANA
