"""The DKIM signatures of the mails in a bag, verified with the keys in it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from torimodosu.recovery.evidence.ports import BagFiles, UnreadableFileError
from torimodosu.recovery.evidence.sealing import KEYS, OUTLOOK_MAIL, mail_at
from torimodosu.recovery.evidence.signing_keys import read_keys
from torimodosu.recovery.mail.signatures.dkim import verify_dkim
from torimodosu.recovery.mail.signatures.outcome import Keys, Outcome, Verified
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

_LARGEST_KEYS = 16 * 2**20
_LONGEST_HEADER = 2**16
_HEADER_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_SIGNATURE = re.compile(rb"(?:\A|[\r\n])dkim-signature[ \t]*:", re.IGNORECASE)
# A bag may be verified at any time; that a signature is from the future tells nothing.
_ANY_TIME = datetime.max.replace(tzinfo=UTC)
_UNKNOWN = {
    *(Outcome.NO_KEY, Outcome.KEY_GONE, Outcome.KEY_UNUSABLE),
    Outcome.REBUILT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """How many DKIM signatures of the mails were found right, wrong, or not checked."""

    verified: int = 0
    failed: int = 0
    unknown: int = 0


def check_signatures(files: BagFiles, sizes: Mapping[str, int]) -> Signatures:
    """Verify the signatures of the mails among the files with these *sizes*.

    Without a key in the bag the signatures are only counted.
    """
    mails = [path for path in sizes if mail_at(path) is not None]
    if KEYS not in sizes:
        return Signatures(
            unknown=sum(_count(files, path, sizes[path]) for path in mails)
        )
    keys = keys_in(files)
    found: Counter[str] = Counter()
    for path in mails:
        found.update(_judged(files, path, sizes[path], keys))
    return Signatures(**found)


def keys_in(files: BagFiles) -> Keys:
    """Return the look-up of the keys in a bag, which knows none where it has none."""
    return read_keys(document_in(files))


def document_in(files: BagFiles) -> bytes:
    """Return the document with the keys in a bag, b"" where it has none."""
    try:
        return files.read(KEYS, _LARGEST_KEYS)
    except UnreadableFileError:
        return b""


def _judged(files: BagFiles, path: str, size: int, keys: Keys) -> list[str]:
    try:
        mail = read_raw(files.read(path, size))
    except UnreadableFileError:
        return []  # the bag has this fault already
    return [_standing(one) for one in verify_dkim(mail, keys, at=_ANY_TIME)]


def _standing(one: Verified) -> str:
    if one.outcome in _UNKNOWN or (one.outcome is Outcome.PASS and one.is_weak):
        return "unknown"
    return "verified" if one.outcome is Outcome.PASS else "failed"


def _count(files: BagFiles, path: str, size: int) -> int:
    try:
        if path.endswith(OUTLOOK_MAIL):
            return len(read_raw(files.read(path, size)).all("dkim-signature"))
        start = files.read(path, _LONGEST_HEADER)
    except UnreadableFileError:
        return 0  # the bag has this fault already
    end = _HEADER_END.search(start)
    header = start if end is None else start[: end.start()]
    return len(_SIGNATURE.findall(header))
