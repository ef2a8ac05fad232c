"""The keys that signatures of kept mails were made with, beside the mails.

Senders take old keys back after some months. What was published when the mail came, or
was looked up soon after, lets everybody verify the signatures later (RFC 6376, 3.6).
"""

import json
from collections.abc import Mapping
from datetime import datetime

from torimodosu.recovery.mail.signatures.outcome import Keys


def write_keys(records: Mapping[str, str], *, at: datetime, source: str) -> bytes:
    """Return a document with the TXT *records* by name, when and whence they came."""
    keys = {
        name: {"txt": text, "at": at.isoformat(), "from": source}
        for name, text in sorted(records.items())
    }
    return json.dumps({"keys": keys}, ensure_ascii=True, indent=1).encode() + b"\n"


def read_keys(document: bytes) -> Keys:
    """Return the look-up in a document; one that is damaged knows nothing."""
    try:
        found = json.loads(document)["keys"]
        records = {name: one["txt"].encode() for name, one in found.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return lambda _name: None
    return records.get
