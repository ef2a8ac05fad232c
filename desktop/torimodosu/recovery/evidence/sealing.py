"""What our own bags are made of.

    bagit.txt, bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt
    data/mails/<SHA-256>.eml   the originals, byte for byte; .msg for those of Outlook
    data/index.csv, data/index.html
    data/journal.txt           see `journal_chain`
    data/dkim-keys.json        the keys of signers, where they are known
    data/journal-<hash>.txt    an earlier journal that the present one does not continue
    timestamp.tsr, .tsq        a time stamp of the manifest, see `timestamps.in_bag`

Names are ASCII, since other names change on their way between systems (RFC 8493,
6.1.1). What tells of the person is left to the mails themselves.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.evidence.journal_chain import Head, head_of
from torimodosu.recovery.evidence.manifest import (
    FIRST_RFC,
    PAYLOAD,
    read_manifest,
    write_manifest,
)
from torimodosu.recovery.evidence.tag_file import Element, values_of, write_elements
from torimodosu.recovery.mail.outlook.compound import MAGIC

MAILS = "data/mails/"
INDEX_TABLE = "data/index.csv"
INDEX_PAGE = "data/index.html"
JOURNAL = "data/journal.txt"
KEYS = "data/dkim-keys.json"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
METADATA = "bag-info.txt"
DECLARATION = "bagit.txt"

_AGENT = "Torimodosu"
_ENTRIES = "Journal-Entries"
_HEAD = "Journal-Head-SHA256"
MAIL, OUTLOOK_MAIL = ".eml", ".msg"
_MAIL = re.compile(MAILS + r"([0-9a-f]{64})\.(?:eml|msg)")
_OLD_JOURNAL = re.compile(r"data/journal-([0-9a-f]{64})\.txt")
_HASH = re.compile(r"[0-9a-f]{64}")
_COUNT = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file of the payload, with the hash that it should have."""

    path: str
    sha256: str
    size: int


def text_piece(path: str, data: bytes) -> Piece:
    """Return the piece that *data* at *path* is."""
    return Piece(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def mail_path(sha256: str, ending: str = MAIL) -> str:
    """Return where the mail of that hash lies in the bag."""
    return f"{MAILS}{sha256}{ending}"


def ending_of(raw: bytes) -> str:
    """Return how the file of a mail is to end, so that the right program opens it."""
    return OUTLOOK_MAIL if raw.startswith(MAGIC) else MAIL


def mail_at(path: str) -> str | None:
    """Return the SHA-256 of the mail that lies at *path*, or None for another file."""
    found = _MAIL.fullmatch(path)
    return None if found is None else found[1]


def is_hash(text: str) -> bool:
    """Tell whether *text* is a SHA-256 as our names have it."""
    return _HASH.fullmatch(text) is not None


def old_journal_path(sha256: str) -> str:
    """Return where a journal is kept that the present one does not continue."""
    return f"{PAYLOAD}journal-{sha256}.txt"


def old_journal_at(path: str) -> str | None:
    """Return the SHA-256 of the earlier journal at *path*, or None."""
    found = _OLD_JOURNAL.fullmatch(path)
    return None if found is None else found[1]


def listed_mails(manifest: str) -> dict[str, str]:
    """Return the paths of the mails that a *manifest* of ours lists, by SHA-256."""
    lines = read_manifest(manifest, FIRST_RFC)
    return paths_of_mails(line.path for line in lines if line is not None)


def paths_of_mails(paths: Iterable[str]) -> dict[str, str]:
    """Return those of *paths* that are of mails, by SHA-256."""
    found = ((mail_at(path), path) for path in paths)
    return {sha256: path for sha256, path in found if sha256 is not None}


def is_ours(metadata: Sequence[Element]) -> bool:
    """Tell whether a bag with these *metadata* was made by this program."""
    has_journal = any(values_of(metadata, label) for label in (_ENTRIES, _HEAD))
    return has_journal or _AGENT in values_of(metadata, "Bag-Software-Agent")


def journal_head(metadata: Sequence[Element]) -> Head | None:
    """Return the head of the journal that *metadata* tells, or None."""
    entries, heads = values_of(metadata, _ENTRIES), values_of(metadata, _HEAD)
    if len(entries) != 1 or len(heads) != 1 or not _COUNT.fullmatch(entries[0]):
        return None
    return Head(entries=int(entries[0]), sha256=heads[0])


def last_day(journal: Iterable[Entry]) -> date | None:
    """Return the day of the newest entry, or None where there is none."""
    newest = max((entry.at for entry in journal), default=None)
    return None if newest is None else newest.date()


def tag_files(
    payload: Sequence[Piece], *, journal: bytes, day: date | None
) -> dict[str, bytes]:
    """Return the tag files of a bag in the order in which to write them.

    *journal* is the one in the *payload*; *day* is when the bag was made, if that is
    known. The tag manifest lists no others.
    """
    head = head_of(journal)
    size = sum(piece.size for piece in payload)
    metadata = [
        Element(label="Bag-Software-Agent", value=_AGENT),
        Element(label="External-Description", value="Mails kept as evidence"),
        Element(label="Payload-Oxum", value=f"{size}.{len(payload)}"),
        Element(label=_ENTRIES, value=str(head.entries)),
        Element(label=_HEAD, value=head.sha256),
    ]
    if day is not None:
        metadata.insert(1, Element(label="Bagging-Date", value=f"{day:%Y-%m-%d}"))
    texts = {
        DECLARATION: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        METADATA: write_elements(metadata),
        MANIFEST: write_manifest((piece.path, piece.sha256) for piece in payload),
    }
    files = {path: text.encode() for path, text in texts.items()}
    return files | {TAG_MANIFEST: tag_manifest(files)}


def tag_manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the tag manifest that lists *files*, tag files by their path."""
    sums = [(path, hashlib.sha256(data).hexdigest()) for path, data in files.items()]
    return write_manifest(sums).encode()
