"""The keys that signatures of kept mails were made with, beside the mails.

Senders take old keys back after some months. What was published when the mail came, or
was looked up soon after, lets everybody verify the signatures later (RFC 6376, 3.6).
That a domain has no such key is kept too: it was so at that moment.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from torimodosu.recovery.mail.signatures.key_server import KeyAnswer, PublishedKey
from torimodosu.recovery.mail.signatures.outcome import Keys


def write_keys(keys: Iterable[PublishedKey]) -> bytes:
    """Return a document with *keys* by name, when and whence they came."""
    told = {
        key.name: {
            "txt": key.text,
            "answer": key.answer.value,
            "at": key.at.isoformat(),
            "from": key.source,
        }
        for key in sorted(keys, key=lambda key: key.name)
    }
    return json.dumps({"keys": told}, ensure_ascii=True, indent=1).encode() + b"\n"


def published_keys(document: bytes) -> tuple[PublishedKey, ...]:
    """Return the keys in a document; one that is damaged holds none."""
    try:
        found = json.loads(document)["keys"]
        return tuple(_published(name, one) for name, one in found.items())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def read_keys(document: bytes) -> Keys:
    """Return the look-up in a document; one that is damaged knows nothing."""
    return looked_up(published_keys(document))


def looked_up(keys: Iterable[PublishedKey]) -> Keys:
    """Return the look-up in *keys*."""
    return {key.name: key.text.encode() for key in keys}.get


def joined(*parts: Iterable[PublishedKey]) -> tuple[PublishedKey, ...]:
    """Return the keys of all *parts*, of a name that comes again the first."""
    known: dict[str, PublishedKey] = {}
    for part in parts:
        for key in part:
            known.setdefault(key.name, key)
    return tuple(known.values())


def _published(name: str, one: Mapping[str, str]) -> PublishedKey:
    # Older documents do not tell the answer.
    text = one["txt"]
    answer = KeyAnswer.RECORD if text else KeyAnswer.NO_SUCH_NAME
    text.encode()  # half a character has no bytes, so that it is no text of the DNS
    return PublishedKey(
        name=name,
        text=text,
        at=datetime.fromisoformat(one["at"]),
        source=one["from"],
        answer=KeyAnswer(one.get("answer", answer.value)),
    )
