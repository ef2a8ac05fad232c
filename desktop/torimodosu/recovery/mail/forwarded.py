"""A mail that somebody forwarded, as it stands in the text of another."""

import re
from datetime import datetime, timedelta, timezone

from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.dates import parse_date
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.recovery.mail.problem import Problem

_LABELS = {
    "from": "from|差出人|送信者|送信元|von|de|da|od",
    "subject": "subject|件名|題名|betreff|objet|asunto|oggetto|assunto",
    "date": "date|sent|日付|日時|送信日時|送信日|datum|gesendet|envoyé|fecha|data"
    "|enviado|inviato",
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
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:時]\d\d")
_NEEDED = {"from", "subject"}
# Mailers print the time of the person who forwards, and mostly without its zone.
_JAPAN = timezone(timedelta(hours=9))


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
    """Read the header lines at *start*; return them and where they end.

    A line between two of them goes on with the one above, and so does an indented one
    below the last: mailers wrap long subjects. Each may be a paragraph of its own.
    """
    fields: dict[str, str] = {}
    position, last = start, ""
    are_apart = _is_apart(lines, start)
    farthest = start + _MOST_LINES * (1 + are_apart)
    while position < min(len(lines), farthest):
        line = lines[position]
        key, value = _field(line)
        if are_apart and _is_apart(lines, position - 1):
            position += 1
            continue
        if not key and last and line.strip() and _is_wrapped(lines, position):
            fields[last] = f"{fields[last]} {line.strip()}"
        elif not key and (fields.keys() >= _NEEDED or not line):
            break
        if key:
            fields.setdefault(key, value)
        last = key or last
        position += 1
    # Two paragraphs may begin so by chance.
    is_header = not are_apart or len(fields) > len(_NEEDED)
    return fields if is_header else {}, position


def _is_apart(lines: list[str], position: int) -> bool:
    """Tell whether a header line comes below that at *position* and an empty one."""
    following = lines[position + 1 : position + 3]
    return len(following) > 1 and not following[0] and bool(_field(following[1])[0])


def _is_wrapped(lines: list[str], position: int) -> bool:
    """Tell whether the line at *position* goes on with the header line above.

    One with a label does not, though it may be in a language that is not known here.
    """
    below = lines[position + 1] if position + 1 < len(lines) else ""
    if lines[position][:1].isspace():
        return not below.strip() or bool(_field(below)[0])
    return bool(_field(below)[0]) and not _LINE.match(lines[position])


def _address(text: str) -> Address:
    """Read an address as mailers print it, such as "Shop [mailto:a@b]"."""
    if "[mailto:" in text:
        text = text.replace("[mailto:", "<").replace("]", ">")
    found = parse_addresses(text.encode())
    return found[0] if found else Address(name="", address="")


def _date(text: str) -> datetime | None:
    """Read a date as mailers print it; one without a zone is of Japan.

    A day alone is no time at which a mail was sent.
    """
    date, problems = parse_date(text) if _CLOCK.search(text) else (None, ())
    if date is not None and Problem.ZONE_MISSING in problems:
        return date.replace(tzinfo=_JAPAN)
    return date


def _find(text: str) -> tuple[dict[str, str], list[str]] | None:
    """Return the first forwarded header in *text* and the lines below it, or None."""
    lines = [_unquoted(line) for line in text.split("\n")]
    for start in range(min(len(lines), _FARTHEST)):
        if _field(lines[start])[0] not in {"from", "subject", "date"}:
            continue
        fields, end = _header_at(lines, start)
        if fields.keys() >= _NEEDED:
            return fields, lines[end:]
    return None


def forwarded_mail(message: Message) -> Message | None:
    """Return the first mail that *message* forwards, or None.

    It may be attached or stand in the text below lines with its From and Subject, in
    the words of usual mailers. A reply forwards nothing, though it may quote. Where
    another forwarded header follows, either may have been sent at the time that the
    first one tells, so the date is None.
    """
    found = None if _REPLY.match(message.subject) else _find(message.text)
    if found is None:
        return None
    fields, below = found
    text = "\n".join(below).strip("\n")
    in_html = _find(message.html_text)
    html_text = "\n".join(in_html[1]).strip("\n") if in_html else message.html_text
    return Message(
        message_id="",
        date=None if _find(text) else _date(fields.get("date", "")),
        sender=_address(fields["from"]),
        reply_to=None,
        subject=fields["subject"],
        text=text,
        html_text=html_text,
        links=message.links,
        attachments=message.attachments,
        labels=(),
    )
