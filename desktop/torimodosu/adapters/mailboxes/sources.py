"""Which files hold mail, in what the user chose."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from torimodosu.adapters.mailboxes.formats import (
    HEAD,
    NOT_READ,
    Format,
    format_of,
    is_single_mail,
    may_be_mail,
)
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.adapters.mailboxes.zipped import ZippedFiles, zipped_files
from torimodosu.recovery.mail.search import NotCovered, PassedOver, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class MboxFile:
    """A file of many mails, and its size in bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFiles:
    """Mails in files of their own: a folder, a Maildir, or a single one.

    Attributes:
        source: What they are reported as.
        files: Path and size in bytes of each.

    """

    source: str
    files: tuple[tuple[str, int], ...]


Place = MboxFile | MailFiles | ZippedFiles | NotCovered | PassedOver
Files = list[tuple[str, int]]

# https://cr.yp.to/proto/maildir.html: what is in tmp was never delivered.
_DELIVERED = ("cur", "new")
_UNFINISHED = "tmp"
_THUNDERBIRD_INDEX = ".msf"
# What desktop systems put beside files (AppleDouble, Finder, KDE).
_NEVER_MAIL = ("._", ".DS_Store", ".directory")


def explore(sources: Sequence[str], beat: Callable[[], None]) -> Iterator[Place]:
    """Yield where mail lies in *sources*, in their order, and each place once.

    A file in a folder that is no mail is passed over and counted, unless its name says
    that it ought to be one. Text and HTML without a header is taken for the body of a
    mail where the file itself was chosen: in a folder it may be anything. *beat* is
    called for each folder, and may raise to stop.
    """
    seen = _Seen()
    for source in sources:
        try:
            status = Path(source).stat()
            if not seen.is_new(status.st_dev, status.st_ino):
                continue
            if stat.S_ISDIR(status.st_mode):
                yield from _tree(source, seen, beat)
            elif stat.S_ISREG(status.st_mode):
                yield from _chosen(source, status.st_size)
            else:
                yield not_covered(source, Trouble.NOT_A_MAIL)
        except (OSError, ValueError) as error:
            yield not_covered(source, error)


class _Seen:
    """What was met already, so that no file is read twice and no loop entered."""

    def __init__(self) -> None:
        self._identities: set[int] = set()

    def is_new(self, device: int, inode: int) -> bool:
        """Note a file or folder, whatever it is called; tell whether it is new."""
        identity = device << 64 | inode
        if identity in self._identities:
            return False
        self._identities.add(identity)
        return True


def _chosen(path: str, size: int) -> Iterator[Place]:
    """Yield the places in a file that the user named.

    Raises:
        OSError: If it cannot be read.

    """
    found = _sniffed(path)
    if found is Format.MBOX:
        yield MboxFile(path=path, size=size)
    elif found is Format.ZIP:
        yield from zipped_files(path, is_chosen=True)
    elif found in NOT_READ and found is not Format.TEXT:
        yield not_covered(path, NOT_READ[found])
    else:
        yield MailFiles(source=path, files=((path, size),))


def _sniffed(path: str) -> Format:
    with Path(path).open("rb", buffering=0) as file:
        return format_of(Path(path).name, file.read(HEAD))


def _tree(root: str, seen: _Seen, beat: Callable[[], None]) -> Iterator[Place]:
    """Yield the places in the folder *root* and in those below it."""
    nothing = True
    passed_over = 0
    waiting = [root]
    while waiting:
        beat()
        folder = _Folder(waiting.pop(), seen)
        for place in folder.places():
            nothing = nothing and isinstance(place, NotCovered)
            yield place
        nothing = nothing and not folder.was_seen
        passed_over += folder.passed_over
        waiting += reversed(folder.below)
    if nothing:
        yield not_covered(root, Trouble.NO_MAIL_INSIDE)
    if passed_over:
        yield PassedOver(source=root, files=passed_over)


class _Folder:
    """One folder. What it holds is known once `places` has ended.

    Attributes:
        below: The folders in it that remain to be searched.
        was_seen: A file in it was met before, so it is not without mail.
        passed_over: How many things in it are neither a folder nor mail.

    """

    def __init__(self, path: str, seen: _Seen) -> None:
        self._path = path
        self._seen = seen
        self._troubles: list[NotCovered] = []
        self.below: list[str] = []
        self.was_seen = False
        self.passed_over = 0

    def places(self) -> Iterator[Place]:
        """Yield the places in this folder alone."""
        folders, files = self._entries(self._path)
        mails: Files = []
        if all(name in folders for name in _DELIVERED):
            mails += self._maildir(folders)
        self.below = list(folders.values())
        for path, size in files.items():
            name = Path(path).name
            expected = may_be_mail(name) or path + _THUNDERBIRD_INDEX in files
            found = self._format(path, size)
            if found is Format.MBOX:
                yield MboxFile(path=path, size=size)
            elif found is Format.ZIP:
                yield from self._zipped(path)
            elif found in (Format.MAIL, Format.OUTLOOK):
                mails.append((path, size))
            elif found and expected:
                yield not_covered(path, NOT_READ[found])
            elif found:
                self.passed_over += 1
        if mails:
            yield MailFiles(source=self._path, files=tuple(mails))
        yield from self._troubles

    def _zipped(self, path: str) -> Iterator[Place]:
        try:
            yield from zipped_files(path, is_chosen=False)
        except OSError as error:
            self._troubles.append(not_covered(path, error))

    def _maildir(self, folders: dict[str, str]) -> Files:
        """Take the folders of a Maildir out of *folders* and return the mails."""
        mails: Files = []
        for name in _DELIVERED:
            mails += self._entries(folders.pop(name))[1].items()
        if _UNFINISHED in folders:
            for path in self._entries(folders.pop(_UNFINISHED))[1]:
                self._troubles.append(not_covered(path, Trouble.TRUNCATED))
        return mails

    def _format(self, path: str, size: int) -> Format | None:
        """Return what a file is; None for one of which all is told."""
        name = Path(path).name
        if size == 0 and not is_single_mail(name):
            # Thunderbird keeps an empty file for each empty folder.
            self.passed_over += 1
            return None
        if size == 0:
            return Format.EMPTY
        if is_single_mail(name):
            return Format.MAIL
        try:
            return _sniffed(path)
        except OSError as error:
            self._troubles.append(not_covered(path, error))
            return None

    def _entries(self, folder: str) -> tuple[dict[str, str], dict[str, int]]:
        """Return folders (path by name) and new files (size by path), by name."""
        folders: dict[str, str] = {}
        files: dict[str, int] = {}
        try:
            with os.scandir(folder) as entries:
                device = Path(folder).stat().st_dev
                for entry in sorted(entries, key=attrgetter("name")):
                    self._enter(entry, device, folders, files)
        except OSError as error:
            self._troubles.append(not_covered(folder, error))
        return folders, files

    def _enter(
        self,
        entry: os.DirEntry[str],
        device: int,
        folders: dict[str, str],
        files: dict[str, int],
    ) -> None:
        if entry.name.startswith(_NEVER_MAIL):
            self.passed_over += 1
            return
        try:
            # Nearly all of a large folder, so nothing more is asked of it.
            if entry.is_file(follow_symlinks=False):
                self._enter_file(entry, device, entry.inode(), files)
            else:
                self._enter_other(entry, folders, files)
        except OSError as error:
            if may_be_mail(entry.name):
                self._troubles.append(not_covered(entry.path, error))
            else:
                self.passed_over += 1

    def _enter_file(
        self,
        entry: os.DirEntry[str],
        device: int,
        inode: int,
        files: dict[str, int],
    ) -> None:
        if self._seen.is_new(device, inode):
            files[entry.path] = entry.stat().st_size
        else:
            self.was_seen = True

    def _enter_other(
        self,
        entry: os.DirEntry[str],
        folders: dict[str, str],
        files: dict[str, int],
    ) -> None:
        # What a link leads to may lie on another device, and is asked for itself.
        status = Path(entry.path).stat()
        if entry.is_file():
            self._enter_file(entry, status.st_dev, status.st_ino, files)
        elif entry.is_dir():
            if self._seen.is_new(status.st_dev, status.st_ino):
                folders[entry.name] = entry.path
        elif may_be_mail(entry.name):  # a pipe or a device, whatever it is called
            self._troubles.append(not_covered(entry.path, Trouble.NOT_A_MAIL))
        else:
            self.passed_over += 1
