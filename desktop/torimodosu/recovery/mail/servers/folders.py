"""Which folders of a mailbox are read, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# RFC 6154, section 2, and RFC 9051, section 7.3.1; compared without regard to case.
_ALL = "\\all"
_NOT_THERE = {"\\noselect", "\\nonexistent"}
# What a folder with all mails leaves out (RFC 6154 allows that; Gmail does).
_BESIDE_ALL = {"\\junk", "\\trash"}
_ORDER = ("\\inbox", _ALL, "\\archive", "\\junk", "\\trash", "\\sent", "\\drafts")
_INBOX = "inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    r"""A folder as the server lists it.

    Attributes:
        name: For people.
        wire: As the server names it (modified UTF-7: RFC 9051, section 5.1.3).
        flags: Such as "\Trash".

    """

    name: str
    wire: bytes
    flags: frozenset[str] = frozenset()


def folders_to_read(listed: Iterable[Folder]) -> Sequence[Folder]:
    """Return the folders to read of those *listed*: all that can hold mails.

    Where one of them shows every mail, only it is read, with spam and trash, which it
    leaves out: no mail is then taken twice, and none is missed.
    """
    there = {
        folder.wire: folder for folder in listed if not _flags(folder) & _NOT_THERE
    }
    folders = list(there.values())
    if any(_ALL in _flags(folder) for folder in folders):
        folders = [f for f in folders if _flags(f) & {_ALL, *_BESIDE_ALL}]
    return sorted(folders, key=_rank)


def _rank(folder: Folder) -> tuple[int, str]:
    flags = _flags(folder)
    if folder.name.casefold() == _INBOX:
        flags |= {_ORDER[0]}
    ranks = (number for number, flag in enumerate(_ORDER) if flag in flags)
    return next(ranks, len(_ORDER)), folder.name.casefold()


def _flags(folder: Folder) -> set[str]:
    return {flag.casefold() for flag in folder.flags}
