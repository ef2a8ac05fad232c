"""Where time stamps lie in a bag, and whether they hold.

What is stamped is the manifest of the payload, and so every mail, the journal and the
keys. The stamp of the present manifest lies beside it. When the bag is sealed anew and
that changes, the stamp is set aside with a copy of the manifest that it is for.

    timestamp.tsr, timestamp.tsq                 answer and question (RFC 3161)
    timestamps/<SHA-256>.tsr, .tsq, .txt         of an earlier manifest, and that
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.evidence.ports import BagFiles, UnreadableFileError
from torimodosu.recovery.evidence.sealing import (
    MANIFEST,
    listed_mails,
    paths_of_mails,
)
from torimodosu.recovery.evidence.timestamps.question import read_nonce
from torimodosu.recovery.evidence.timestamps.stamp import (
    Stamp,
    StampError,
    StampFault,
    check_stamp,
)

ANSWER, QUESTION = "timestamp.tsr", "timestamp.tsq"
EARLIER = "timestamps/"
_EARLIER_ANSWER = re.compile(EARLIER + r"([0-9a-f]{64})\.tsr")
_EARLIER_FILE = re.compile(EARLIER + r"[0-9a-f]{64}\.(?:tsr|tsq|txt)")
_LARGEST = 2**20
_LARGEST_MANIFEST = 64 * 2**20


class Timestamp(Enum):
    """Whether somebody else vouches for when the bag was sealed."""

    VALID = "valid"
    INVALID = "invalid"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierStamp:
    """A stamp of an earlier manifest.

    `mails` is how many of the mails that lie in the bag now that manifest lists: they
    were there at the moment of the stamp, whatever was added since.
    """

    stamp: Stamp
    mails: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """What came of checking the stamps in a bag.

    Attributes:
        timestamp: Whether the present manifest is stamped, and whether all stamps hold.
        stamp: That of the present manifest, where it holds.
        earlier: Those of earlier manifests that hold, oldest first.
        faults: The others, by their path.

    """

    timestamp: Timestamp
    stamp: Stamp | None
    earlier: tuple[EarlierStamp, ...]
    faults: Mapping[str, StampFault]


def earlier_paths(manifest_sha256: str) -> tuple[str, str, str]:
    """Return where answer, question and manifest of an earlier seal lie."""
    start = f"{EARLIER}{manifest_sha256}"
    return f"{start}.tsr", f"{start}.tsq", f"{start}.txt"


def is_of_stamps(path: str) -> bool:
    """Tell whether a file in a bag is part of a stamp."""
    return path in {ANSWER, QUESTION} or _EARLIER_FILE.fullmatch(path) is not None


def check_stamps(files: BagFiles, sizes: Mapping[str, int]) -> Stamps:
    """Check every stamp among the files with these *sizes*."""
    present: Stamp | None = None
    earlier: list[EarlierStamp] = []
    faults: dict[str, StampFault] = {}
    there = paths_of_mails(sizes).keys()
    for answer, question, manifest in _stamps(sizes):
        try:
            stamp, listed = _checked(files, answer, question, manifest)
        except StampError as error:
            faults[answer] = error.fault
            continue
        if answer == ANSWER:
            present = stamp
        else:
            mails = len(listed_mails(listed.decode("utf-8", "replace")).keys() & there)
            earlier.append(EarlierStamp(stamp=stamp, mails=mails))
    timestamp = Timestamp.NONE if present is None else Timestamp.VALID
    return Stamps(
        timestamp=Timestamp.INVALID if faults else timestamp,
        stamp=present,
        earlier=tuple(sorted(earlier, key=lambda one: one.stamp.at)),
        faults=faults,
    )


def _stamps(sizes: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Yield the paths of answer, question and manifest of each stamp."""
    if ANSWER in sizes:
        yield ANSWER, QUESTION, MANIFEST
    for path in sizes:
        found = _EARLIER_ANSWER.fullmatch(path)
        if found is not None:
            yield earlier_paths(found[1])


def _checked(
    files: BagFiles, answer: str, question: str, manifest: str
) -> tuple[Stamp, bytes]:
    """Return the stamp, and the manifest that it is for."""
    try:
        content = files.read(manifest, _LARGEST_MANIFEST)
        token = files.read(answer, _LARGEST)
    except UnreadableFileError:
        raise StampError(StampFault.UNREADABLE) from None
    try:
        nonce = read_nonce(files.read(question, _LARGEST))
    except UnreadableFileError:
        nonce = None  # the question went missing, which the tag manifest tells
    return check_stamp(token, hashlib.sha256(content).digest(), nonce), content
