"""The time stamps of a bag on disk."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from torimodosu.adapters.archive.bag_writer import BagWriter
from torimodosu.recovery.evidence.sealing import (
    DECLARATION,
    MANIFEST,
    METADATA,
    TAG_MANIFEST,
    tag_manifest,
)
from torimodosu.recovery.evidence.timestamps.in_bag import (
    ANSWER,
    EARLIER,
    QUESTION,
    earlier_paths,
    is_of_stamps,
)


def keep_stamp(writer: BagWriter, question: bytes, answer: bytes) -> None:
    """Write a stamp of the sealed bag, and list it in the tag manifest."""
    writer.clear_incoming()
    writer.write(QUESTION, question)
    writer.write(ANSWER, answer)
    sealed = {
        path: (writer.folder / path).read_bytes()
        for path in (DECLARATION, METADATA, MANIFEST)
    }
    writer.write(TAG_MANIFEST, with_stamps(writer.folder, sealed))
    writer.end()


def with_stamps(folder: Path, tags: Mapping[str, bytes]) -> bytes:
    """Return the tag manifest of the tag files *tags* and of the stamps in a bag."""
    others = {path: data for path, data in tags.items() if path != TAG_MANIFEST}
    return tag_manifest({**others, **_stamps_in(folder)})


def set_aside_stamp(writer: BagWriter, manifest: bytes) -> None:
    """Keep the stamp of the manifest that lies there, which *manifest* will replace."""
    try:
        answer = (writer.folder / ANSWER).read_bytes()
        before = (writer.folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return
    if before == manifest:
        return
    paths = earlier_paths(hashlib.sha256(before).hexdigest())
    question = _content(writer.folder / QUESTION)
    for path, data in zip(paths, (answer, question, before), strict=True):
        writer.write(path, data)
    for path in (ANSWER, QUESTION):
        (writer.folder / path).unlink(missing_ok=True)


def _stamps_in(folder: Path) -> dict[str, bytes]:
    earlier = sorted(path.name for path in (folder / EARLIER).glob("*"))
    paths = [ANSWER, QUESTION, *(EARLIER + name for name in earlier)]
    return {
        path: _content(folder / path)
        for path in paths
        if is_of_stamps(path) and (folder / path).is_file()
    }


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
