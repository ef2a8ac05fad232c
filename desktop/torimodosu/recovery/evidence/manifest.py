"""The lines of manifests and fetch files, after RFC 8493 and the drafts before it.

Source: RFC 8493 sections 2.1.3, 2.2.1, 2.2.3 and 2.4; the security of paths 4.1.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

BagVersion = tuple[int, int]
FIRST_RFC: BagVersion = (1, 0)
PAYLOAD = "data/"
ALGORITHMS: Mapping[str, str] = {
    re.sub("[^a-z0-9]", "", name.lower()): name
    for name in sorted(hashlib.algorithms_guaranteed)
    if not name.startswith("shake")  # whose digests have no length of their own
}

_LINE_END = re.compile(r"\r\n|\r|\n")
_ENTRY = re.compile(r"([0-9A-Fa-f]+)[ \t]+(\S.*)", re.DOTALL)
_FETCH = re.compile(r"\S+[ \t]+(?:-|[0-9]+)[ \t]+(\S.*)", re.DOTALL)
_ENCODED = re.compile("%(0A|0D|25)", re.IGNORECASE)
_ENCODED_BEFORE_RFC = re.compile("%(0A|0D)", re.IGNORECASE)
_MUST_ENCODE = re.compile("[\r\n%]")
_DRIVE = re.compile("[A-Za-z]:")
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9_-]+)\.txt", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The name of a manifest: what it lists, and by which algorithm.

    `algorithm` is the name that hashlib uses, or None where it has no such algorithm.
    """

    path: str
    lists_tags: bool
    algorithm: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of a manifest, decoded; `checksum` is in lower case.

    Attributes:
        has_star: Whether the path came with the "*" of `md5sum --binary`.
        has_dot: Whether the path came with a leading "./".

    """

    checksum: str
    path: str
    has_star: bool
    has_dot: bool


def manifest_named(path: str) -> Manifest | None:
    """Return the manifest that the file *path* of a bag is, or None."""
    name = _MANIFEST.fullmatch(path)
    if name is None:
        return None
    normal = re.sub("[_-]", "", name[2].lower())
    return Manifest(
        path=path, lists_tags=bool(name[1]), algorithm=ALGORITHMS.get(normal)
    )


def lines_of(text: str) -> list[str]:
    """Return the lines of a tag file without the empty rest after the last one."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def read_manifest(text: str, version: BagVersion) -> Iterator[Listed | None]:
    """Yield what each line of a manifest lists, None for one that is malformed.

    Lines of white space alone are passed over, as every known reader does.
    """
    for line in lines_of(text):
        if not line.strip(" \t"):
            continue
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            yield None
            continue
        name = entry[2]
        has_star = name.startswith("*")
        path = decode_path(name.removeprefix("*"), version)
        yield Listed(
            checksum=entry[1].lower(),
            path=path.removeprefix("./"),
            has_star=has_star,
            has_dot=path.startswith("./"),
        )


def read_fetch(text: str, version: BagVersion) -> Iterator[str | None]:
    """Yield the path of each line of a fetch file, None for a malformed line.

    The addresses are not even returned: nothing is ever fetched.
    """
    for line in lines_of(text):
        if line.strip(" \t"):
            entry = _FETCH.fullmatch(line)
            yield None if entry is None else decode_path(entry[1], version)


def write_manifest(checksums: Iterable[tuple[str, str]]) -> str:
    """Return the text of a manifest of (path, checksum), sorted by path."""
    return "".join(
        f"{checksum}  {encode_path(path)}\n" for path, checksum in sorted(checksums)
    )


def encode_path(path: str) -> str:
    """Return *path* as it stands in a manifest of BagIt 1.0."""
    return _MUST_ENCODE.sub(lambda sign: f"%{ord(sign[0]):02X}", path)


def decode_path(path: str, version: BagVersion) -> str:
    """Return the path of a file that stands as *path* in a manifest.

    Percent-encoding is undone for line ends and, from 1.0 on, for the percent sign;
    whatever else looks encoded is part of the name (RFC 8493, 2.1.3).
    """
    encoded = _ENCODED if version >= FIRST_RFC else _ENCODED_BEFORE_RFC
    return encoded.sub(lambda sign: chr(int(sign[1], 16)), path)


def is_unsafe(path: str) -> bool:
    r"""Tell whether *path* may lead out of a bag on some system.

    That is: an absolute path, a drive letter, a UNC or "\\?\" name, a home folder, a
    part "..", or a NUL.
    """
    return (
        path.startswith(("/", "\\", "~"))
        or _DRIVE.match(path) is not None
        or ".." in re.split(r"[/\\]", path)
        or "\0" in path
    )
