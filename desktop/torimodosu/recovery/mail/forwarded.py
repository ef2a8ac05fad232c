"""A mail that somebody forwarded, as it stands in the text of another."""

import re

from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.dates import parse_date
from torimodosu.recovery.mail.message import Address, Message

_LABELS = {
    "from": "from|差出人|送信者|送信元|von|de|da|od",
    "subject": "subject|件名|題名|betreff|objet|asunto|oggetto|assunto",
    "date": "date|sent|日付|日時|送信日時|送信日|datum|gesendet|envoyé|fecha|data",
    "to": "to|宛先|an|à|para|a|cc|reply-to|返信先",
}
_LABEL = re.compile(
    "|".join(rf"(?P<{key}>{words})" for key, words in _LABELS.items()), re.IGNORECASE
)
_LINE = re.compile(r"[*_]*(?P<label>[^\s:*_][^:*_\n]{0,11})[*_]*\s{0,3}:[*_]*\s*(.*)")
_QUOTE = re.compile(r"(?:[>|＞]\s?)+", re.ASCII)
_REPLY = re.compile(r"\s*(?:re|aw|sv|antw|返信|回复)\s*[:：\[]", re.IGNORECASE)
# So long may the lines of a forwarded header be apart, and so far down may it begin.
_MOST_LINES = 8
_FARTHEST = 400


def _unquoted(line: str) -> str:
    """Return *line* without quotation marks of mailers, with an ASCII colon."""
    quote = _QUOTE.match(line.lstrip())
    bare = line.lstrip()[quote.end() :] if quote else line
    return bare.replace("：", ":", 1)


def _field(line: str) -> tuple[str, str]:
    """Return the key and the value of a header line, ("", "") for another line."""
    found = _LINE.match(line.strip())
    label = _LABEL.fullmatch(found["label"].strip()) if found else None
    if found is None or label is None:
        return "", ""
    return label.lastgroup or "", found[2].strip()


def _header_at(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """Read the header lines at *start*; return them and where they end."""
    fields: dict[str, str] = {}
    position = start
    while position < len(lines) and position - start < _MOST_LINES:
        key, value = _field(lines[position])
        if not key and (fields.keys() >= {"from", "subject"} or not lines[position]):
            break
        if key:
            fields.setdefault(key, value)
        position += 1
    return fields, position


def _address(text: str) -> Address:
    """Read an address as mailers print it, such as "Shop [mailto:a@b]"."""
    if "[mailto:" in text:
        text = text.replace("[mailto:", "<").replace("]", ">")
    found = parse_addresses(text.encode())
    return found[0] if found else Address(name="", address="")


def forwarded_mail(message: Message) -> Message | None:
    """Return the first mail that *message* forwards, or None.

    It may be attached or stand in the text below lines with its From and Subject, in
    the words of usual mailers. A reply forwards nothing, though it may quote.
    """
    if _REPLY.match(message.subject):
        return None
    lines = [_unquoted(line) for line in message.text.split("\n")]
    for start in range(min(len(lines), _FARTHEST)):
        if _field(lines[start])[0] not in {"from", "subject", "date"}:
            continue
        fields, end = _header_at(lines, start)
        if not fields.keys() >= {"from", "subject"}:
            continue
        return Message(
            message_id="",
            date=parse_date(fields.get("date", ""))[0],
            sender=_address(fields["from"]),
            reply_to=None,
            recipients=(),
            subject=fields["subject"],
            text="\n".join(lines[end:]).strip("\n"),
            html_text="",
            links=message.links,
            attachments=message.attachments,
            labels=(),
        )
    return None
