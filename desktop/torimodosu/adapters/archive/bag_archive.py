"""The archive of a case as a bag on disk."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, tzinfo
from pathlib import Path

from torimodosu.adapters.archive.lock import lock_folder
from torimodosu.adapters.archive.reserve import Reserve
from torimodosu.adapters.archive.writing import write_whole, writing_to
from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.evidence.index import Row, index_csv, row_of, stray_row
from torimodosu.recovery.evidence.index_page import index_page
from torimodosu.recovery.evidence.journal_chain import broken_link, chain
from torimodosu.recovery.evidence.manifest import PAYLOAD
from torimodosu.recovery.evidence.sealing import (
    INDEX_PAGE,
    INDEX_TABLE,
    JOURNAL,
    KEYS,
    MAILS,
    MANIFEST,
    Piece,
    is_hash,
    last_day,
    listed_mails,
    mail_at,
    mail_path,
    old_journal_at,
    old_journal_path,
    tag_files,
    text_piece,
)
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Found

INCOMING = "incoming"


class BagArchive:
    """The bag in *folder*, which is made when the first mail is kept.

    Every file is written under `incoming` first and then moved to its place, so a
    program that is killed leaves whole mails only. Between a `keep` and the next `seal`
    the bag is not valid. Several programs may use one bag at the same time.

    Args:
        folder: Where the bag lies or will lie.
        zone: Where the person lives: the index shows dates as they are there. None is
            the zone of this computer.

    """

    def __init__(self, folder: Path, zone: tzinfo | None = None) -> None:
        self._folder = folder
        self._zone = zone
        self._incoming = folder / INCOMING
        self._reserve: Reserve | None = None

    def keep(self, found: Found) -> str:
        """Write the bytes of *found* once and return their SHA-256 in hexadecimal.

        A mail that lies there damaged is written again.

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        sha256 = hashlib.sha256(found.raw).hexdigest()
        path = mail_path(sha256)
        with self._changing(shared=True):
            if not _holds(f"{self._folder}/{path}", found.raw):
                self._keep(path, found.raw)
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept mail.

        Raises:
            KeyError: If no such mail is kept, or its bytes are no longer the same.

        """
        if is_hash(sha256):
            with suppress(OSError):
                data = (self._folder / mail_path(sha256)).read_bytes()
                if hashlib.sha256(data).hexdigest() == sha256:
                    return data
        raise KeyError(sha256)

    def keep_keys(self, document: bytes) -> None:
        """Write the keys of signers, instead of those before.

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._changing(shared=True):
            self._make_folders()
            self._write(KEYS, document)

    def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
        """Write index, journal and manifests; return the SHA-256 of the manifest.

        The manifest lists every mail under the hash that it was kept by, also one that
        is changed or gone by now, so that verifying the bag tells of it.

        Raises:
            ArchiveFullError: If the disk is full; the kept mails are safe, and
                sealing again later makes the bag valid.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._changing(shared=False):
            self._clear_incoming()
            record = chain(journal)
            self._set_aside_journal(record)
            sizes = self._sizes(MAILS, mail_at)
            rows = [row_of(mail, self._at_home) for mail in mails]
            rows += self._stray_rows(mails, sizes)
            texts = {
                JOURNAL: record,
                INDEX_TABLE: index_csv(rows),
                INDEX_PAGE: index_page(rows),
            }
            kept = {mail.sha256 for mail in mails} | sizes.keys() | self._listed()
            pieces = [
                Piece(path=mail_path(sha256), sha256=sha256, size=sizes.get(sha256, 0))
                for sha256 in kept
            ]
            pieces += [
                Piece(path=old_journal_path(sha256), sha256=sha256, size=size)
                for sha256, size in self._sizes(PAYLOAD, old_journal_at).items()
            ]
            pieces += [text_piece(path, data) for path, data in texts.items()]
            pieces += self._keys()
            tags = tag_files(pieces, journal=record, day=last_day(journal))
            for path, data in {**texts, **tags}.items():
                self._write(path, data)
            shutil.rmtree(self._incoming)
        return hashlib.sha256(tags[MANIFEST]).hexdigest()

    @contextmanager
    def _changing(self, *, shared: bool) -> Iterator[None]:
        """Lock the bag; alone, nobody else's file can be on its way through it."""
        with writing_to(self._folder):
            try:
                lock = lock_folder(self._folder, shared=shared)
            except FileNotFoundError:
                self._make_folders()
                lock = lock_folder(self._folder, shared=shared)
            try:
                yield
            finally:
                os.close(lock)

    def _make_folders(self) -> None:
        (self._folder / MAILS).mkdir(parents=True, exist_ok=True)
        self._incoming.mkdir(exist_ok=True)

    def _keep(self, path: str, data: bytes) -> None:
        if self._reserve is None:
            self._make_folders()
            with os.scandir(self._folder / MAILS) as found:
                mails = sum(1 for _ in found)
            self._reserve = Reserve(self._incoming / "reserve", mails)
        try:
            self._reserve.grow()
            self._write(path, data)
        except OSError:
            # Nothing more will be kept; sealing, and whoever notes the kept mails on
            # this disk, can have the room.
            self._reserve.free()
            raise

    def _clear_incoming(self) -> None:
        """Throw away what killed programs left, and free the reserve."""
        shutil.rmtree(self._incoming, ignore_errors=True)
        self._make_folders()
        self._reserve = None

    def _sizes(
        self, folder: str, hash_at: Callable[[str], str | None]
    ) -> dict[str, int]:
        """Return the bytes of the content-addressed files in *folder* by their hash."""
        with os.scandir(self._folder / folder) as found:
            sizes = {hash_at(folder + item.name): item.stat().st_size for item in found}
        return {sha256: size for sha256, size in sizes.items() if sha256 is not None}

    def _set_aside_journal(self, journal: bytes) -> None:
        """Keep the journal that lies there under another name if it is not continued.

        So it is when the case was put back to an older state of its store. A journal
        that is broken tells nothing and makes way.
        """
        try:
            before = (self._folder / JOURNAL).read_bytes()
        except FileNotFoundError:
            return
        if not journal.startswith(before) and broken_link(before, None) is None:
            self._write(old_journal_path(hashlib.sha256(before).hexdigest()), before)

    def _write(self, path: str, data: bytes) -> None:
        try:
            write_whole(f"{self._folder}/{path}", data, by_way_of=str(self._incoming))
        except FileNotFoundError:  # after a seal by another program, for example
            self._make_folders()
            write_whole(f"{self._folder}/{path}", data, by_way_of=str(self._incoming))

    def _listed(self) -> set[str]:
        """Return the mails that the manifest lists up to now."""
        try:
            manifest = (self._folder / MANIFEST).read_text("utf-8", "replace")
        except FileNotFoundError:
            return set()
        return listed_mails(manifest)

    def _keys(self) -> list[Piece]:
        try:
            return [text_piece(KEYS, (self._folder / KEYS).read_bytes())]
        except FileNotFoundError:
            return []

    def _stray_rows(
        self, mails: Sequence[KeptMail], sizes: Mapping[str, int]
    ) -> Iterator[Row]:
        for sha256 in sorted(sizes.keys() - {mail.sha256 for mail in mails}):
            message = None
            with suppress(KeyError):
                message = read_message(self.read(sha256))
            yield stray_row(sha256, sizes[sha256], message, self._at_home)

    def _at_home(self, moment: datetime) -> datetime:
        try:
            return moment.astimezone(self._zone)
        except (OverflowError, ValueError, OSError):  # in the first or last year
            return moment


def _holds(path: str, data: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(data):  # noqa: PTH116 -- see `write_whole`
            return False
        return Path(path).read_bytes() == data
    except OSError:
        return False
