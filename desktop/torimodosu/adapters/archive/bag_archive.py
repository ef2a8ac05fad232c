"""The archive of a case as a bag on disk."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

from torimodosu.adapters.archive.bag_writer import BagWriter
from torimodosu.adapters.archive.in_pairs import in_pairs
from torimodosu.adapters.archive.reserve import Reserve
from torimodosu.adapters.archive.stamp_files import (
    keep_stamp,
    set_aside_stamp,
    with_stamps,
)
from torimodosu.adapters.archive.writing import writing_to
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
    MAIL,
    MAILS,
    MANIFEST,
    OUTLOOK_MAIL,
    TAG_MANIFEST,
    Piece,
    ending_of,
    is_hash,
    last_day,
    listed_mails,
    mail_at,
    mail_path,
    old_journal_at,
    old_journal_path,
    paths_of_mails,
    tag_files,
    text_piece,
)
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Found


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
        self._writer = BagWriter(folder)
        self._reserve = Reserve(self._writer)

    def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
        """Write the bytes of each once; tell each with its SHA-256 in hexadecimal.

        All are written before it returns, by two threads: hashing and writing both
        leave the interpreter alone. A mail that lies there damaged is written again.
        Where one could not be written, those that were are told, and then it is raised:

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._writer.changing(shared=True):
            kept, error = in_pairs(self._keep, found)
            if error:
                # Nothing more will be kept; sealing, and whoever notes the kept mails
                # on this disk, can have the room.
                self._reserve.free()
        return self._told(kept, error)

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept mail.

        Raises:
            KeyError: If no such mail is kept, or its bytes are no longer the same.

        """
        endings = (MAIL, OUTLOOK_MAIL) if is_hash(sha256) else ()
        for ending in endings:
            with suppress(OSError):
                data = (self._folder / mail_path(sha256, ending)).read_bytes()
                if hashlib.sha256(data).hexdigest() == sha256:
                    return data
        raise KeyError(sha256)

    def keep_keys(self, document: bytes) -> None:
        """Write the keys of signers, instead of those before.

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._writer.changing(shared=True):
            self._writer.make_folders()
            self._writer.write(KEYS, document)

    def keep_stamp(self, question: bytes, answer: bytes) -> None:
        """Write a time stamp of the sealed bag, which stays sealed.

        Raises:
            ArchiveFullError: If the disk is full; the bag is as it was sealed.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._writer.changing(shared=False):
            keep_stamp(self._writer, question, answer)
            self._reserve.free()

    def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
        """Write index, journal and manifests; return the SHA-256 of the manifest.

        The manifest lists every mail under the hash that it was kept by, also one that
        is changed or gone by now, so that verifying the bag tells of it.

        Raises:
            ArchiveFullError: If the disk is full; the kept mails are safe, and
                sealing again later makes the bag valid.
            ArchiveUnwritableError: If the folder cannot be written.

        """
        with self._writer.changing(shared=False):
            self._reserve.free()
            self._writer.clear_incoming()
            record = chain(journal)
            self._set_aside_journal(record)
            sizes = self._sizes(MAILS, mail_at)
            paths = self._paths(mails)
            rows = self._rows(mails, sizes, paths)
            texts = {
                JOURNAL: record,
                INDEX_TABLE: index_csv(rows),
                INDEX_PAGE: index_page(rows),
            }
            pieces = [
                *(
                    Piece(path=path, sha256=sha256, size=sizes.get(sha256, 0))
                    for sha256, path in paths.items()
                ),
                *self._other_pieces(),
                *(text_piece(path, data) for path, data in texts.items()),
            ]
            tags = tag_files(pieces, journal=record, day=last_day(journal))
            set_aside_stamp(self._writer, tags[MANIFEST])
            tags[TAG_MANIFEST] = with_stamps(self._folder, tags)
            for path, data in {**texts, **tags}.items():
                self._writer.write(path, data)
            self._writer.end()
        return hashlib.sha256(tags[MANIFEST]).hexdigest()

    def _keep(self, found: Found) -> str:
        sha256 = hashlib.sha256(found.raw).hexdigest()
        path = mail_path(sha256, ending_of(found.raw))
        if not _holds(f"{self._folder}/{path}", found.raw):
            self._reserve.grow()
            self._writer.write(path, found.raw)
        return sha256

    def _told(
        self, kept: Sequence[tuple[Found, str]], error: OSError | None
    ) -> Iterator[tuple[Found, str]]:
        yield from kept
        if error:
            with writing_to(self._folder):
                raise error

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
            self._writer.write(
                old_journal_path(hashlib.sha256(before).hexdigest()), before
            )

    def _paths(self, mails: Sequence[KeptMail]) -> dict[str, str]:
        """Return where each mail lies or should lie, also one that is gone."""
        paths = {mail.sha256: mail_path(mail.sha256) for mail in mails}
        with suppress(FileNotFoundError):
            manifest = (self._folder / MANIFEST).read_text("utf-8", "replace")
            paths |= listed_mails(manifest)
        with os.scandir(self._folder / MAILS) as there:
            return paths | paths_of_mails(MAILS + item.name for item in there)

    def _other_pieces(self) -> Iterator[Piece]:
        """Yield what is neither a mail nor written anew at each seal."""
        for sha256, size in self._sizes(PAYLOAD, old_journal_at).items():
            yield Piece(path=old_journal_path(sha256), sha256=sha256, size=size)
        with suppress(FileNotFoundError):
            yield text_piece(KEYS, (self._folder / KEYS).read_bytes())

    def _rows(
        self,
        mails: Sequence[KeptMail],
        sizes: Mapping[str, int],
        paths: Mapping[str, str],
    ) -> list[Row]:
        """Return the rows of the index, those of unknown mails last."""
        rows = [row_of(mail, self._at_home) for mail in mails]
        rows += self._stray_rows(mails, sizes)
        return [replace(row, ending=_ending(paths[row.sha256])) for row in rows]

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


def _ending(path: str) -> str:
    return OUTLOOK_MAIL if path.endswith(OUTLOOK_MAIL) else MAIL


def _holds(path: str, data: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(data):  # noqa: PTH116 -- see `write_whole`
            return False
        return Path(path).read_bytes() == data
    except OSError:
        return False
