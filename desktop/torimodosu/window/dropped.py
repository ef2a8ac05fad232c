"""What dropped files are taken for, by their names alone."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from pathlib import PurePath


class FileKind(Enum):
    """Which page a file goes to; what is in it, the reader of that page finds out."""

    MAIL = "mail"
    STATEMENT = "statement"
    PASSWORDS = "passwords"
    TWO_STEP = "two_step"


# Spreadsheets and pages too: the reader says what to bring instead.
_STATEMENTS = {
    *(".csv", ".tsv", ".ofx", ".qfx", ".qif", ".pdf"),
    *(".xls", ".xlsx", ".ods"),
}
_MAILS = {".eml", ".emlx", ".mbox", ".mbx", ".msg", ".mht", ".dat"}
# Only where they are asked for: nothing tells a CSV of passwords by its name, nor a QR
# code from a holiday.
_WHERE_ASKED_FOR: Mapping[FileKind, Collection[str]] = {
    FileKind.PASSWORDS: {".csv", ".json", ".kdbx", ".xml", ".1pux", ".zip", ".txt"},
    FileKind.TWO_STEP: {".csv", ".json", ".kdbx", ".xml", ".pdf", ".zip", ".txt"},
}


def kind_of(path: str) -> FileKind | None:
    """Return what the file at *path* is by its name, None where that does not tell."""
    suffix = PurePath(path).suffix.lower()
    if suffix in _STATEMENTS:
        return FileKind.STATEMENT
    return FileKind.MAIL if suffix in _MAILS else None


def sort_files(
    paths: Sequence[str], wanted: FileKind | None
) -> dict[FileKind, tuple[str, ...]]:
    """Return *paths* by their kind, without kinds that none is of.

    What its name does not tell is *wanted*, the kind that the page in front takes, else
    mail: mailboxes often have no suffix.
    """
    kinds = [(_kind(path, wanted), path) for path in paths]
    sorted_files = {
        kind: tuple(path for its_kind, path in kinds if its_kind is kind)
        for kind in FileKind
    }
    return {kind: files for kind, files in sorted_files.items() if files}


def _kind(path: str, wanted: FileKind | None) -> FileKind:
    suffix = PurePath(path).suffix.lower()
    if wanted is not None and suffix in _WHERE_ASKED_FOR.get(wanted, ()):
        return wanted
    return kind_of(path) or wanted or FileKind.MAIL
