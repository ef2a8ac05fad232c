"""The XML document inside a file, which KeePass and KeePassXC also export as such.

It is read without a tree and without entities of its own: they could be nested until
the memory is full. What is nested deeper than any group of a person is refused.
"""

import base64
import binascii
import xml.parsers.expat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.references import resolved
from torimodosu.recovery.keepass.times import read_time

_DEEPEST = 200  # elements

_ROOT = ("KeePassFile", "Root")
_META = ("KeePassFile", "Meta")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a document holds.

    Attributes:
        entries: The entries that were not thrown away, without their earlier forms, and
            with the values that they refer to.
        header_hash: The hash of the header that KDBX 3 writes down, or "".

    """

    entries: tuple[Entry, ...]
    header_hash: bytes = b""


def read_document(text: bytes, uncover: Callable[[bytes], bytes]) -> Document:
    """Return what the XML *text* holds; *uncover* is called for each hidden value.

    Raises:
        KeePassError: If it is no such document.

    """
    reader = _Reader(uncover)
    # It is in UTF-8, whatever it says of itself: not every name there is can be read.
    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.texts.append
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text, True)  # noqa: FBT003 -- this is all of it
    except xml.parsers.expat.ExpatError:
        raise KeePassError(KeePassProblem.DAMAGED) from None
    if not reader.has_root:
        raise KeePassError(KeePassProblem.NOT_KEEPASS)
    return reader.document()


@dataclass(slots=True)
class _Group:
    """A group that is being read; its bin is known only at the end."""

    parent: "_Group | None"
    name: str = ""
    id: str = ""

    def way(self) -> Sequence["_Group"]:
        """Return the group and all around it, the outermost first."""
        groups: list[_Group] = []
        group: _Group | None = self
        while group is not None:
            groups.append(group)
            group = group.parent
        return groups[::-1]


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    group: _Group
    fields: dict[str, str] = field(default_factory=dict)
    id: str = ""
    modified: str = ""
    key: str = ""


class _Reader:
    """Keeps the elements around the place that is being read."""

    def __init__(self, uncover: Callable[[bytes], bytes]) -> None:
        self._uncover = uncover
        self._path: list[str] = []
        self._hidden: list[bool] = []
        self._group: _Group | None = None
        self._draft: _Draft | None = None
        self._drafts: list[_Draft] = []
        self._meta: dict[str, str] = {}
        self._history = 0
        self.texts: list[str] = []
        self.has_root = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""
        if len(self._path) >= _DEEPEST:
            raise KeePassError(KeePassProblem.DAMAGED)
        self._path.append(name)
        self._hidden.append(attributes.get("Protected", "").lower() == "true")
        self.texts.clear()
        if name == "History":
            self._history += 1
        elif name == "Group":
            self._group = _Group(self._group)
        elif name == "Entry" and self._group is not None and not self._history:
            self._draft = _Draft(self._group)
        elif tuple(self._path) == _ROOT:
            self.has_root = True

    def end(self, name: str) -> None:
        """Take in what an element says, and go out of it."""
        text = "".join(self.texts)
        self.texts.clear()
        self._path.pop()
        if self._hidden.pop():
            # Also where nobody asks for it: the next one is hidden by what follows.
            text = self._uncovered(text)
        if name == "History":
            self._history -= 1
        elif self._history:
            return
        elif name == "Group" and self._group is not None:
            self._group = self._group.parent
        elif name == "Entry" and self._draft is not None:
            self._drafts.append(self._draft)
            self._draft = None
        elif tuple(self._path) == _META:
            self._meta[name] = text
        else:
            self._take(name, text)

    def _take(self, name: str, text: str) -> None:
        """Take in a field of the entry or group around."""
        parent = self._path[-1] if self._path else ""
        match parent, name:
            case "Group", "UUID" if self._group is not None:
                self._group.id = text
            case "Group", "Name" if self._group is not None:
                self._group.name = text
            case "Entry", "UUID" if self._draft is not None:
                self._draft.id = text
            case "Times", "LastModificationTime" if self._draft is not None:
                self._draft.modified = text
            case "String", "Key" if self._draft is not None:
                self._draft.key = text
            case "String", "Value" if self._draft is not None:
                self._draft.fields[self._draft.key] = text

    def _uncovered(self, text: str) -> str:
        try:
            hidden = base64.b64decode(text)
        except (binascii.Error, ValueError):
            raise KeePassError(KeePassProblem.DAMAGED) from None
        return self._uncover(hidden).decode("utf-8", "replace")

    def document(self) -> Document:
        """Return what was read."""
        # An empty id, of zeros, is that of no group.
        bin_ = self._meta.get("RecycleBinUUID", "")
        is_used = self._meta.get("RecycleBinEnabled", "").lower() == "true"
        entries = []
        for draft in self._drafts:
            way = draft.group.way()
            if is_used and bin_ and any(group.id == bin_ for group in way):
                continue
            entry = Entry(
                fields=draft.fields,
                modified=read_time(draft.modified),
                groups=tuple(group.name for group in way),
                id=_bytes_of(draft.id).hex(),
            )
            entries.append(entry)
        digest = _bytes_of(self._meta.get("HeaderHash", ""))
        return Document(entries=resolved(entries), header_hash=digest)


def _bytes_of(text: str) -> bytes:
    """Return what *text* says in base64, nothing where it is damaged."""
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def _refuse(*_declared: object) -> None:
    raise KeePassError(KeePassProblem.DAMAGED)
