"""A mail as a text that can be shown to somebody: nothing of it can be pressed or run.

The addresses of those who got it are left out.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torimodosu.recovery.mail.message import Address, Message

_KEPT = {"\n", "\t"}
# Control characters, marks that turn text around or that nobody sees, halves of
# characters: what shows another thing than what is there.
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_RULE = "-" * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands before the parts, in the language of the reader."""

    sender: str
    replies: str
    date: str
    subject: str
    message_id: str
    text: str
    links: str
    attachments: str


def mail_text(
    message: Message, labels: Labels, *, date: str, verdict: Sequence[str]
) -> str:
    """Return *message* below the lines of its *verdict*; *date* is when it was sent."""
    head = [
        (labels.sender, _whole(message.sender)),
        (labels.replies, _whole(message.reply_to) if message.reply_to else ""),
        (labels.date, date),
        (labels.subject, message.subject),
        (labels.message_id, message.message_id),
    ]
    lines = [*verdict, _RULE]
    lines += [f"{label}: {_line(words)}" for label, words in head if words]
    lines += [_RULE, f"{labels.text}:", "", visible(message.text).strip(), ""]
    lines += _listed(
        labels.links, (f"{one.text} → {one.target}" for one in message.links)
    )
    lines += _listed(labels.attachments, (name or "?" for name in message.attachments))
    return "\n".join(lines).rstrip() + "\n"


def visible(text: str) -> str:
    """Return *text* with everything that hides told by its code, as <U+202E>."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_shown, plain))


def _shown(sign: str) -> str:
    if sign in _KEPT or unicodedata.category(sign) not in _HIDDEN:
        return sign
    return f"<U+{ord(sign):04X}>"


def _line(words: str) -> str:
    return visible(" ".join(words.split()))


def _whole(address: Address) -> str:
    return f"{address.name} <{address.address}>".strip()


def _listed(label: str, items: Iterable[str]) -> list[str]:
    lines = [f"  {_line(item)}" for item in items]
    return [_RULE, f"{label}:", *lines, ""] if lines else []
