"""What a mail says itself, sentence by sentence, without what it quotes."""

import re
from collections.abc import Iterator

from torimodosu.recovery.catalogue.subject import fold
from torimodosu.recovery.mail.forwarded import forwarded_mail
from torimodosu.recovery.mail.message import Message

_QUOTED = re.compile(r"\s*+[>＞|]")
# How mailers introduce what they quote; Outlook and webmail put it below a rule.
_BEGIN_OF_QUOTE = re.compile(
    r"\s*+(?:[-_]{5,}+\s*+(?:original message|元のメッセージ|転送)"
    r"|on .{0,200}wrote:\s*+$|.{0,200}(?:のメッセージ|さんは書きました)\s*+[:：]\s*+$"
    r"|begin forwarded message)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*+\n)++")
_END = re.compile(r"(?<=[。!?])|(?<=\.)(?=\s)")
_WITHIN_JAPANESE = re.compile(r"(?<=[^\x00-\x7f])\s(?=[^\x00-\x7f])")
_ANSWER = re.compile(
    r"\s*+(?:\[[^\]]{1,40}\]\s*+)?(?:re|aw|sv|antw|返信)\s?[:：\[]", re.IGNORECASE
)
_FORWARD = re.compile(
    r"\s*+(?:\[[^\]]{1,40}\]\s*+)?(?:fwd?|fw|wg|tr|rv|転送)\s?[:：\[]", re.IGNORECASE
)
# Mails of a shop say what they have to say before that.
_LONGEST = 20_000
_LONGEST_SUBJECT = 1_000


def is_answer(message: Message) -> bool:
    """Tell whether the subject says that *message* answers another mail."""
    return _ANSWER.match(message.subject) is not None


def is_forwarded(message: Message) -> bool:
    """Tell whether *message* passes on a mail of somebody else."""
    passes_on = _FORWARD.match(message.subject) is not None
    return passes_on or forwarded_mail(message) is not None


def own_sentences(message: Message) -> tuple[str, ...]:
    """Return the subject and the sentences of the body, folded, each once.

    A line break within a Japanese sentence is no blank. Where the HTML says something
    else than the plain text, its sentences follow.
    """
    subject = _joined(message.subject[:_LONGEST_SUBJECT])
    bodies = (message.text, message.html_text)
    sentences = (sentence for body in bodies for sentence in _sentences(body))
    return tuple(dict.fromkeys(filter(None, (subject, *sentences))))


def _sentences(body: str) -> Iterator[str]:
    for paragraph in _PARAGRAPHS.split(_unquoted(body[:_LONGEST])):
        yield from map(str.strip, _END.split(_joined(paragraph)))


def _unquoted(body: str) -> str:
    kept: list[str] = []
    for line in body.split("\n"):
        if _BEGIN_OF_QUOTE.match(line):
            break
        if not _QUOTED.match(line):
            kept.append(line)
    return "\n".join(kept)


def _joined(text: str) -> str:
    return _WITHIN_JAPANESE.sub("", fold(text))
